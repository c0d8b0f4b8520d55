/** `npm run bench [name …]`: builds each benchmark as the product is built and runs it in a fresh Node. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const wanted = process.argv.slice(2);
const names = readdirSync('test/bench').filter((file) => file.endsWith('.bench.ts')).map((file) => file.slice(0, -'.bench.ts'.length));
const folder = mkdtempSync(resolve('node_modules/.bench-'));
try {
  for (const name of names) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    await build({
      configFile: false,
      logLevel: 'error',
      // What starts a browser or a server stays a package of its own.
      ssr: { noExternal: true, external: ['playwright-core', 'vite'], target: 'node' },
      build: {
        ssr: `test/bench/${name}.bench.ts`, target: 'node20', outDir: join(folder, name), minify: false,
        rolldownOptions: { output: { entryFileNames: 'bench.mjs', format: 'es', codeSplitting: false } },
      },
    });
    console.log(`\n# ${name}`);
    const { status } = spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=6144', join(folder, name, 'bench.mjs')], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

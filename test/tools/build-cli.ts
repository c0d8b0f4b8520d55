/** The command line in one file that Node runs by itself. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

export async function buildCli(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: 'src/cli/main.ts', target: 'node20', outDir: folder, emptyOutDir: true, minify: false,
      rolldownOptions: { output: { entryFileNames: 'sizhi.mjs', format: 'es', codeSplitting: false } },
    },
  });
  const path = join(folder, 'sizhi.mjs');
  const code = readFileSync(path, 'utf8');
  if (!code.startsWith('#!')) writeFileSync(path, `#!/usr/bin/env node\n${code}`);
  chmodSync(path, 0o755);
  return path;
}

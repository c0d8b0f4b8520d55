/**
 * `npm run build`: the page (dist/), the one-file page that opens from disk
 * (dist/sizhi.html) and the command line (dist/cli/sizhi.mjs).
 */
import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'vite';

rmSync('dist', { recursive: true, force: true });
await build({ logLevel: 'warn' });
await build({ logLevel: 'warn', mode: 'single' });
copyFileSync('dist/single/index.html', 'dist/sizhi.html');
rmSync('dist/single', { recursive: true, force: true });
await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'src/cli/main.ts',
    target: 'node20',
    outDir: 'dist/cli',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'sizhi.mjs', format: 'es', codeSplitting: false } },
  },
});
const cli = 'dist/cli/sizhi.mjs';
const code = readFileSync(cli, 'utf8');
if (!code.startsWith('#!')) writeFileSync(cli, `#!/usr/bin/env node\n${code}`);
chmodSync(cli, 0o755);

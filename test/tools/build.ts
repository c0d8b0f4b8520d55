/**
 * `npm run build`: the page (dist/), the one-file page that opens from disk
 * (dist/sizhi.html) and the command line (dist/cli/sizhi.mjs).
 */
import { copyFileSync, rmSync } from 'node:fs';
import { build } from 'vite';
import { buildCli } from './build-cli.ts';

rmSync('dist', { recursive: true, force: true });
await build({ logLevel: 'warn' });
await build({ logLevel: 'warn', mode: 'single' });
copyFileSync('dist/single/index.html', 'dist/sizhi.html');
rmSync('dist/single', { recursive: true, force: true });
await buildCli('dist/cli');

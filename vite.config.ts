/**
 * One configuration: the page (`vite build`), the one-file page (`--mode single`),
 * and the tests (vitest projects: unit, and e2e in real Chromium).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import react from '@vitejs/plugin-react';
import { viteSingleFile } from 'vite-plugin-singlefile';

export default defineConfig(({ mode }) => {
  const single = mode === 'single';
  return {
    base: './',
    plugins: [react(), packedSolver(), ...(single ? [viteSingleFile({ removeViteModuleLoader: true })] : [])],
    define: { __SINGLE_FILE__: JSON.stringify(single) },
    build: {
      target: 'chrome100',
      outDir: single ? 'dist/single' : 'dist',
      emptyOutDir: false,
      chunkSizeWarningLimit: 1500,
    },
    worker: { format: single ? 'iife' : 'es', plugins: () => [packedSolver()] },
    test: {
      projects: [
        {
          extends: true,
          test: { name: 'unit', environment: 'node', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'], testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 },
        },
        {
          extends: true,
          test: {
            name: 'e2e', environment: 'node', include: ['test/e2e/**/*.test.ts'],
            testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2,
            // Software drawing on a busy machine: an answer may take seconds.
            expect: { poll: { timeout: 15_000 } },
            // A busy machine may draw no frame for many seconds, and nothing can be clicked meanwhile.
            retry: 1,
          },
        },
      ],
    },
  };
});

/**
 * The exact solver's 3.5 MB of wasm are handed to it, never sought by itself: its own address would put them into the page a second time.
 * Nor has a page Node's modules.
 * `highs/runtime?packed`: the same as gzip in base64, for the one-file page.
 */
function packedSolver(): Plugin {
  const PACKED = '\0highs/runtime?packed';
  return {
    name: 'packed-solver',
    enforce: 'pre',
    resolveId: (id) => (id === 'highs/runtime?packed' ? PACKED : null),
    load: (id) => (id === PACKED ? `export default ${JSON.stringify(gzipSync(readFileSync(createRequire(import.meta.url).resolve('highs/runtime')), { level: 9 }).toString('base64'))};` : null),
    transform: (code, id) => (/highs[\\/]build[\\/]highs\.mjs/.test(id) ? { code: code.replace('new URL("highs.wasm",import.meta.url).href', '"highs.wasm"').replace('const{createRequire}=await import("node:module");', ''), map: null } : null),
  };
}

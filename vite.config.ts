/**
 * One configuration: the page (`vite build`), the one-file page (`--mode single`),
 * and the tests (vitest projects: unit, and e2e in real Chromium).
 */
import { defineConfig } from 'vitest/config';
import react from '@vitejs/plugin-react';
import { viteSingleFile } from 'vite-plugin-singlefile';

export default defineConfig(({ mode }) => {
  const single = mode === 'single';
  return {
    base: './',
    plugins: [react(), ...(single ? [viteSingleFile({ removeViteModuleLoader: true })] : [])],
    define: { __SINGLE_FILE__: JSON.stringify(single) },
    build: {
      target: 'chrome100',
      outDir: single ? 'dist/single' : 'dist',
      emptyOutDir: false,
      chunkSizeWarningLimit: 1500,
    },
    worker: { format: single ? 'iife' : 'es' },
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
          },
        },
      ],
    },
  };
});

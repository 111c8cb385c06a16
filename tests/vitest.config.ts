import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The client's files end in .ts or .tsx; an export map can name only one of them.
  resolve: {
    alias: [
      {
        find: /^@accord\/client\/(.*)$/,
        replacement: fileURLToPath(new URL('../client/src/$1', import.meta.url)),
      },
    ],
  },
  test: {
    include: ['{architecture,client,contracts,faults,server,shared,sync}/**/*.test.{ts,tsx}'],
    setupFiles: ['kit/patience.ts', 'kit/seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
  },
  oxc: { jsx: { runtime: 'automatic' } },
});

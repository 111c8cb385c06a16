import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{architecture,client,contracts,faults,server,shared,sync}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
  },
  oxc: { jsx: { runtime: 'automatic' } },
});

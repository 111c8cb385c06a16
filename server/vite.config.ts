import { defineConfig } from 'vite';

/** One file of our own code; dependencies stay in node_modules, but for `shared`, which exports its sources. */
export default defineConfig({
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist',
    target: 'node20',
    sourcemap: true,
    emptyOutDir: true,
  },
  ssr: { noExternal: ['@accord/shared'] },
});

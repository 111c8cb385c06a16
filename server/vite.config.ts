import { defineConfig } from 'vite';

/** The server and the command line; dependencies stay in node_modules, but for `shared`, which exports its sources. */
export default defineConfig({
  build: {
    ssr: true,
    rollupOptions: { input: { main: 'src/main.ts', 'command-line': 'src/command-line.ts' } },
    outDir: 'dist',
    target: 'node20',
    sourcemap: true,
    emptyOutDir: true,
  },
  ssr: { noExternal: ['@accord/shared'] },
});

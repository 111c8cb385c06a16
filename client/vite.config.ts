import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { lighterDependencies } from './build/lighter-dependencies';
import { serviceWorker } from './build/service-worker-plugin';

const SERVER = 'http://127.0.0.1:4400';

export default defineConfig({
  plugins: [lighterDependencies(), react(), serviceWorker()],
  server: {
    proxy: {
      '/api': { target: SERVER },
      '/sync': { target: SERVER, ws: true },
    },
  },
  build: {
    // The browsers of 2024 and later: what the stylesheets' light-dark() needs.
    target: ['chrome123', 'edge123', 'firefox124', 'safari17.5'],
    sourcemap: true,
    // Inlined files would be data: addresses, which the Content Security Policy allows for images only.
    assetsInlineLimit: 0,
    // The polyfill is a script of its own kind that every browser we support can do without.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every screen needs is one long-lived file; what only writing needs stays with the chapter route.
          groups: [
            {
              name: 'react',
              test: /node_modules\/\.pnpm\/(react|react-dom|scheduler|use-sync-external-store)@/,
              priority: 30,
            },
            {
              name: 'page',
              test: /node_modules\/\.pnpm\/(@tanstack\+[a-z-]+|i18next|react-i18next|zod)@/,
              priority: 25,
            },
            {
              name: 'yjs',
              test: /node_modules\/\.pnpm\/(yjs|y-protocols|lib0|y-indexeddb|y-websocket)@/,
              priority: 20,
            },
            { name: 'editor', test: /node_modules\/\.pnpm\/(@tiptap|prosemirror-)/, priority: 20 },
          ],
        },
      },
    },
  },
});

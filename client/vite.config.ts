import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { serviceWorker } from './build/service-worker-plugin';

/** React Aria ships its own words in thirty languages; the page speaks five. The others become empty. */
const ARIA_LANGUAGES = new Set(['en-US', 'fi-FI', 'fr-FR', 'de-DE', 'it-IT']);
const ARIA_CATALOGUE =
  /react-(?:aria|stately|aria-components)\/dist\/private\/intl\/(?:.*\/)?([a-z]{2}-[A-Z]{2})\.mjs$/;

const fiveLanguagesOfReactAria: Plugin = {
  name: 'five-languages-of-react-aria',
  enforce: 'pre',
  apply: 'build',
  load(id) {
    const language = ARIA_CATALOGUE.exec(id)?.[1];
    return language !== undefined && !ARIA_LANGUAGES.has(language) ? 'export default {};' : null;
  },
};

/**
 * Zod can describe its schemas as JSON Schema; the server does, for its OpenAPI page. Every schema refers to that code,
 * so no bundler can see that the page never calls it: here its functions become empty.
 */
const DESCRIBING = /node_modules\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/;

const noJsonSchemaInThePage: Plugin = {
  name: 'no-json-schema-in-the-page',
  apply: 'build',
  transform(code, id) {
    if (!DESCRIBING.test(id)) return null;
    const names = [...code.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name);
    return { code: names.map((name) => `export const ${name} = () => undefined;`).join('\n'), map: null };
  },
};

const SERVER = 'http://127.0.0.1:4400';

export default defineConfig({
  plugins: [fiveLanguagesOfReactAria, noJsonSchemaInThePage, react(), serviceWorker()],
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
            { name: 'react', test: /node_modules\/\.pnpm\/(react|react-dom|scheduler|use-sync-external-store)@/, priority: 30 },
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

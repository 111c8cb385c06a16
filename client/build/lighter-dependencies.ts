import type { Plugin } from 'vite';

/** React Aria ships its own words in thirty languages; the page speaks five. */
const ARIA_LANGUAGES = new Set(['en-US', 'fi-FI', 'fr-FR', 'de-DE', 'it-IT']);
const ARIA_CATALOGUE =
  /react-(?:aria|stately|aria-components)\/dist\/private\/intl\/(?:.*\/)?([a-z]{2}-[A-Z]{2})\.mjs$/;

/**
 * Zod can describe its schemas as JSON Schema; the server does, for its OpenAPI page. Every schema refers to that code,
 * so no bundler can see that the page never calls it.
 */
const DESCRIBING = /node_modules\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/;

/** TipTap's React binding compares what a selector picked; of the library it takes for that, one function is used. */
const COMPARING = /node_modules\/fast-equals\/dist\/es\/index\.mjs$/;
const DEEP_EQUAL = `
const plain = (value) => Object.getPrototypeOf(value) === Object.prototype;
export function deepEqual(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const lists = Array.isArray(a) && Array.isArray(b);
  if (!lists && !(plain(a) && plain(b))) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && deepEqual(a[key], b[key]));
}`;

/** Leaves out of the built page what dependencies carry along and the page never uses: about 10 kB gzipped. */
export function lighterDependencies(): Plugin {
  return {
    name: 'lighter-dependencies',
    enforce: 'pre',
    apply: 'build',
    load(id) {
      const language = ARIA_CATALOGUE.exec(id)?.[1];
      if (COMPARING.test(id)) return DEEP_EQUAL;
      return language !== undefined && !ARIA_LANGUAGES.has(language) ? 'export default {};' : null;
    },
    transform(code, id) {
      if (!DESCRIBING.test(id)) return null;
      const names = [...code.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name);
      return { code: names.map((name) => `export const ${name} = () => undefined;`).join('\n'), map: null };
    },
  };
}

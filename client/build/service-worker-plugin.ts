import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const WORKER = fileURLToPath(new URL('../src/sync/service-worker/worker.ts', import.meta.url));
const FILE = 'sw.js';
/** Copied from public/ as they are, so not part of the bundle. */
const PUBLIC = ['/favicon.svg'];
const PLACE = /(["'`])__SHELL__\1/;

/** Builds the service worker as /sw.js and writes into it which files the page is made of. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      this.emitFile({ type: 'chunk', id: WORKER, fileName: FILE });
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle[FILE];
        if (worker?.type !== 'chunk') throw new Error('the service worker was not built');
        if (worker.imports.length > 0 || worker.exports.length > 0) {
          throw new Error(
            `the service worker must be one classic script, but has imports: ${worker.imports}`,
          );
        }
        const hash = createHash('sha256');
        const files: string[] = [];
        for (const [name, output] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
          if (name === FILE || name.endsWith('.map')) continue;
          hash.update(name).update(output.type === 'chunk' ? output.code : output.source);
          if (name !== 'index.html') files.push(`/${name}`);
        }
        const shell = { version: hash.digest('hex').slice(0, 16), files: [...PUBLIC, ...files] };
        if (!PLACE.test(worker.code)) throw new Error('the service worker has no place for its files');
        worker.code = worker.code.replace(PLACE, () => JSON.stringify(JSON.stringify(shell)));
      },
    },
  };
}

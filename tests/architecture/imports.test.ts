import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** One import: the file and what it names, both as `package/part/file`. */
interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(root, folder, name));
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?from\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(file: string): Import[] {
  const found: Import[] = [];
  for (const match of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    const name = match[2] ?? match[3] ?? '';
    found.push({
      from: place(file),
      to: name.startsWith('.') ? place(resolve(dirname(file), name)) : name,
      typeOnly: match[1] !== undefined,
    });
  }
  return found;
}

/** `/…/server/src/rooms/room.ts` -> `server/rooms/room` */
function place(path: string): string {
  return relative(root, path)
    .split(sep)
    .filter((part, index) => !(index === 1 && part === 'src'))
    .join('/')
    .replace(/\.tsx?$/, '');
}

const all = ['shared/src', 'server/src', 'client/src'].flatMap(sources).flatMap(importsOf);
const part = (at: string) =>
  at
    .replace(/^@accord\//, '')
    .split('/')
    .slice(0, 2)
    .join('/');
const between = (from: RegExp, to: RegExp, except: (found: Import) => boolean = () => false) =>
  all
    .filter(
      (found) =>
        from.test(found.from) &&
        to.test(found.to.replace(/^@accord\//, '')) &&
        part(found.from) !== part(found.to) &&
        !except(found),
    )
    .map((found) => `${found.from} -> ${found.to}`);

/** What each part of `shared` may import, besides itself. */
const SHARED: Record<string, readonly string[]> = {
  kernel: [],
  access: ['kernel'],
  manuscript: ['kernel', 'access'],
  sync: ['kernel', 'access', 'manuscript'],
  people: ['kernel', 'access'],
  outputs: ['kernel', 'access', 'manuscript'],
  export: ['kernel'],
  versions: ['kernel', 'access', 'manuscript', 'outputs'],
  comments: ['kernel', 'access', 'manuscript'],
  suggestions: ['kernel', 'access', 'manuscript'],
  notices: ['kernel', 'access'],
  review: ['kernel', 'access', 'manuscript'],
};

describe('import directions', () => {
  it('finds the sources it judges', () => {
    expect(all.length).toBeGreaterThan(300);
  });

  it.each(Object.entries(SHARED))('shared/%s imports only what it stands on', (name, below) => {
    const allowed = new Set([name, ...below]);
    const wrong = all.filter(({ from, to, typeOnly }) => {
      if (!from.startsWith(`shared/${name}/`) || !to.startsWith('shared/')) return false;
      // An endpoint names its action: a type, nothing at run time.
      if (name === 'kernel' && typeOnly && to === 'shared/access/action') return false;
      return !allowed.has(to.split('/')[1] ?? '');
    });
    expect(wrong).toEqual([]);
  });

  it('every folder of shared has its rule', () => {
    const folders = readdirSync(join(root, 'shared/src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map((entry) => entry.name).filter((name) => !(name in SHARED))).toEqual([]);
  });

  it('shared does no I/O and knows neither React nor Express', () => {
    expect(between(/^shared\//, /^(node:|react|express$|ws$|lowdb|classic-level)/)).toEqual([]);
  });

  it('server and client never import each other', () => {
    expect(between(/^server\//, /^client\//)).toEqual([]);
    expect(between(/^client\//, /^server\//)).toEqual([]);
  });

  it('only the composition knows storage adapters and wires features', () => {
    const wiring = (found: Import) => /^server\/(compose|main)$/.test(found.from);
    expect(between(/^server\/(?!storage\/)/, /^server\/storage\/(?!ports$)/, wiring)).toEqual([]);
    const features = '(people|outputs|export|versions|comments|suggestions|review|notices|demo)';
    expect(between(new RegExp(`^server/${features}/`), new RegExp(`^server/${features}/`))).toEqual([]);
    expect(between(new RegExp(`^server/${features}/`), /^server\/rooms\/(?!live-chapters$)/)).toEqual([]);
  });

  it('the writer of Word documents knows the manuscript and nothing of the server', () => {
    expect(between(/^server\/docx\//, /^server\//)).toEqual([]);
    expect(between(/^server\/docx\//, /^shared\/(?!access|manuscript|kernel)/)).toEqual([]);
  });

  it('rooms see ports and the shared language, no feature', () => {
    expect(between(/^server\/rooms\//, /^server\/(?!rooms\/|clock$|storage\/ports$)/)).toEqual([]);
    expect(between(/^server\/rooms\//, /^shared\/(?!sync|access|manuscript|kernel)/)).toEqual([]);
  });

  it('the editor imports no feature; ui knows no domain', () => {
    expect(
      between(
        /^client\/editor\//,
        /^client\/(people|outputs|export|reading|dashboard|chapter|comments|suggestions|review|notices|sync|api)\//,
      ),
    ).toEqual([]);
    expect(between(/^client\/ui\//, /^client\/(?!ui\/|i18n\/)/)).toEqual([]);
    expect(between(/^client\/ui\//, /^shared\//)).toEqual([]);
  });

  it('client/sync knows no screen', () => {
    expect(
      between(
        /^client\/sync\//,
        /^client\/(people|outputs|export|reading|dashboard|chapter|comments|suggestions|review|notices|editor)\//,
      ),
    ).toEqual([]);
  });
});

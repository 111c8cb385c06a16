import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const store = readdirSync(join(root, 'node_modules', '.pnpm'));

describe('dependencies', () => {
  // Two copies of either break instanceof checks: documents are then silently not recognised.
  it.each([
    'yjs',
    'prosemirror-model',
    'prosemirror-state',
    'lib0',
    'y-protocols',
    '@tiptap+core',
    '@tiptap+pm',
    'react',
  ])('there is one copy of %s', (name) => {
    const versions = new Set(
      store
        .filter((entry) => entry.startsWith(`${name}@`))
        .map((entry) => entry.slice(name.length + 1).split('_')[0]),
    );
    expect([...versions]).toHaveLength(1);
  });

  it('all packages see the same yjs', () => {
    const seen = ['client', 'server', 'shared', 'tests'].map((name) =>
      realpathSync(join(root, name, 'node_modules', 'yjs')),
    );
    expect(new Set(seen).size).toBe(1);
  });

  it('every dependency is pinned once, exactly, in the catalog', () => {
    for (const name of ['client', 'server', 'shared', 'tests']) {
      const manifest = JSON.parse(readFileSync(join(root, name, 'package.json'), 'utf8'));
      for (const [dependency, version] of Object.entries({
        ...manifest.dependencies,
        ...manifest.devDependencies,
      })) {
        expect(version, dependency).toBe(dependency.startsWith('@accord/') ? 'workspace:*' : 'catalog:');
      }
    }
    const catalog = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8').split('catalog:')[1] ?? '';
    const versions = [...catalog.matchAll(/^ {2}\S+: (\S+)$/gm)].map((match) => match[1] ?? '');
    expect(versions.length).toBeGreaterThan(50);
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('every TipTap package is at one version', () => {
    const versions = new Set(
      store
        .filter((entry) => /^@tiptap\+(?!y-tiptap)/.test(entry))
        .map((entry) => entry.split('@')[2]?.split('_')[0]),
    );
    expect([...versions]).toHaveLength(1);
  });
});

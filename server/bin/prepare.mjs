/**
 * Installs and builds what is missing, and nothing else: a second start finds its stamps and does no work.
 * Plain Node, no dependency: this runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const PNPM = 'pnpm@12.21.0';
const PACKAGES = ['client', 'server', 'shared', 'tests'];

/** Ends with one clear line when Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Accord needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

/** Installs the dependencies of the lockfile, unless they are installed already. */
export function install() {
  const wanted = digest([
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    ...PACKAGES.map((name) => `${name}/package.json`),
  ]);
  const stamp = join(root, 'node_modules', '.accord-installed');
  if (readStamp(stamp) === wanted) return;
  step('Installing dependencies (once) …');
  run('npx', ['--yes', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'], { quiet: true });
  writeFileSync(stamp, wanted);
}

/** Builds client and server, unless the sources are those of the last build. */
export function build() {
  const sources = ['client/src', 'client/public', 'client/build', 'server/src', 'shared/src'].flatMap(
    filesBelow,
  );
  const wanted = digest([
    ...sources,
    'client/index.html',
    'client/vite.config.ts',
    'server/vite.config.ts',
    'pnpm-lock.yaml',
    'server/bin/prepare.mjs',
  ]);
  const stamp = join(root, 'server', 'dist', '.stamp');
  if (readStamp(stamp) === wanted) return;
  step('Building …');
  for (const name of ['client', 'server']) vite(name);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function vite(name) {
  const folder = join(root, name);
  run(process.execPath, [join(folder, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
    cwd: folder,
    quiet: true,
  });
}

/** Runs a command to its end; its output is shown when it fails, or always unless `quiet`. */
export function run(command, args, { cwd = root, quiet = false, env = process.env } = {}) {
  const done = spawnSync(command, args, {
    cwd,
    env,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    maxBuffer: 64 << 20,
  });
  if (done.status === 0) return;
  if (quiet) process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  fail(
    `\`${command} ${args.join(' ')}\` failed${done.error ? `: ${done.error.message}` : ` with status ${done.status}`}.`,
  );
}

export function step(line) {
  console.log(line);
}

export function fail(line) {
  console.error(line);
  process.exit(1);
}

function filesBelow(folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true })
    .map((name) => join(folder, name))
    .filter((name) => statSync(join(root, name)).isFile())
    .sort();
}

function digest(files) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const file of files)
    if (existsSync(join(root, file))) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

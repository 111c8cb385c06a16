/**
 * `npm test` (all that CI runs), `npm run check` (types, lint, unused code, boundaries) and `npm run bench`.
 * Plain Node: it starts on a machine with Node and npm only. Ends with `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, fail, install, requireNode, root, step } from '../server/bin/prepare.mjs';
import { installBrowser } from './kit/browser-path.mjs';

const tests = join(root, 'tests');
const results = join(tests, 'test-results');
const mode = process.argv[2] ?? 'test';
const total = { passed: 0, failed: 0 };

requireNode();
install();

if (mode === 'check') {
  check();
  vitest(['architecture', 'client/i18n']);
} else if (mode === 'bench') {
  build();
  process.exit(node(bin('tests', 'tsx', 'dist/cli.mjs'), ['bench/run.ts', ...process.argv.slice(3)], tests));
} else if (mode === 'test') {
  if (!installBrowser())
    fail(
      'The journeys need Chromium: install it (Debian: `apt-get install chromium`) or set ACCORD_CHROMIUM to its path.',
    );
  check();
  build();
  vitest([]);
  journeys();
} else {
  fail(`Unknown mode "${mode}".`);
}

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

function check() {
  one('types', () => node(bin('.', 'typescript', 'bin/tsc'), ['-b'], root));
  one('lint and format', () =>
    node(bin('.', '@biomejs/biome', 'bin/biome'), ['check', '--error-on-warnings', '.'], root),
  );
  one('unused code', () => node(bin('.', 'knip', 'bin/knip.js'), [], root));
}

function vitest(filters) {
  const report = join(results, 'vitest.json');
  rmSync(report, { force: true });
  step('· tests');
  const status = node(
    bin('tests', 'vitest', 'vitest.mjs'),
    ['run', ...filters, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    tests,
  );
  if (!existsSync(report)) return count(0, 1);
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that fails to load has failed without a failed test; an unhandled error fails the run alone.
  const failed = Math.max(numFailedTests, numFailedTestSuites, status === 0 ? 0 : 1);
  count(numPassedTests, failed);
}

function journeys() {
  const report = join(results, 'journeys.json');
  rmSync(report, { force: true });
  step('· journeys');
  const status = node(
    bin('tests', '@playwright/test', 'cli.js'),
    ['test', '-c', 'playwright.config.ts'],
    tests,
  );
  if (!existsSync(report)) return count(0, 1);
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  count(stats.expected, Math.max(stats.unexpected + stats.flaky, status === 0 ? 0 : 1));
}

function one(name, work) {
  step(`· ${name}`);
  const status = work();
  if (status !== 0) console.error(`  ${name}: failed`);
  count(status === 0 ? 1 : 0, status === 0 ? 0 : 1);
}

function count(passed, failed) {
  total.passed += passed;
  total.failed += failed;
}

function node(script, args, cwd) {
  return spawnSync(process.execPath, [script, ...args], { cwd, stdio: 'inherit' }).status ?? 1;
}

function bin(where, name, file) {
  return join(root, where, 'node_modules', name, file);
}

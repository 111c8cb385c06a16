/** `npm start` and `npm run demo`: make ready what is missing, then be the server (in this very process, for its signals). */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, requireNode, root } from './prepare.mjs';

requireNode();
install();
build();

if (process.argv.includes('--demo')) {
  process.env.ACCORD_DEMO = 'true';
  process.env.ACCORD_DATA ??= mkdtempSync(join(tmpdir(), 'accord-demo-'));
}
process.chdir(root);
process.setSourceMapsEnabled(true);
await import('../dist/main.js');

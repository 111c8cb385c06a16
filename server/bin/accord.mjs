/** `node server/bin/accord.mjs verify <record.json>`: checks an approval record by itself, without a server. */
import { build, install, requireNode } from './prepare.mjs';

requireNode();
install();
build();
const { commandLine } = await import('../dist/command-line.js');
process.exit(await commandLine(process.argv.slice(2)));

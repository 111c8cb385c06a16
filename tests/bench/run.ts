/**
 * `npm run bench`: what a person downloads before writing, and how long a keystroke takes to be durable and to reach
 * the others, beside a bare relay that knows no Yjs, on the same machine in the same run. Only ratios mean anything.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { startDemo } from '../kit/demo';
import { cookieOf } from '../kit/people';
import { measureAlignment, measureComparison } from './alignment';
import { measureAnchors } from './anchors';
import { measureDownloads } from './downloads';
import { measureKeystrokes, quantiles } from './keystrokes';
import { startRelay } from './relay';
import { fillReviewed, measureTyping } from './reviewed-chapter';

const SECONDS = 10;
const PER_SECOND = 100;

const lines: string[] = [];
const say = (line: string) => {
  lines.push(line);
  console.log(line);
};

const demo = await startDemo();
const relay = await startRelay();
try {
  const { chapterId } = await demo.newChapter('Bench');
  const row = (name: string, values: readonly number[]) =>
    say(
      `| ${name} | ${quantiles(values)
        .map((value) => value.toFixed(2))
        .join(' | ')} |`,
    );
  say(`# Measurements\n`);
  say(
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`,
  );

  say('## JavaScript downloaded, gzip\n');
  for (const { what, bytes } of await measureDownloads(demo.server.url, chapterId))
    say(`- ${what}: ${Math.round(bytes / 1000)} kB`);

  const alignment = measureAlignment(3000);
  say('\n## Two states of a chapter of 3,000 blocks aligned\n');
  say(
    `- ${alignment.milliseconds.toFixed(0)} ms; writing both as JSON and reading them again: ${alignment.hashing.toFixed(0)} ms`,
  );

  const comparison = measureComparison(3000);
  say('\n## Two versions of 3,000 blocks compared, with authors\n');
  say(
    `- a block in ten changed: ${comparison.similar.toFixed(0)} ms; every word rewritten and every id lost: ${comparison.rewritten.toFixed(0)} ms; ${Math.round(comparison.bytes / 1000)} kB as JSON`,
  );

  say('\n## Finding 200 threads in a chapter of 300 paragraphs, ms\n');
  say('| | found | median | longest |');
  say('| --- | --- | --- | --- |');
  for (const { what, found, median, longest } of measureAnchors())
    say(`| ${what} | ${found} | ${median.toFixed(1)} | ${longest.toFixed(1)} |`);

  say('\n## Typing in a chapter of 300 blocks, a key every 60 ms, and scrolling it, ms\n');
  say('| | p50 | p95 | p99 |');
  say('| --- | --- | --- | --- |');
  for (const count of [1, 200]) {
    const { chapterId: reviewed } = await demo.newChapter(`Bench with ${count}`);
    await fillReviewed(demo, reviewed, { blocks: 300, threads: count, suggestions: count });
    const { handled, shown, frames } = await measureTyping(demo.server.url, reviewed, 200);
    const what = `${count} thread${count > 1 ? 's' : ''} and suggestion${count > 1 ? 's' : ''}`;
    row(`${what}: key handled`, handled);
    row(`${what}: key shown`, shown);
    row(`${what}: between frames while scrolling`, frames);
  }

  say(`\n## One writer at ${PER_SECOND} updates a second, 10 readers, ${SECONDS} s, ms\n`);
  say('| | p50 | p95 | p99 |');
  say('| --- | --- | --- | --- |');
  const cookie = await cookieOf(demo.server.url, 'fr.author@demo.example');
  const accord = await measureKeystrokes({
    url: `${demo.server.url.replace('http', 'ws')}/sync/${chapterId}`,
    headers: { cookie, origin: demo.server.url },
    seconds: SECONDS,
    perSecond: PER_SECOND,
  });
  const bare = await measureKeystrokes({
    url: relay.url,
    headers: {},
    seconds: SECONDS,
    perSecond: PER_SECOND,
  });
  row('Accord: durable on disk', accord.durable);
  row('Accord: shown to a reader', accord.shown);
  row('bare relay: shown to a reader', bare.shown);
  const ratio = quantiles(accord.shown).map((value, index) => value / (quantiles(bare.shown)[index] ?? 1));
  say(`| ratio | ${ratio.map((value) => `${value.toFixed(2)}x`).join(' | ')} |`);
} finally {
  relay.close();
  await demo.end();
}
writeFileSync(join(import.meta.dirname, 'results.md'), `${lines.join('\n')}\n`);

import { compose, EVERY_ADDRESS } from './compose';
import { processConfig, WrongSetting } from './config';
import { demoPeopleLines } from './demo/people';
import { StorageUnusable } from './storage/ports';

/** Ending takes at most this long; what was acknowledged is on disk long before. */
const END_WITHIN_MS = 9000;

const say = (line: string) => void process.stdout.write(`${line}\n`);

function giveUp(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** One line for what a person starting the server can put right; null for a fault of ours. */
function plainly(error: unknown): string | null {
  if (error instanceof WrongSetting || error instanceof StorageUnusable) return error.message;
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: another program, or another Accord, listens on ${address}:${port}.`;
  if (code === 'EADDRNOTAVAIL') return `HOST ${address} is no address of this machine.`;
  if (code === 'EACCES' && port !== undefined) return `Port ${port} needs rights this user does not have.`;
  return null;
}

async function start(): Promise<void> {
  const config = processConfig();
  const accord = await compose(config, { processMetrics: true });

  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(0), END_WITHIN_MS).unref();
    accord.close().then(
      () => process.exit(0),
      (error: unknown) => giveUp(`Accord did not end cleanly: ${String(error)}`),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);

  say(`Accord is ready at ${accord.url}`);
  if (EVERY_ADDRESS.test(accord.url) && !config.publicUrl) {
    say('Set ACCORD_PUBLIC_URL to the address people use: until then, only this machine can sign in.');
  }
  if (config.demo) for (const line of demoPeopleLines()) say(line);
  if (accord.firstLink) say(`Sign in as its administrator, once, within 7 days: ${accord.firstLink}`);
}

start().catch((error: unknown) => {
  giveUp(plainly(error) ?? `Accord could not start: ${error instanceof Error ? error.stack : String(error)}`);
});

import { readFile } from 'node:fs/promises';
import { ApprovalRecord, verifyRecord } from '@accord/shared/review/record';

const USAGE = 'Usage: accord verify <record.json>';

/**
 * What can be done with Accord's files without a server.
 * @param say a line of the answer
 * @returns the exit code: 0 all is well, 1 something is wrong with what was looked at, 2 the command is
 */
export async function commandLine(
  [command, path, ...more]: readonly string[],
  say: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Promise<number> {
  if (command !== 'verify' || path === undefined || more.length > 0) {
    say(USAGE);
    return 2;
  }
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    say(`${path} can't be read: ${(error as Error).message}`);
    return 2;
  }
  const record = ApprovalRecord.safeParse(asJson(text));
  if (!record.success) {
    say(`${path} is no approval record, or it was changed: ${record.error.issues[0]?.path.join('.') ?? ''}`);
    return 1;
  }
  const faults = verifyRecord(record.data);
  for (const fault of faults) say(fault);
  if (faults.length > 0) return 1;
  const { title, state, signOff } = record.data;
  say(
    `“${title}” (${state}): ${signOff.texts.length} text(s) and ${signOff.signatures.length} signature(s) fit ${signOff.hash}.`,
  );
  return 0;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

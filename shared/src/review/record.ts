import { z } from 'zod';
import { Country } from '../access/role';
import { ChapterState } from '../access/state';
import { Id, Timestamp } from '../kernel/id';
import { canonicalJson, sha256Of } from '../manuscript/canonical';
import type { NodeJson } from '../manuscript/document';
import { Hash, SignOff, StateMove } from './review';
import { hashOfTexts, isMet } from './signing';

/**
 * The approval record (R12): who signed which text, whole in itself. The texts are in it in their canonical spelling, so that
 * anybody with a SHA-256 can check what was signed, without a server and years later.
 */
export const ApprovalRecord = z.object({
  kind: z.literal('accord-approval-record'),
  format: z.literal(1),
  madeAt: Timestamp,
  outputTitle: z.string(),
  /** Of the chapter, or of the output where the whole was signed. */
  title: z.string(),
  state: ChapterState,
  signOff: SignOff.omit({ underway: true }),
  /** Canonical JSON of each signed text, in the order of `signOff.texts`. */
  texts: z.array(z.object({ chapterId: Id, hash: Hash, canonicalJson: z.string() })),
  history: z.array(StateMove),
  /** Everybody named above, as they were called when the record was made. */
  people: z.array(z.object({ id: Id, name: z.string(), partner: z.string(), country: Country })),
});
export type ApprovalRecord = z.infer<typeof ApprovalRecord>;

/** Something in a record that does not fit, in English, for whoever checks it. */
export type RecordFault = string;

/** Checks a record by itself: texts against hashes, hashes against what was signed, signatures against the state (R12). */
export function verifyRecord(record: ApprovalRecord): RecordFault[] {
  const { signOff, texts, state } = record;
  const faults: RecordFault[] = [];
  const named = new Map(signOff.texts.map((text) => [text.chapterId, text]));
  if (texts.length !== signOff.texts.length)
    faults.push('The texts in the record are not those that were signed.');
  for (const { chapterId, hash, canonicalJson: text } of texts) {
    const signed = named.get(chapterId);
    const title = signed?.title ?? chapterId;
    if (sha256Of(text) !== hash) faults.push(`The text of “${title}” is not the one with the hash ${hash}.`);
    if (signed?.hash !== hash) faults.push(`“${title}” was signed with another hash than ${hash}.`);
    if (spelling(text) !== text) faults.push(`The text of “${title}” is not in its canonical spelling.`);
  }
  const whole = signOff.chapterId === null ? hashOfTexts(signOff.texts) : signOff.texts[0]?.hash;
  if (whole !== signOff.hash) faults.push(`What was signed is not ${signOff.hash}.`);
  let hash = signOff.changes[0]?.fromHash ?? signOff.hash;
  for (const change of signOff.changes) {
    if (change.fromHash !== hash)
      faults.push(`The editorial change of ${change.at} does not follow the text before it.`);
    hash = change.toHash;
  }
  if (hash !== signOff.hash) faults.push('The editorial changes do not lead to what was signed.');
  const keys = new Set(signOff.slots.map(({ key }) => key));
  for (const { slot, at } of signOff.signatures)
    if (!keys.has(slot)) faults.push(`The signature of ${at} is for a place that was not asked.`);
  const approved = state === 'approved' || state === 'published' || state === 'superseded';
  if (approved && !isMet(signOff, Date.parse(signOff.ended?.at ?? record.madeAt)))
    faults.push('It is recorded as approved, but not everybody has agreed or abstained.');
  return faults;
}

function spelling(text: string): string | null {
  try {
    return canonicalJson(JSON.parse(text) as NodeJson);
  } catch {
    return null;
  }
}

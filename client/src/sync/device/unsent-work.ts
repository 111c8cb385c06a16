import * as Y from 'yjs';
import type { Device } from './device';
import { keptText, wordsIn } from './kept-words';

/** What would be lost if this device were wiped now (U4): of one chapter. */
export interface UnsentWork {
  readonly chapterId: string;
  readonly title: string;
  readonly changes: number;
  /** The words among the changes, whole blocks, to be copied or saved as a file. Empty for deletions only. */
  readonly text: string;
}

/** Everything on the device that the server does not have: unsaved changes, and refused words not yet taken back. */
export async function unsentWork(device: Device): Promise<UnsentWork[]> {
  const work: UnsentWork[] = [];
  for (const chapterId of await device.listCopies()) {
    const copy = await device.readCopy(chapterId);
    if (!copy || copy.unsaved.length === 0) continue;
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const update of copy.updates) Y.applyUpdate(doc, update);
    });
    const blocks = wordsIn(
      doc,
      copy.unsaved.map((each) => each.update),
    );
    doc.destroy();
    work.push({ chapterId, title: copy.title, changes: copy.unsaved.length, text: keptText({ blocks }) });
  }
  for (const words of await device.listKept()) {
    work.push({
      chapterId: words.chapterId,
      title: words.title,
      changes: words.changes,
      text: keptText(words),
    });
  }
  return work;
}

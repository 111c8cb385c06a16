import { Failure } from '@accord/shared/kernel/failure';
import { canonicalJson } from '@accord/shared/manuscript/canonical';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import { withBlockOf } from '@accord/shared/versions/restore-block';
import type { Restored, Version } from '@accord/shared/versions/versions';
import type { LiveChapters } from '../rooms/live-chapters';
import { createWriters } from '../writers';
import type { Versions } from './versions';

/** Brings versions back as a new edit of the live text (V5, V7): nobody is disconnected, nothing is swapped. */
export interface Restoring {
  /**
   * First stores what stands in the chapter as a version, then writes, then stores the outcome.
   * @param blockId a block of the version, to bring back that alone; null: the whole text
   * @throws Failure('not-found') for no such version or block, Failure('different-chapters'), Failure('conflicts-with-text') where
   * the block has no place in the text, Failure('document-unreadable') for a version this server's schema does not know, and as
   * `LiveChapters.edit`
   */
  restore(chapterId: string, personId: string, versionId: string, blockId: string | null): Promise<Restored>;
}

/** What the audit log is told of a restore. */
export interface RestoreNote {
  readonly personId: string;
  readonly what: 'version-restored';
  readonly subject: string;
  readonly detail: Readonly<Record<string, string>>;
}

export function createRestoring({
  versions,
  chapters,
  record,
}: {
  readonly versions: Pick<Versions, 'find' | 'read' | 'record' | 'recordText'>;
  readonly chapters: Pick<LiveChapters, 'edit'>;
  /** Writes into the audit log, durably (P8). */
  readonly record: (note: RestoreNote) => Promise<void>;
}): Restoring {
  const writers = createWriters();
  return {
    async restore(chapterId, personId, versionId, blockId) {
      const version = await versions.find(versionId);
      if (version.chapterId !== chapterId)
        throw new Failure('different-chapters', 'It is a version of another chapter.');
      const { json } = await versions.read(chapterId, versionId);
      // A chapter that nobody has written in yet has no block at all.
      if (json.content) mustFit(json, 'document-unreadable');
      const occasion = { personId, of: versionId, blockId };
      /** What shall stand in the chapter; null while nothing has to change. */
      let target: NodeJson | null = null;
      let before: Version | null = null;
      try {
        await chapters.edit(
          chapterId,
          (text) => {
            if (!target) return;
            const { clientId } = writers.of(chapterId, personId);
            writers.wrote(chapterId, personId, text.rewrite({ personId, clientId }, target));
          },
          {
            restores: versionId,
            async before(text) {
              const wanted = blockId === null ? json : targetOf(text.json, json, blockId);
              if (canonicalJson(wanted) === canonicalJson(text.json)) return;
              before = await versions.recordText(chapterId, { kind: 'before-restore', ...occasion }, text);
              target = wanted;
            },
          },
        );
      } catch (error) {
        // Whether it was written is not known.
        writers.forget(chapterId);
        throw error;
      }
      if (!before) return { before: null, restored: null };
      await record({
        personId,
        what: 'version-restored',
        subject: chapterId,
        detail: blockId === null ? { versionId } : { versionId, blockId },
      });
      return { before, restored: await versions.record(chapterId, { kind: 'restore', ...occasion }) };
    },
  };
}

/** The text with a version's block in its place. */
function targetOf(text: NodeJson, version: NodeJson, blockId: string): NodeJson {
  const target = withBlockOf(text, version, blockId);
  if (!target) throw new Failure('not-found', 'The version has no such block.');
  mustFit(target, 'conflicts-with-text');
  return target;
}

function mustFit(document: NodeJson, code: 'document-unreadable' | 'conflicts-with-text'): void {
  try {
    manuscriptSchema.nodeFromJSON(document).check();
  } catch (cause) {
    throw new Failure(code, 'The schema does not allow what would be restored.', { cause });
  }
}

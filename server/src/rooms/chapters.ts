import { Failure } from '@accord/shared/kernel/failure';
import { newId } from '@accord/shared/kernel/id';
import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import { blocksToYjs, yjsToJson } from '@accord/shared/manuscript/yjs';
import * as Y from 'yjs';
import type { LiveChapters, TextToEdit } from './live-chapters';
import type { Author } from './proof';
import type { Registry } from './registry';
import type { Room } from './room';
import { TextCopy } from './text-copy';
import type { Turns } from './turns';

/** The chapters' text for the other features of the server. */
export function createChapters(registry: Registry, turns: Turns): LiveChapters {
  const inRoom = async <T>(chapterId: string, work: (room: Room) => Promise<T>): Promise<T> => {
    const room = await registry.hold(chapterId);
    try {
      return await work(room);
    } finally {
      registry.release(chapterId);
    }
  };
  /** Runs `look` while the document equals the log. */
  const between = async <T>(room: Room, look: () => T): Promise<T> => {
    do {
      await turns.settled();
      await room.ready();
    } while (turns.busy);
    return look();
  };

  return {
    read: (chapterId) =>
      inRoom(chapterId, (room) =>
        between(room, () => ({
          seq: room.document.seq,
          json: yjsToJson(room.document.doc.getXmlFragment(FRAGMENT)),
          state: room.document.state(),
        })),
      ),

    seed: (chapterId, document, personId) =>
      inRoom(chapterId, (room) =>
        room.command(({ seq }) => {
          if (seq > 0) throw new Failure('conflict', 'The chapter has text already.');
          return [{ author: serverAuthor(room, personId), update: firstContent(document) }];
        }),
      ),

    edit: <T>(
      chapterId: string,
      plan: (text: TextToEdit) => T,
      { despiteLock = false }: { readonly despiteLock?: boolean } = {},
    ) =>
      inRoom(chapterId, async (room) => {
        let planned: { readonly result: T } | null = null;
        await room.command((document) => {
          const copy = new TextCopy(document.state());
          try {
            planned = { result: plan(copy) };
            return copy.written.map(({ personId, update }) => ({
              author: serverAuthor(room, personId, despiteLock),
              update,
            }));
          } finally {
            copy.destroy();
          }
        });
        return (planned as unknown as { readonly result: T }).result;
      }),

    notify: (chapterId, topic) => registry.loaded.get(chapterId)?.notify(topic),
  };
}

function firstContent(document: NodeJson): Uint8Array {
  const doc = new Y.Doc();
  doc.getXmlFragment(FRAGMENT).insert(0, blocksToYjs(document.content ?? []));
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** The server itself, in the name of a person. */
function serverAuthor(room: Room, personId: string, despiteLock = false): Author {
  return {
    personId,
    sessionId: `server-${newId(8)}`,
    claims: 0,
    standing: () => ({
      access: 'write',
      locked: room.locked && !despiteLock,
      storage: room.storage,
      refused: null,
    }),
  };
}

import { Failure } from '@accord/shared/kernel/failure';
import { newId } from '@accord/shared/kernel/id';
import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import { blocksToYjs, yjsToJson } from '@accord/shared/manuscript/yjs';
import * as Y from 'yjs';
import type { Command } from './inbox';
import type { CommittedText, HowToEdit, LiveChapters, TextToEdit } from './live-chapters';
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
  const committed = (room: Room): Promise<CommittedText> =>
    between(room, () => ({
      seq: room.document.seq,
      json: yjsToJson(room.document.doc.getXmlFragment(FRAGMENT)),
      state: room.document.state(),
    }));

  return {
    read: (chapterId) => inRoom(chapterId, committed),

    seed: (chapterId, document, personId) =>
      inRoom(chapterId, (room) =>
        room.command(({ seq }) => {
          if (seq > 0) throw new Failure('conflict', 'The chapter has text already.');
          return [{ author: serverAuthor(room, personId), update: firstContent(document) }];
        }),
      ),

    edit: <T>(chapterId: string, plan: (text: TextToEdit) => T, { before, ...how }: HowToEdit = {}) =>
      inRoom(chapterId, async (room) => {
        let planned: { readonly result: T } | null = null;
        let seen: number | null = null;
        const prepare: Command['prepare'] = (document) => {
          if (seen !== null && seen !== document.seq)
            throw new Failure('unavailable', 'The text had to be read again; nothing was changed.');
          const copy = new TextCopy(document.state());
          try {
            planned = { result: plan(copy) };
            return copy.written.map(({ personId, update }) => ({
              author: serverAuthor(room, personId, how),
              update,
            }));
          } finally {
            copy.destroy();
          }
        };
        if (before)
          await room.commandAfter(async () => {
            const text = await committed(room);
            seen = text.seq;
            await before(text);
          }, prepare);
        else await room.command(prepare);
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
function serverAuthor(
  room: Room,
  personId: string,
  { despiteLock = false, restores }: Omit<HowToEdit, 'before'> = {},
): Author {
  return {
    personId,
    sessionId: restores ? `restore:${restores}` : `server-${newId(8)}`,
    claims: 0,
    standing: () => ({
      access: 'write',
      locked: room.locked && !despiteLock,
      storage: room.storage,
      refused: null,
    }),
  };
}

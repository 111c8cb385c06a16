import { newId } from '@accord/shared/kernel/id';
import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import { blocksToYjs, yjsToJson } from '@accord/shared/manuscript/yjs';
import * as Y from 'yjs';
import type { LiveChapters } from './live-chapters';
import type { Author } from './proof';
import type { Registry } from './registry';
import type { Room } from './room';
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
        room.command(serverAuthor(room, personId), firstContent(document), { onlyIfEmpty: true }),
      ),
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
function serverAuthor(room: Room, personId: string): Author {
  return {
    personId,
    sessionId: `server-${newId(8)}`,
    claims: 0,
    standing: () => ({ access: 'write', locked: room.locked, storage: room.storage, refused: null }),
  };
}

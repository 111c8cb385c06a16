import { compact } from '@accord/server/rooms/compaction';
import { examine } from '@accord/server/rooms/examine';
import { openStorage } from '@accord/server/storage/open-storage';
import type { LogEntry } from '@accord/server/storage/ports';
import { createAttribution } from '@accord/server/versions/attribution/attribution';
import { createReplays } from '@accord/server/versions/attribution/replays';
import { WORKSPACE_ID } from '@accord/shared/kernel/id';
import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import { yjsToJson } from '@accord/shared/manuscript/yjs';
import type { BlockAuthors } from '@accord/shared/versions/attribution';
import type { Editor } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { openEditor, serverDoc } from '../../client/editor/open-editor';
import { saidIn, textsOf } from './said';

export const CHAPTER = 'chapter1';

/** One of those who write: their own copy of the text in the editor as the page makes it. */
export interface Writer {
  readonly personId: string;
  readonly doc: Y.Doc;
  readonly editor: Editor;
}

/**
 * Several people in a chapter, each with the real editor; what they do goes into a real log as the rooms write it there. They
 * hear of each other at `exchange`.
 */
export async function writersOf(people: readonly string[], ...blocks: NodeJson[]) {
  const { log } = await openStorage({ kind: 'memory' });
  const server = new Y.Doc();
  const owners = new Map<number, string>();
  const waiting: LogEntry[] = [];
  const versions = new Map<string, Uint8Array>();
  let at = Date.parse('2026-11-24T09:00:00Z');

  function take(update: Uint8Array, personId: string, sessionId = 'tab'): void {
    const known = {
      doc: server,
      owners,
      ahead: new Map<number, number>(),
      claimedNow: new Map<number, string>(),
    };
    const found = examine(update, personId, known);
    if (found.foreign || found.gap) throw new Error('no server takes this');
    for (const client of found.claimed) owners.set(client, personId);
    at += 5000;
    waiting.push({ personId, sessionId, at, ...found });
    Y.applyUpdate(server, found.update);
  }

  take(Y.encodeStateAsUpdate(serverDoc(...blocks)), WORKSPACE_ID);

  const writers = people.map((personId): Writer => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
    const editor = openEditor(doc);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') take(update, personId);
    });
    return { personId, doc, editor };
  });

  async function store(): Promise<void> {
    if (waiting.length > 0) await log.append(new Map([[CHAPTER, waiting.splice(0)]]));
  }

  const replays = createReplays({ log, versionState: async (_, id) => versions.get(id) ?? null });
  const attribution = createAttribution({
    log,
    replays,
    chapters: {
      async read() {
        await store();
        const stored = await log.load(CHAPTER);
        return {
          seq: stored?.tail.at(-1)?.seq ?? stored?.baseSeq ?? 0,
          json: yjsToJson(server.getXmlFragment(FRAGMENT)),
          state: Y.encodeStateAsUpdate(server),
        };
      },
    },
  });

  return {
    writers,
    server,
    log,
    versions,
    attribution,
    take,
    state: () => Y.encodeStateAsUpdate(server),
    /** Everybody pauses and hears of all that has been written. */
    exchange() {
      for (const { editor } of writers) pause(editor);
      for (const { doc } of writers)
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)), 'server');
    },
    async compact() {
      await store();
      await compact(log, CHAPTER, 4, replays);
    },
    texts: () => textsOf(yjsToJson(server.getXmlFragment(FRAGMENT))),
    /** Each block's words with their authors, e.g. `aino:Hello |jean:world`. */
    async said(authors?: BlockAuthors[]): Promise<string[]> {
      const all = authors ?? (await attribution.authors(CHAPTER));
      return saidIn(textsOf(yjsToJson(server.getXmlFragment(FRAGMENT))), all);
    },
  };
}

/** What comes next is undone by itself. */
export const pause = (editor: Editor) => yUndoPluginKey.getState(editor.state)?.undoManager.stopCapturing();

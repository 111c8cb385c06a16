import { createOutputs } from '@accord/server/outputs/outputs';
import type { LiveChapters } from '@accord/server/rooms/live-chapters';
import { createBus } from '@accord/server/storage/bus';
import { createMemoryKeeper } from '@accord/server/storage/memory/memory-keeper';
import type { Attribution, BusTopics } from '@accord/server/storage/ports';
import { createRecords } from '@accord/server/storage/records';
import type { Actor } from '@accord/shared/access/decide';
import type { Grant, Role } from '@accord/shared/access/role';
import { Failure } from '@accord/shared/kernel/failure';
import type { NodeJson } from '@accord/shared/manuscript/document';

/** Texts without rooms: what is seeded or typed is committed at once, and each commit is one log entry. */
export function createTexts() {
  const texts = new Map<string, { json: NodeJson; log: { personId: string; at: number }[] }>();
  const reads: string[] = [];
  const unreadable = new Set<string>();
  const chapters: Pick<LiveChapters, 'read' | 'seed'> = {
    async read(chapterId) {
      reads.push(chapterId);
      if (unreadable.has(chapterId)) throw new Failure('document-unreadable');
      const text = texts.get(chapterId);
      return { seq: text?.log.length ?? 0, json: text?.json ?? { type: 'doc' }, state: new Uint8Array() };
    },
    async seed(chapterId, json, personId) {
      if (texts.has(chapterId)) throw new Failure('conflict');
      texts.set(chapterId, { json, log: [{ personId, at: 0 }] });
    },
  };
  const log = {
    async attribution(chapterId: string, afterSeq = 0): Promise<Attribution[]> {
      const entries = texts.get(chapterId)?.log ?? [];
      return entries
        .map((entry, index) => ({ ...entry, fromSeq: index + 1, seq: index + 1, inserted: [], deleted: [] }))
        .filter(({ seq }) => seq > afterSeq);
    },
  };
  return {
    chapters,
    log,
    reads,
    unreadable,
    texts,
    /** A person's change; the caller publishes the notice that goes with it. */
    type(chapterId: string, json: NodeJson, personId: string, at: number): number {
      const text = texts.get(chapterId) ?? { json, log: [] };
      texts.set(chapterId, { json, log: [...text.log, { personId, at }] });
      return text.log.length + 1;
    },
  };
}

/** A workspace's outputs in memory; `again` opens the same records once more, as a restart does. */
export async function openOutputs({ failing }: { failing?: (name: string) => boolean } = {}) {
  const keeper = createMemoryKeeper();
  const texts = createTexts();
  const audit: { what: string; subject?: string | null; personId: string | null }[] = [];
  const notices: BusTopics['chapter-changed'][] = [];
  const open = () => {
    const bus = createBus((error) => {
      throw error;
    });
    bus.subscribe('chapter-changed', (notice) => notices.push(notice));
    const records = createRecords({
      names: keeper.names,
      adapter: (name) => {
        const adapter = keeper.adapter(name);
        return {
          read: () => adapter.read(),
          async write(data) {
            if (failing?.(name)) throw new Error('disk full');
            await adapter.write(data);
          },
        };
      },
    });
    return createOutputs({
      ...texts,
      records,
      bus,
      clock: { now: () => Date.parse('2026-11-23T10:00:00Z') },
      people: {
        hasPerson: (id) => ['anna', 'aldo', 'admin'].includes(id),
        hasPartner: (id) => ['partner-fi', 'partner-fr'].includes(id),
      },
      audit: {
        async record(note) {
          audit.push(note);
        },
      },
    }).then((outputs) => ({ outputs, bus }));
  };
  return { ...(await open()), texts, audit, notices, again: open };
}

const person = (personId: string, administrator: boolean, grants: Grant[]): Actor => ({
  personId,
  active: true,
  administrator,
  grants,
});
export const admin = person('admin', true, []);
export const withRole = (role: Role, on: { outputId?: string; chapterId?: string } = {}): Actor =>
  person('anna', false, [
    { role, outputId: on.outputId ?? null, chapterId: on.chapterId ?? null, language: null },
  ]);

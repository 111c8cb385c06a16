import { type Actor, decide, type Subject } from '@accord/shared/access/decide';
import { newId } from '@accord/shared/kernel/id';
import type { AddNotices, NewNotice, Notice, ShownNotice } from '@accord/shared/notices/notices';
import type { Clock } from '../clock';
import type { Records, Scope } from '../storage/ports';
import { withNotice } from './keep';
import { NOTICES_FILE, type NoticesFile } from './records';

/** A chapter as its notices name it, and as the permission table sees it. */
export interface NamedChapter {
  readonly title: string;
  readonly subject: Extract<Subject, { kind: 'chapter' }>;
}

/** What people are told: kept per person in the records scope `notices/<person id>`, shown by what holds now. */
export interface Notices {
  readonly add: AddNotices;
  /** Newest first, without those of chapters the person may not read and of remarks that were deleted. */
  list(actor: Actor): Promise<ShownNotice[]>;
  /** How many of those are unread, and the newest unread one. */
  count(actor: Actor): Promise<{ unread: number; newestId: string | null }>;
  /** Marks own notices as read, all without `ids`. @returns the list after it */
  read(actor: Actor, ids?: readonly string[]): Promise<ShownNotice[]>;
}

export function createNotices(needs: {
  readonly records: Records;
  readonly clock: Clock;
  readonly chapter: (chapterId: string) => NamedChapter | null;
  /** What a person may be judged by now; null when there is no such person. */
  readonly actor: (personId: string) => Actor | null;
  /** What a notice shows as of now, since remarks are edited and deleted; null when what it is about is gone. */
  readonly excerpt: (notice: Notice) => Promise<string | null>;
  /** Tells those who have the chapter open that some people are told something, once it can be asked for. */
  readonly tell: (chapterId: string) => void;
}): Notices {
  const { records, clock } = needs;
  const now = () => new Date(clock.now()).toISOString();

  const noticesOf = (personId: string): Promise<Scope<NoticesFile>> => records.open(NOTICES_FILE, personId);

  const readable = (actor: Actor | null, chapterId: string): NamedChapter | null => {
    const chapter = needs.chapter(chapterId);
    return actor && chapter && decide(actor, 'chapter.read', chapter.subject).allowed ? chapter : null;
  };

  async function shown(actor: Actor, notice: Notice): Promise<ShownNotice | null> {
    const chapter = readable(actor, notice.chapterId);
    const excerpt = chapter && (await needs.excerpt(notice));
    if (!chapter || excerpt === null) return null;
    const { outputId, language: chapterLanguage } = chapter.subject;
    return { ...notice, excerpt, outputId, chapterTitle: chapter.title, chapterLanguage };
  }

  async function visible(actor: Actor, which: (notice: Notice) => boolean): Promise<ShownNotice[]> {
    const { notices } = (await noticesOf(actor.personId)).read();
    const found = await Promise.all(notices.filter(which).map((notice) => shown(actor, notice)));
    return found.filter((notice) => notice !== null).reverse();
  }
  const list = (actor: Actor) => visible(actor, () => true);

  return {
    list,

    async add(added) {
      const at = now();
      const ofPerson = new Map<string, NewNotice[]>();
      for (const notice of added) {
        if (notice.personId === notice.byId) continue;
        if (!readable(needs.actor(notice.personId), notice.chapterId)) continue;
        ofPerson.set(notice.personId, [...(ofPerson.get(notice.personId) ?? []), notice]);
      }
      await Promise.all(
        [...ofPerson].map(async ([personId, news]) => {
          const scope = await noticesOf(personId);
          await scope.commit((draft) => {
            for (const { personId: _, ...notice } of news)
              draft.notices = withNotice(draft.notices, { ...notice, id: newId(), at, readAt: null });
          });
        }),
      );
      const told = new Set([...ofPerson.values()].flat().map(({ chapterId }) => chapterId));
      for (const chapterId of told) needs.tell(chapterId);
    },

    async count(actor) {
      const unread = await visible(actor, ({ readAt }) => readAt === null);
      return { unread: unread.length, newestId: unread[0]?.id ?? null };
    },

    async read(actor, ids) {
      const wanted = ids && new Set(ids);
      const unread = ({ id, readAt }: Notice) => readAt === null && (wanted?.has(id) ?? true);
      const scope = await noticesOf(actor.personId);
      if (scope.read().notices.some(unread)) {
        const at = now();
        await scope.commit(({ notices }) => {
          for (const notice of notices.filter(unread)) notice.readAt = at;
        });
      }
      return list(actor);
    },
  };
}

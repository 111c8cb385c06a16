import type { Country } from '@accord/shared/access/role';
import type {
  Comment,
  CommentDecision,
  CommentType,
  Thread,
  ThreadAnchor,
} from '@accord/shared/comments/comments';
import { mentionsIn } from '@accord/shared/comments/mentions';
import type { OutgoingComment } from './outbox';

/** Where the text of a thread is now. `looked`: nobody has looked for it yet. */
export type Place =
  | { readonly kind: 'text'; readonly from: number }
  | { readonly kind: 'chapter' }
  | { readonly kind: 'suggestion'; readonly suggestionId: string }
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'unknown' };

/** A thread as it is shown: what the server says, with what I have written and it does not have yet. */
export interface ThreadView {
  readonly thread: Thread;
  readonly place: Place;
  /** My comments that have not arrived, by the id of the comment they are or change. */
  readonly outgoing: ReadonlyMap<string, OutgoingComment>;
}

/** The threads with my comments on their way among them, each exactly once. */
export function withOutgoing(
  threads: readonly Thread[],
  outgoing: readonly OutgoingComment[],
  me: { readonly id: string; readonly chapterId: string },
  places: ReadonlyMap<string, Place>,
): ThreadView[] {
  const shown = new Map<string, { thread: Thread; outgoing: Map<string, OutgoingComment> }>();
  for (const thread of threads) shown.set(thread.id, { thread, outgoing: new Map() });
  for (const each of outgoing) {
    const { target } = each;
    const view = shown.get(target.threadId);
    if (target.kind === 'thread') {
      if (view) continue;
      shown.set(target.threadId, {
        thread: newThread(each, me),
        outgoing: new Map([[target.threadId, each]]),
      });
      continue;
    }
    if (!view) continue;
    const there = view.thread.comments.some(({ id }) => id === target.commentId);
    if (target.kind === 'reply') {
      if (there) continue;
      const reply = commentOf(target.commentId, each, me.id);
      view.thread = { ...view.thread, comments: [...view.thread.comments, reply] };
    } else {
      view.thread = {
        ...view.thread,
        comments: view.thread.comments.map((comment) =>
          comment.id === target.commentId ? { ...comment, text: each.text, editedAt: each.at } : comment,
        ),
      };
    }
    view.outgoing.set(target.commentId, each);
  }
  return [...shown.values()].map(({ thread, outgoing: mine }) => ({
    thread,
    outgoing: mine,
    place: placeOf(thread, places),
  }));
}

function placeOf({ id, anchor }: Thread, places: ReadonlyMap<string, Place>): Place {
  if (anchor.kind === 'chapter') return { kind: 'chapter' };
  if (anchor.kind === 'suggestion') return { kind: 'suggestion', suggestionId: anchor.suggestionId };
  return places.get(id) ?? { kind: 'unknown' };
}

function newThread(each: OutgoingComment, me: { id: string; chapterId: string }): Thread {
  const { target } = each;
  if (target.kind !== 'thread') throw new Error('only a first comment makes a thread');
  return {
    id: target.threadId,
    chapterId: me.chapterId,
    anchor: target.anchor,
    comments: [commentOf(target.threadId, each, me.id)],
    resolved: null,
    type: target.type,
    decision: null,
    reason: '',
    events: [],
  };
}

function commentOf(id: string, { text, at }: OutgoingComment, personId: string): Comment {
  return { id, personId, at, editedAt: null, text, deleted: null };
}

/** The words a thread is about, as they were when it was opened; null where it is about no words. */
export function quoteOf({ anchor }: Thread): string | null {
  return quotedIn(anchor);
}

/** The same of an anchor. */
export function quotedIn(anchor: ThreadAnchor): string | null {
  if (anchor.kind !== 'text' && anchor.kind !== 'block') return null;
  const quote = anchor.quote
    .replaceAll('\u0000', ' … ')
    .replaceAll('\ufffc', ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return quote === '' ? null : quote;
}

/** Which threads are to be shown. */
export interface ThreadFilter {
  readonly state: 'open' | 'resolved' | 'nowhere' | 'all';
  readonly whose: 'all' | 'mine' | 'mentioning-me';
  readonly country: Country | null;
  readonly type: CommentType | null;
  /** `none`: those not decided yet. */
  readonly decision: CommentDecision | 'none' | null;
}

export const ALL_OPEN: ThreadFilter = {
  state: 'open',
  whose: 'all',
  country: null,
  type: null,
  decision: null,
};

/** Who looks, and how people are known. */
export interface Looker {
  readonly me: { readonly id: string; readonly country: Country };
  /** My role on the chapter. */
  readonly role: string | null;
  readonly countryOf: (personId: string) => Country | undefined;
}

/** Whether a filter lets a thread through (C14). On deleted text, an open thread still counts as open (C2). */
export function isShown({ thread, place }: ThreadView, filter: ThreadFilter, looker: Looker): boolean {
  const { state, whose, country, type, decision } = filter;
  const { comments, resolved } = thread;
  if (state === 'open' && resolved) return false;
  if (state === 'resolved' && !resolved) return false;
  if (state === 'nowhere' && (place.kind !== 'nowhere' || resolved)) return false;
  if (whose === 'mine' && !comments.some(({ personId }) => personId === looker.me.id)) return false;
  if (whose === 'mentioning-me' && !comments.some(({ text }) => mentionsMe(text, looker))) return false;
  if (country !== null && !comments.some(({ personId }) => looker.countryOf(personId) === country))
    return false;
  if (type !== null && thread.type !== type) return false;
  if (decision !== null && (decision === 'none' ? thread.decision !== null : thread.decision !== decision))
    return false;
  return true;
}

function mentionsMe(text: string, { me, role }: Looker): boolean {
  return mentionsIn(text).some(
    ({ target }) =>
      target === `person:${me.id}` || target === `country:${me.country}` || target === `role:${role}`,
  );
}

/** How many threads there are to be dealt with, and how many of them have lost their text. */
export function countThreads(views: readonly ThreadView[]): {
  open: number;
  nowhere: number;
  resolved: number;
} {
  const open = views.filter(({ thread }) => !thread.resolved);
  return {
    open: open.length,
    nowhere: open.filter(({ place }) => place.kind === 'nowhere').length,
    resolved: views.length - open.length,
  };
}

/** In the order of the text; what is about the whole chapter comes first, what is about deleted text last, each by time. */
export function inTextOrder(views: readonly ThreadView[]): ThreadView[] {
  const rank = ({ place }: ThreadView) =>
    place.kind === 'chapter' ? -1 : place.kind === 'text' ? place.from : Number.POSITIVE_INFINITY;
  const begun = ({ thread }: ThreadView) => thread.comments[0]?.at ?? '';
  return views.toSorted((one, other) => {
    const [a, b] = [rank(one), rank(other)];
    if (a !== b) return a - b;
    return begun(one) < begun(other) ? -1 : 1;
  });
}

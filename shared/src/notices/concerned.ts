import { excerptOf } from './excerpt';
import type { NewNotice, NoticeKind } from './notices';

/** Where a thread stands and what is shown of it. */
export interface ThreadPlace {
  readonly chapterId: string;
  readonly threadId: string;
  /** The comment told about: the new one; for what happens to the whole thread, its first. */
  readonly commentId: string;
  /** The suggestion the thread discusses, or null. */
  readonly suggestionId: string | null;
  /** What that comment says, mentions as plain names. */
  readonly text: string;
}

/** Something somebody (`byId`) did to a thread. Persons are ids; a person may stand in several lists, and twice in one. */
export type ThreadHappening =
  /** `mentioned`: everybody a mention reaches, persons, countries and roles resolved. */
  | {
      readonly what: 'opened';
      readonly byId: string;
      readonly mentioned: readonly string[];
      /** Who looks after what it is about: the suggestion's proposer, the chapter's named writer. */
      readonly keepers: readonly string[];
    }
  | {
      readonly what: 'replied';
      readonly byId: string;
      readonly mentioned: readonly string[];
      /** Who wrote in the thread before. */
      readonly participants: readonly string[];
      readonly keepers: readonly string[];
    }
  /** `mentioned`: only those the text did not mention before. */
  | { readonly what: 'edited'; readonly byId: string; readonly mentioned: readonly string[] }
  | {
      readonly what: 'resolved' | 'reopened' | 'decided';
      readonly byId: string;
      readonly participants: readonly string[];
    };

const KIND_OF_STATE = {
  resolved: 'thread-resolved',
  reopened: 'thread-reopened',
  decided: 'thread-decided',
} as const satisfies Record<string, NoticeKind>;

/** Who may be told what, the most personal reason first. */
function reasons(happening: ThreadHappening): readonly (readonly [NoticeKind, readonly string[]])[] {
  switch (happening.what) {
    case 'opened':
      return [
        ['mentioned', happening.mentioned],
        ['commented', happening.keepers],
      ];
    case 'replied':
      return [
        ['mentioned', happening.mentioned],
        ['replied', happening.participants],
        ['commented', happening.keepers],
      ];
    case 'edited':
      return [['mentioned', happening.mentioned]];
    default:
      return [[KIND_OF_STATE[happening.what], happening.participants]];
  }
}

/** The notices of what happened to a thread (C11): one a person, for the most personal reason; none for who did it. */
export function noticesOfThread(happening: ThreadHappening, place: ThreadPlace): NewNotice[] {
  const { text, ...about } = place;
  const kinds = new Map<string, NoticeKind>();
  for (const [kind, personIds] of reasons(happening)) {
    for (const personId of personIds) {
      if (personId !== happening.byId && !kinds.has(personId)) kinds.set(personId, kind);
    }
  }
  const excerpt = excerptOf(text);
  return [...kinds].map(([personId, kind]) => ({
    personId,
    kind,
    byId: happening.byId,
    ...about,
    count: 1,
    excerpt,
  }));
}

/** A decision on suggestions, or its taking back: one step, however many suggestions it was about. */
export interface SuggestionDecision {
  readonly what: 'accepted' | 'rejected' | 'reopened';
  /** The decider. */
  readonly byId: string;
  readonly chapterId: string;
  /** Those decided, in the order of the text; `text` says what was proposed. */
  readonly suggestions: readonly {
    readonly id: string;
    readonly personId: string;
    readonly text: string;
  }[];
}

/** The notices of a decision: one a proposer, leading to the first of the own suggestions; none for the decider. */
export function noticesOfDecision(decision: SuggestionDecision): NewNotice[] {
  const { what, byId, chapterId } = decision;
  const ofProposer = new Map<string, NewNotice>();
  for (const { id, personId, text } of decision.suggestions) {
    if (personId === byId) continue;
    const first = ofProposer.get(personId);
    ofProposer.set(
      personId,
      first
        ? { ...first, count: first.count + 1 }
        : {
            personId,
            kind: `suggestion-${what}`,
            byId,
            chapterId,
            threadId: null,
            commentId: null,
            suggestionId: id,
            count: 1,
            excerpt: excerptOf(text),
          },
    );
  }
  return [...ofProposer.values()];
}

import { decide, type Subject } from '@accord/shared/access/decide';
import type { Access, Connecting, Gatekeeper } from '../rooms/live-chapters';
import type { People } from './people';

interface Parts {
  readonly people: Pick<People, 'caller' | 'actorOfSession' | 'card'>;
  readonly readSessionToken: (cookieHeader: string | undefined) => string | null;
  /** The chapter as the permission table sees it, or null when there is none. */
  readonly chapterSubject: (chapterId: string) => Subject | null;
}

/** What rooms ask about people: who connects, and what may they do now? The answers come from the one permission table. */
export function createGatekeeper({ people, readSessionToken, chapterSubject }: Parts): Gatekeeper {
  return {
    async authenticate(cookieHeader): Promise<Connecting | null> {
      const caller = people.caller(readSessionToken(cookieHeader));
      const card = caller && people.card(caller.personId);
      if (!caller || !card) return null;
      return {
        personId: caller.personId,
        sessionId: caller.sessionId,
        name: card.name,
        country: card.country,
      };
    },
    async judge({ sessionId }, chapterId): Promise<Access | null> {
      const actor = people.actorOfSession(sessionId);
      if (!actor) return 'none';
      const subject = chapterSubject(chapterId);
      if (!subject || !decide(actor, 'chapter.read', subject).allowed) return null;
      const decision = decide(actor, 'chapter.write', subject);
      if (decision.allowed) return 'write';
      if (decision.reason === 'chapter-locked') return 'locked';
      return decision.reason === 'archived' ? 'archived' : 'read';
    },
  };
}

import { excerptOf } from '@accord/shared/notices/excerpt';
import type { AddNotices, NewNotice, NoticeKind } from '@accord/shared/notices/notices';
import type { EditorialChange, SignOff } from '@accord/shared/review/review';

/** Tells those concerned what happens to a sign-off (R5); what cannot be told is no reason to undo it. */
export function createNews(needs: {
  readonly addNotices: AddNotices;
  readonly warn: (error: unknown) => void;
}) {
  const tell = async (
    { texts }: SignOff,
    kind: NoticeKind,
    byId: string,
    personIds: readonly (string | null)[],
    excerpt: string,
    chapterId = texts[0]?.chapterId ?? '',
  ): Promise<void> => {
    const notices = [...new Set(personIds)].flatMap((personId): NewNotice[] =>
      personId === null || personId === byId
        ? []
        : [
            {
              personId,
              kind,
              byId,
              chapterId,
              threadId: null,
              commentId: null,
              suggestionId: null,
              count: 1,
              excerpt: excerptOf(excerpt),
            },
          ],
    );
    await needs.addNotices(notices).catch(needs.warn);
  };
  const everybody = ({ slots, openedBy, signatures }: SignOff) => [
    openedBy,
    ...slots.flatMap(({ signatoryId, deputyId }) => [signatoryId, deputyId]),
    ...signatures.map(({ personId }) => personId),
  ];
  return {
    asked: (signOff: SignOff) =>
      tell(
        signOff,
        'signature-asked',
        signOff.openedBy,
        signOff.slots.map(({ signatoryId }) => signatoryId),
        signOff.note,
      ),
    objected: (signOff: SignOff, byId: string, reason: string, coordinatorId: string | null) =>
      tell(signOff, 'objected', byId, [signOff.openedBy, coordinatorId], reason),
    answered: (signOff: SignOff, byId: string, objectorId: string, text: string) =>
      tell(signOff, 'objection-answered', byId, [objectorId], text),
    ended: (signOff: SignOff, byId: string, how: 'approved' | 'reopened', note: string) =>
      tell(signOff, how === 'approved' ? 'text-approved' : 'text-reopened', byId, everybody(signOff), note),
    changed: (signOff: SignOff, { personId, note, from }: EditorialChange) =>
      tell(signOff, 'editorial-change', personId, everybody(signOff), note, from.chapterId),
  };
}

import { ACTIONS, type Action } from '@accord/shared/access/action';
import { type Actor, decide, roleOn } from '@accord/shared/access/decide';
import type { Chapter, Output } from '@accord/shared/outputs/outputs';
import type { Activity } from './activity';
import type { StoredOutput } from './records';
import { type ChapterSubject, type OutputSubject, type PlacedChapter, subjectOf } from './shelf';

/** The actions on `subject` that the permission table allows the person (P1); the page shows only these. */
const abilities = (actor: Actor, subject: OutputSubject | ChapterSubject): Action[] =>
  ACTIONS.filter(
    (action) =>
      action.startsWith(`${subject.kind}.`) &&
      action !== 'output.create' &&
      decide(actor, action, subject).allowed,
  );

/** A chapter as `actor` sees it. */
export async function presentChapter(
  actor: Actor,
  activity: Activity,
  placed: PlacedChapter,
): Promise<Chapter> {
  const { output, chapter } = placed;
  const subject = subjectOf(placed);
  return {
    id: chapter.id,
    outputId: output.id,
    title: chapter.title,
    language: chapter.language,
    state: chapter.state,
    writerId: chapter.writerId,
    dueOn: chapter.dueOn,
    archived: chapter.archived,
    ...(await activity.of(chapter.id)),
    abilities: abilities(actor, subject),
    role: roleOn(actor, subject),
  };
}

/** An output as `actor` sees it, with those of its chapters they may read; archived chapters only `withArchived`. */
export async function presentOutput(
  actor: Actor,
  activity: Activity,
  output: StoredOutput,
  { withArchived }: { withArchived: boolean },
): Promise<Output> {
  const subject: OutputSubject = { kind: 'output', outputId: output.id, archived: output.archived };
  const readable = output.chapters
    .filter((chapter) => withArchived || !chapter.archived)
    .filter((chapter) => decide(actor, 'chapter.read', subjectOf({ output, chapter })).allowed);
  return {
    id: output.id,
    kind: output.kind,
    title: output.title,
    issue: output.issue,
    language: output.language,
    coordinatorCountry: output.coordinatorCountry,
    coordinatorId: output.coordinatorId,
    partnerIds: output.partnerIds,
    archived: output.archived,
    chapters: await Promise.all(
      readable.map((chapter) => presentChapter(actor, activity, { output, chapter })),
    ),
    abilities: abilities(actor, subject),
    role: roleOn(actor, subject),
  };
}

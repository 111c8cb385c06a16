import type { Chapter } from '@accord/shared/outputs/outputs';
import type { Editor } from '@tiptap/core';
import { useMemo } from 'react';
import { ManuscriptEditor } from '../editor/manuscript-editor';
import { usePresenceFeature } from '../editor/presence/presence-feature';
import type { ChapterSession, Manuscript } from '../sync/chapter-session';
import { useAccess, useManuscript } from '../sync/hooks';
import { Skeleton } from '../ui/skeleton';
import css from './chapter.module.css';

/** The live text in its editor; before the first sync grey lines, and where it can't be live, the last saved text. */
export function ChapterText(props: {
  chapter: Chapter;
  session: ChapterSession;
  onReady: (editor: Editor | null) => void;
}) {
  const { chapter, session, onReady } = props;
  const manuscript = useManuscript(session);
  if (manuscript)
    return <LiveText chapter={chapter} session={session} manuscript={manuscript} onReady={onReady} />;
  return (
    <div className={css.opening}>
      <Skeleton lines={12} />
    </div>
  );
}

function LiveText(props: {
  chapter: Chapter;
  session: ChapterSession;
  manuscript: Manuscript;
  onReady: (editor: Editor | null) => void;
}) {
  const { chapter, session, manuscript, onReady } = props;
  const access = useAccess(session);
  const presence = usePresenceFeature(manuscript.provider.awareness, session.person.id);
  const features = useMemo(() => [presence], [presence]);
  return (
    <ManuscriptEditor
      doc={manuscript.doc}
      editable={access.may === 'write'}
      language={chapter.language}
      title={chapter.title}
      features={features}
      onReady={onReady}
    />
  );
}

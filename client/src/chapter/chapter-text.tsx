import type { Chapter } from '@accord/shared/outputs/outputs';
import type { Editor } from '@tiptap/core';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuthorsFeature } from '../authors/authors-feature';
import type { EditorFeature } from '../editor/feature';
import { ManuscriptEditor } from '../editor/manuscript-editor';
import { usePresenceFeature } from '../editor/presence/presence-feature';
import type { SuggestionLayer } from '../suggestions/modes';
import type { ChapterSession, Manuscript } from '../sync/chapter-session';
import { useAccess, useFact, useManuscript } from '../sync/hooks';
import type { ReadOnlyReason } from '../sync/saved-state';
import { lazyPart } from '../ui/lazy-part';
import { Skeleton } from '../ui/skeleton';
import css from './chapter.module.css';
import { useWritingFeatures } from './use-writing-features';

/** The live text in its editor; before the first sync grey lines, and where it can't be live, the last saved text. */
export function ChapterText(props: {
  chapter: Chapter;
  session: ChapterSession;
  comments: EditorFeature;
  suggestions: SuggestionLayer;
  onReady: (editor: Editor | null) => void;
  /** There is no live text, and the last saved one is shown. */
  onStatic: () => void;
}) {
  const { chapter, session, comments, suggestions, onReady, onStatic } = props;
  const manuscript = useManuscript(session);
  if (manuscript) return <LiveText {...{ chapter, session, manuscript, comments, suggestions, onReady }} />;
  return <NotLive chapter={chapter} session={session} onStatic={onStatic} />;
}

/** How long the live text may take before the last saved one is shown meanwhile, in milliseconds. */
const PATIENCE = 5_000;

function NotLive(props: { chapter: Chapter; session: ChapterSession; onStatic: () => void }) {
  const { chapter, session, onStatic } = props;
  const { t } = useTranslation();
  const access = useAccess(session);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  const onItsWay = access.may === 'write' || ON_ITS_WAY.has(access.reason);
  const waiting = onItsWay && !late;
  useEffect(() => {
    if (!waiting) onStatic();
  }, [waiting]);
  const grey = (
    <div className={css.opening}>
      <Skeleton lines={12} />
    </div>
  );
  if (waiting) return grey;
  // Still opening is no reason; and what an outdated page has to do stands above.
  const silent = onItsWay || access.reason === 'older-schema';
  const reason = silent ? '' : t(($) => $.sync.state.reasons[access.reason]);
  const final = access.may === 'read' && FINAL.has(access.reason);
  return (
    <Suspense fallback={grey}>
      <LastSavedText
        chapter={chapter}
        reason={reason && t(($) => $.sync.state.readOnly, { reason: `${reason}.` })}
        onRetry={final ? undefined : session.retry}
      />
    </Suspense>
  );
}

/** Reasons for reading only under which the live text still comes. */
const ON_ITS_WAY: ReadonlySet<ReadOnlyReason> = new Set([
  'opening',
  'reader',
  'locked',
  'archived',
  'setting-aside',
]);

/** Reasons that trying again does not change. */
const FINAL: ReadonlySet<ReadOnlyReason> = new Set([
  'not-allowed',
  'not-found',
  'older-schema',
  'another-person',
]);

// Its renderer is needed by few, and late.
const LastSavedText = lazyPart(async () => ({ default: (await import('./last-saved-text')).LastSavedText }));

function LiveText(props: {
  chapter: Chapter;
  session: ChapterSession;
  manuscript: Manuscript;
  comments: EditorFeature;
  suggestions: SuggestionLayer;
  onReady: (editor: Editor | null) => void;
}) {
  const { chapter, session, manuscript, comments, suggestions, onReady } = props;
  const access = useAccess(session);
  const presence = usePresenceFeature(manuscript.provider.awareness, session.person.id);
  const writing = useWritingFeatures(chapter.id);
  const authors = useAuthorsFeature(chapter.id);
  const features = useMemo(
    () => [presence, ...writing, comments, suggestions.feature, authors],
    [presence, writing, comments, suggestions, authors],
  );
  // Who suggests types in a copy; and the text can be looked at as it would be.
  const other = useFact(suggestions.text);
  return (
    <ManuscriptEditor
      doc={other?.doc ?? manuscript.doc}
      editable={other?.editable ?? access.may === 'write'}
      language={chapter.language}
      title={chapter.title}
      features={features}
      onReady={onReady}
    />
  );
}

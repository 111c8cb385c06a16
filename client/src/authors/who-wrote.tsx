import { listPeople } from '@accord/shared/people/people';
import { listAuthors } from '@accord/shared/versions/attribution';
import type { Editor } from '@tiptap/core';
import { UserRoundPen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useEndpoint } from '../api/use-endpoint';
import { WithLaterWords } from '../i18n/with-later-words';
import { Button, IconButton } from '../ui/button';
import { Dialog, DialogActions } from '../ui/dialog';
import { Skeleton } from '../ui/skeleton';
import { type Said, type Stretch, saidIn, selectedStretches } from './selected-words';
import css from './who-wrote.module.css';

/** The button in the toolbar that tells who wrote the selected words, or the paragraph the caret is in. */
export function whoWroteTool(chapterId: string) {
  return function WhoWroteTool({ editor }: { editor: Editor }) {
    return (
      <WithLaterWords>
        <Tool chapterId={chapterId} editor={editor} />
      </WithLaterWords>
    );
  };
}

function Tool({ chapterId, editor }: { chapterId: string; editor: Editor }) {
  const { t } = useTranslation();
  const [stretches, setStretches] = useState<readonly Stretch[] | null>(null);
  const ask = () => setStretches(selectedStretches(editor.state.doc, editor.state.selection));
  return (
    <>
      <IconButton icon={UserRoundPen} label={t(($) => $.authors.title)} onPress={ask} />
      <Dialog
        title={t(($) => $.authors.title)}
        isOpen={stretches !== null}
        onClose={() => setStretches(null)}
      >
        {stretches && (
          <WhoWrote
            chapterId={chapterId}
            stretches={stretches}
            onAgain={ask}
            language={editor.view.dom.closest('[lang]')?.getAttribute('lang') ?? undefined}
          />
        )}
      </Dialog>
    </>
  );
}

/** Whose the words are, run by run. */
export function WhoWrote(props: {
  chapterId: string;
  stretches: readonly Stretch[];
  /** Reads the selection again. */
  onAgain: () => void;
  language?: string | undefined;
}) {
  const { chapterId, stretches, onAgain, language } = props;
  const { t } = useTranslation();
  const authors = useEndpoint(listAuthors, { params: { chapterId } });
  const again = () => {
    onAgain();
    void authors.refetch();
  };
  if (stretches.length === 0) return <p>{t(($) => $.authors.nothing)}</p>;
  if (authors.isError) return <FailureBanner error={authors.error} onRetry={again} />;
  // What is kept from an earlier question may be about an older text.
  if (!authors.data || authors.isFetching) return <Skeleton lines={4} />;
  const said = saidIn(stretches, authors.data);
  if (said === null)
    return (
      <>
        <p>{t(($) => $.authors.changed)}</p>
        <DialogActions>
          <Button onPress={again}>{t(($) => $.authors.again)}</Button>
        </DialogActions>
      </>
    );
  return <Runs said={said} language={language} />;
}

function Runs({ said, language }: { said: readonly Said[]; language: string | undefined }) {
  const { t } = useTranslation();
  const people = useEndpoint(listPeople);
  const nameOf = (personId: string | null) => {
    if (personId === null) return t(($) => $.authors.template);
    const person = people.data?.find(({ id }) => id === personId);
    return person
      ? `${person.name} (${person.country})`
      : people.isSuccess
        ? t(($) => $.authors.someone)
        : '…';
  };
  return (
    <>
      <p className={css.note}>{t(($) => $.authors.note)}</p>
      <ol className={css.runs}>
        {said.map(({ text, personId }, index) => (
          // Runs have no name but their place; the list is never re-ordered.
          <li key={index}>
            <strong translate="no">{nameOf(personId)}</strong>
            <q lang={language} translate="no">
              {shortened(text.trim())}
            </q>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Longest run shown whole. */
const SHOWN = 240;

const shortened = (text: string): string =>
  text.length <= SHOWN
    ? text
    : `${text.slice(0, SHOWN / 2).trimEnd()} … ${text.slice(-SHOWN / 2).trimStart()}`;

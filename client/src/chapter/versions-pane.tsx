import { createVersion, listVersions, type Version } from '@accord/shared/versions/versions';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useCall, useEndpoint } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { Link } from '../navigation/link';
import { usePeople } from '../people/person-name';
import { Button } from '../ui/button';
import { Dialog, DialogActions } from '../ui/dialog';
import { useVoice } from '../ui/notices';
import { Skeleton } from '../ui/skeleton';
import { TextField } from '../ui/text-field';
import css from './chapter.module.css';

/** The stored versions of a chapter, newest first, and a way to keep the present text under a name. */
export function VersionsPane({ chapterId, mayKeep }: { chapterId: string; mayKeep: boolean }) {
  const { t } = useTranslation();
  const versions = useEndpoint(listVersions, { params: { chapterId } });
  const [naming, setNaming] = useState(false);
  return (
    <div className={css.pane}>
      {mayKeep && (
        <div>
          <Button onPress={() => setNaming(true)}>{t(($) => $.chapter.versions.keep)}</Button>
        </div>
      )}
      {versions.isPending && <Skeleton lines={5} />}
      {versions.isError && <FailureBanner error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.data?.length === 0 && <p className={css.quiet}>{t(($) => $.chapter.versions.none)}</p>}
      {versions.data && versions.data.length > 0 && (
        <ol className={css.versions}>
          {versions.data.map((version) => (
            <li key={version.id}>
              <VersionLines version={version} />
            </li>
          ))}
        </ol>
      )}
      <KeepDialog chapterId={chapterId} isOpen={naming} onClose={() => setNaming(false)} />
    </div>
  );
}

function VersionLines({ version }: { version: Version }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const personOf = usePeople();
  const kind = t(($) => $.chapter.versions.kinds[version.kind]);
  const wrote = version.contributors.flatMap(({ personId, country }) => {
    const person = personOf(personId);
    return person ? [`${person.name} (${country})`] : [];
  });
  return (
    <>
      {version.name === null ? <strong>{kind}</strong> : <strong translate="no">{version.name}</strong>}
      <span className={css.quiet}>
        <time dateTime={version.at}>{formats.moment(version.at)}</time>
        {' · '}
        {t(($) => $.words.wordCount, { count: version.words })}
      </span>
      {wrote.length > 0 && (
        <span className={css.quiet} translate="no">
          {formats.list(wrote)}
        </span>
      )}
      {version.note !== null && <span translate="no">{version.note}</span>}
      <Link
        to="/chapters/$chapterId/compare"
        params={{ chapterId: version.chapterId }}
        search={{ from: version.id, to: 'now' }}
      >
        {t(($) => $.chapter.versions.compare)}
      </Link>
    </>
  );
}

function KeepDialog(props: { chapterId: string; isOpen: boolean; onClose: () => void }) {
  const { chapterId, isOpen, onClose } = props;
  const { t } = useTranslation();
  const { notify } = useVoice();
  const keep = useCall(createVersion, [listVersions]);
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const send = () =>
    keep.mutate(
      { params: { chapterId }, body: { name, note: note.trim() === '' ? null : note } },
      {
        onSuccess: () => {
          notify(t(($) => $.chapter.versions.kept, { name }));
          setName('');
          setNote('');
          onClose();
        },
      },
    );
  return (
    <Dialog title={t(($) => $.chapter.versions.keep)} isOpen={isOpen} onClose={onClose}>
      <Form
        className={css.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {keep.error && <FailureBanner error={keep.error} />}
        <TextField
          label={t(($) => $.chapter.versions.name)}
          hint={t(($) => $.chapter.versions.nameHint)}
          value={name}
          onChange={setName}
          maxLength={200}
          isRequired
          autoFocus
        />
        <TextField
          label={t(($) => $.chapter.versions.note)}
          value={note}
          onChange={setNote}
          maxLength={2000}
          rows={3}
        />
        <DialogActions>
          <Button onPress={onClose}>{t(($) => $.actions.cancel)}</Button>
          <Button type="submit" kind="primary" isDisabled={keep.isPending || name.trim() === ''}>
            {t(($) => $.actions.save)}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

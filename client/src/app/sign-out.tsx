import { type Chapter, readChapter } from '@accord/shared/outputs/outputs';
import { signOut } from '@accord/shared/people/people';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../api/failure-banner';
import { queryKeyOf, useCall } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { forgetAnswers } from '../services/kept-answers';
import { useMe } from '../services/session';
import type { Device } from '../sync/device/device';
import type { UnsentWork } from '../sync/device/unsent-work';
import { Button } from '../ui/button';
import { Dialog, DialogActions } from '../ui/dialog';
import { useVoice } from '../ui/notices';
import css from './sign-out.module.css';

/**
 * Signing out wipes what this device keeps (U4); work the server does not have is offered first. Render `dialog`
 * somewhere that stays.
 */
export function useSignOut(): { ask: () => void; dialog: ReactNode } {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const { notify } = useVoice();
  const sentence = useFailureSentence();
  const { mutateAsync: endSession } = useCall(signOut);
  const [unsent, setUnsent] = useState<readonly UnsentWork[]>([]);

  const openDevice = async (): Promise<Device> => {
    // Reading the device's copies needs the text engine, which other screens don't.
    const { createDevices } = await import('../sync/device/devices');
    return createDevices().of(me.id);
  };
  const titleOf = (chapterId: string) => {
    const key = queryKeyOf(readChapter, { params: { chapterId } });
    return queries.getQueryData<Chapter>(key)?.title ?? t(($) => $.app.signOut.comments);
  };
  const openComments = async () => (await import('../comments/kept-comments')).openKeptComments(me.id);
  const openSuggestions = async () =>
    (await import('../suggestions/kept-suggestions')).openKeptSuggestions(me.id);
  const leave = async () => {
    try {
      const device = await openDevice();
      await endSession({});
      await device.wipe();
      await (await openComments()).wipe();
      await (await openSuggestions()).wipe();
      forgetAnswers(localStorage);
      // A fresh page: nothing this person saw stays in memory.
      location.assign('/sign-in');
    } catch (error) {
      notify(sentence(error), 'bad');
    }
  };
  const ask = async () => {
    try {
      const [device, comments, suggestions, { unsentWork }, { unsentCommentWork }, { unsentSuggestionWork }] =
        await Promise.all([
          openDevice(),
          openComments(),
          openSuggestions(),
          import('../sync/device/unsent-work'),
          import('../comments/unsent-work'),
          import('../suggestions/unsent-work'),
        ]);
      const work = [
        ...(await unsentWork(device)),
        ...(await unsentCommentWork(comments, titleOf)),
        ...(await unsentSuggestionWork(suggestions)),
      ];
      if (work.length === 0) await leave();
      else setUnsent(work);
    } catch (error) {
      notify(sentence(error), 'bad');
    }
  };

  return {
    ask: () => void ask(),
    dialog: (
      <UnsentDialog
        work={unsent}
        personName={me.name}
        onStay={() => setUnsent([])}
        onLeave={() => void leave()}
      />
    ),
  };
}

function UnsentDialog(props: {
  work: readonly UnsentWork[];
  personName: string;
  onStay: () => void;
  onLeave: () => void;
}) {
  const { work, personName, onStay, onLeave } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Dialog title={t(($) => $.app.signOut.title)} isOpen={work.length > 0} onClose={onStay}>
      <p>{t(($) => $.app.signOut.explain)}</p>
      <ul className={css.list}>
        {work.map((item) => (
          <li key={item.chapterId + item.text}>
            <span translate="no">{item.title}</span>:{' '}
            {t(($) => $.app.signOut.changes, { count: item.changes })}
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button kind="danger" onPress={onLeave}>
          {t(($) => $.app.signOut.wipe)}
        </Button>
        <Button onPress={() => saveAsFile(work, `${personName} ${formats.moment(new Date().toISOString())}`)}>
          {t(($) => $.app.signOut.save)}
        </Button>
        <Button kind="primary" onPress={onStay} autoFocus>
          {t(($) => $.app.signOut.stay)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Hands the words over as a text file, chapter by chapter. */
function saveAsFile(work: readonly UnsentWork[], heading: string): void {
  const text = [heading, ...work.map((item) => `# ${item.title}\n\n${item.text}`)].join('\n\n');
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'accord.txt';
  link.click();
  URL.revokeObjectURL(address);
}

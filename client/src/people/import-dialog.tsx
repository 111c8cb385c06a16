import { Failure } from '@accord/shared/kernel/failure';
import { importPeople, listAccounts } from '@accord/shared/people/administration';
import { listPeople } from '@accord/shared/people/people';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { Dialog, DialogActions } from '../ui/dialog';
import { TextArea } from '../ui/text-field';
import { decodeCsv, saveCsv } from './csv-file';
import css from './form.module.css';
import { ImportReportView } from './import-report';

const EXAMPLE = [
  ['name', 'email', 'partner', 'role', 'language'],
  ['Aino Esimerkki', 'aino@example.org', 'FI-1', 'author', ''],
  ['Paolo Esempio', 'paolo@example.org', 'IT-1', 'translator', 'it'],
];

/** Imports people from a CSV file and says what became of each line. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const call = useCall(importPeople, [listAccounts, listPeople]);
  const [csv, setCsv] = useState('');
  const [fileName, setFileName] = useState<string | null>(null);
  const unreadable = call.error instanceof Failure && call.error.code === 'invalid-input';

  const read = async (file: File | null | undefined) => {
    if (!file) return;
    setCsv(decodeCsv(new Uint8Array(await file.arrayBuffer())));
    setFileName(file.name);
    call.reset();
  };
  return (
    <Dialog title={t(($) => $.people.import.title)} isOpen onClose={onClose} wide>
      {call.data ? (
        <>
          <ImportReportView report={call.data} />
          <DialogActions>
            <Button
              onPress={() => {
                setCsv('');
                setFileName(null);
                call.reset();
              }}
            >
              {t(($) => $.people.import.again)}
            </Button>
            <Button kind="primary" onPress={onClose}>
              {t(($) => $.actions.close)}
            </Button>
          </DialogActions>
        </>
      ) : (
        <div className={css.form}>
          <p>{t(($) => $.people.import.explain)}</p>
          <div className={css.start}>
            <FileTrigger
              acceptedFileTypes={['.csv', '.txt', 'text/csv']}
              onSelect={(files) => void read(files?.[0])}
            >
              <Button icon={FileUp}>{t(($) => $.people.import.choose)}</Button>
            </FileTrigger>
            <Button kind="quiet" onPress={() => saveCsv('accord-people.csv', EXAMPLE)}>
              {t(($) => $.people.import.template)}
            </Button>
          </div>
          {fileName && <p role="status">{t(($) => $.people.import.chosen, { name: fileName })}</p>}
          <TextArea label={t(($) => $.people.import.paste)} rows={8} value={csv} onChange={setCsv} />
          {unreadable && <Banner kind="bad">{t(($) => $.people.import.unreadable)}</Banner>}
          {call.error && !unreadable && <FailureBanner error={call.error} />}
          <DialogActions>
            <Button onPress={onClose}>{t(($) => $.actions.cancel)}</Button>
            <Button
              kind="primary"
              isDisabled={csv.trim() === '' || call.isPending}
              onPress={() => call.mutate({ body: { csv } })}
            >
              {t(($) => $.people.import.submit)}
            </Button>
          </DialogActions>
        </div>
      )}
    </Dialog>
  );
}

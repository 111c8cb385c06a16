import type { ImportReport } from '@accord/shared/people/administration';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { Table } from '../ui/table';
import { saveCsv } from './csv-file';
import css from './form.module.css';

/** What became of each line of an import. */
export function ImportReportView({ report: { imported, rejected } }: { report: ImportReport }) {
  const { t } = useTranslation();
  return (
    <div className={css.form}>
      <Banner>
        {t(($) => $.people.import.taken, { count: imported.length })}{' '}
        {rejected.length === 0 && t(($) => $.people.import.allGood)}
      </Banner>
      {imported.length > 0 && (
        <>
          <p>{t(($) => $.people.import.linksExplain)}</p>
          <div className={css.start}>
            <Button
              icon={Download}
              onPress={() =>
                saveCsv('accord-links.csv', [
                  ['name', 'email', 'link', 'expires'],
                  ...imported.map(({ name, email, link }) => [name, email, link.url, link.expiresAt]),
                ])
              }
            >
              {t(($) => $.people.import.links)}
            </Button>
          </div>
        </>
      )}
      {rejected.length > 0 && (
        <>
          <Banner kind="warn">{t(($) => $.people.import.rejected, { count: rejected.length })}</Banner>
          <Table
            caption={t(($) => $.people.import.rejected, { count: rejected.length })}
            captionHidden
            rows={rejected}
            rowKey={({ line }) => String(line)}
            columns={[
              { id: 'line', title: t(($) => $.people.import.line), numeric: true, cell: ({ line }) => line },
              {
                id: 'reason',
                title: t(($) => $.people.import.reason),
                cell: ({ problem, value }) => t(($) => $.people.import.problems[problem], { value }),
              },
              {
                id: 'text',
                title: t(($) => $.people.import.text),
                cell: ({ text }) => <code>{text}</code>,
              },
            ]}
          />
        </>
      )}
    </div>
  );
}

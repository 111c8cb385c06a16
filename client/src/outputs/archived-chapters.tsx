import { editChapter, listOutputs, type Output, readOutput } from '@accord/shared/outputs/outputs';
import { ArchiveRestore } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { Link } from '../navigation/link';
import { Button } from '../ui/button';
import { useVoice } from '../ui/notices';
import css from './outputs.module.css';

/** What was put away of an output, each with a way back. */
export function ArchivedChapters({ output }: { output: Output }) {
  const { t } = useTranslation();
  const { notify } = useVoice();
  const change = useCall(editChapter, [listOutputs, readOutput]);
  const archived = output.chapters.filter((chapter) => chapter.archived);
  if (archived.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="archived-chapters">
      <h2 id="archived-chapters">{t(($) => $.outputs.chapters.archivedTitle)}</h2>
      {change.error && <FailureBanner error={change.error} />}
      <ul className={css.list}>
        {archived.map((chapter) => (
          <li key={chapter.id} className={css.item}>
            <div className={css.row}>
              <div className={css.about}>
                <Link
                  to="/chapters/$chapterId"
                  params={{ chapterId: chapter.id }}
                  className={css.title}
                  translate="no"
                  lang={chapter.language}
                >
                  {chapter.title}
                </Link>
              </div>
              {chapter.abilities.includes('chapter.edit') && (
                <Button
                  small
                  icon={ArchiveRestore}
                  aria-label={t(($) => $.outputs.archive.restoreFor, { title: chapter.title })}
                  isDisabled={change.isPending}
                  onPress={() =>
                    change.mutate(
                      { params: { chapterId: chapter.id }, body: { archived: false } },
                      {
                        onSuccess: () =>
                          notify(t(($) => $.outputs.archive.restored, { title: chapter.title })),
                      },
                    )
                  }
                >
                  {t(($) => $.outputs.archive.restore)}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { editOutput, listOutputs, type Output, readOutput } from '@accord/shared/outputs/outputs';
import { Archive, ArchiveRestore, BookOpen, Pencil, Plus, Users } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useCall, useEndpoint } from '../api/use-endpoint';
import { outputExports } from '../export/addresses';
import { ExportMenu } from '../export/export-menu';
import { useFormats } from '../i18n/formats';
import { Link } from '../navigation/link';
import { useParam } from '../navigation/use-navigation';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { buttonClass } from '../ui/button-class';
import { EmptyState } from '../ui/empty-state';
import { lazyPart } from '../ui/lazy-part';
import { useVoice } from '../ui/notices';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { ArchiveDialog } from './archive-dialog';
import { ArchivedChapters } from './archived-chapters';
import { ChapterDialog } from './chapter-dialog';
import { ChapterList } from './chapter-list';
import { OutputDialog } from './output-dialog';
import { OutputFacts } from './output-facts';
import css from './outputs.module.css';

const OutputSignOff = lazyPart(async () => ({
  default: (await import('../review/output-sign-off')).OutputSignOff,
}));

/** One output: who makes it, its chapters in order, and for its coordinator the means to organise them. */
export function OutputPage() {
  const outputId = useParam('outputId');
  const output = useEndpoint(readOutput, { params: { outputId } });
  if (output.isError) return <FailureBanner error={output.error} onRetry={() => void output.refetch()} />;
  if (!output.data) return <Skeleton lines={8} />;
  return <LoadedOutput output={output.data} />;
}

function LoadedOutput({ output }: { output: Output }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [adding, add] = useState(false);
  const mayEdit = output.abilities.includes('output.edit');
  const kind = t(($) => $.words.kinds[output.kind]);
  const issue =
    output.issue === null ? '' : ` · ${t(($) => $.outputs.issue, { number: formats.number(output.issue) })}`;
  const hasChapters = output.chapters.some(({ archived }) => !archived);
  return (
    <Page title={output.title} lead={`${kind}${issue}`} actions={<OutputActions output={output} />}>
      {output.archived && <Banner>{t(($) => $.outputs.archive.banner)}</Banner>}
      <OutputFacts output={output} />
      <section className={css.section} aria-labelledby="chapters">
        <div className={css.sectionHead}>
          <h2 id="chapters">{t(($) => $.outputs.chapters.title)}</h2>
          {mayEdit && !output.archived && (
            <Button icon={Plus} onPress={() => add(true)}>
              {t(($) => $.outputs.chapter.add)}
            </Button>
          )}
        </div>
        {hasChapters ? (
          <ChapterList output={output} />
        ) : (
          <EmptyState title={t(($) => $.outputs.chapters.none)}>
            {mayEdit ? t(($) => $.outputs.chapters.noneExplain) : t(($) => $.outputs.chapters.noneReader)}
          </EmptyState>
        )}
      </section>
      <Suspense>
        <OutputSignOff output={output} />
      </Suspense>
      <ArchivedChapters output={output} />
      {adding && <ChapterDialog outputId={output.id} chapter={null} onClose={() => add(false)} />}
    </Page>
  );
}

function OutputActions({ output }: { output: Output }) {
  const { t } = useTranslation();
  const { notify } = useVoice();
  const change = useCall(editOutput, [listOutputs, readOutput]);
  const [asking, ask] = useState<'edit' | 'archive' | null>(null);
  const { title, abilities, archived } = output;
  const params = { outputId: output.id };
  const setArchived = (next: boolean) =>
    change.mutate(
      { params, body: { archived: next } },
      {
        onSuccess: () => {
          notify(
            next
              ? t(($) => $.outputs.archive.done, { title })
              : t(($) => $.outputs.archive.restored, { title }),
          );
          ask(null);
        },
      },
    );
  return (
    <>
      <Link to="/outputs/$outputId/read" params={params} className={buttonClass('primary')}>
        <BookOpen size={16} aria-hidden />
        {t(($) => $.outputs.read)}
      </Link>
      <ExportMenu addresses={outputExports(output.id)} />
      {abilities.includes('output.grant') && (
        <Link to="/outputs/$outputId/people" params={params} className={buttonClass()}>
          <Users size={16} aria-hidden />
          {t(($) => $.outputs.people)}
        </Link>
      )}
      {abilities.includes('output.edit') && (
        <>
          <Button icon={Pencil} onPress={() => ask('edit')}>
            {t(($) => $.outputs.edit.action)}
          </Button>
          {archived ? (
            <Button icon={ArchiveRestore} isDisabled={change.isPending} onPress={() => setArchived(false)}>
              {t(($) => $.outputs.archive.restore)}
            </Button>
          ) : (
            <Button icon={Archive} onPress={() => ask('archive')}>
              {t(($) => $.outputs.archive.action)}
            </Button>
          )}
        </>
      )}
      {asking === 'edit' && <OutputDialog output={output} onClose={() => ask(null)} />}
      {asking === 'archive' && (
        <ArchiveDialog
          what="output"
          title={title}
          error={change.error}
          isBusy={change.isPending}
          onConfirm={() => setArchived(true)}
          onClose={() => ask(null)}
        />
      )}
    </>
  );
}

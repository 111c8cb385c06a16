import { editOutput, listOutputs, type Output, readOutput } from '@accord/shared/outputs/outputs';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { useVoice } from '../ui/notices';
import { ChapterRow } from './chapter-row';
import { movedBy, withHidden } from './order';
import css from './outputs.module.css';
import { SortableList } from './sortable-list';

/** The chapters of an output in order; who may edit the output moves them, and sees the new order at once. */
export function ChapterList({ output }: { output: Output }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { announce } = useVoice();
  const change = useCall(editOutput, [listOutputs, readOutput]);
  const mayOrder = output.abilities.includes('output.edit') && !output.archived;
  const active = output.chapters.filter(({ archived }) => !archived);
  const pending = change.isPending ? change.variables.body?.chapterOrder : undefined;
  const chapters = pending ? active.sort((a, b) => pending.indexOf(a.id) - pending.indexOf(b.id)) : active;
  const ids = chapters.map(({ id }) => id);

  const order = (next: string[], movedId?: string) => {
    if (next.join() === ids.join()) return;
    const all = output.chapters.map(({ id }) => id);
    change.mutate({ params: { outputId: output.id }, body: { chapterOrder: withHidden(all, next) } });
    const moved = chapters.find(({ id }) => id === movedId);
    if (moved) {
      const number = formats.number(next.indexOf(moved.id) + 1);
      announce(t(($) => $.outputs.moved, { title: moved.title, number }));
    }
  };
  return (
    <>
      {change.error && <FailureBanner error={change.error} />}
      {mayOrder && chapters.length > 1 && (
        <p className={css.quiet}>{t(($) => $.outputs.chapters.reorderHint)}</p>
      )}
      <SortableList
        label={t(($) => $.outputs.chapters.list)}
        items={chapters}
        onOrder={mayOrder ? order : undefined}
      >
        {(chapter, index) => (
          <ChapterRow
            chapter={chapter}
            number={index + 1}
            moves={{
              up: mayOrder && index > 0 ? () => order(movedBy(ids, chapter.id, -1), chapter.id) : undefined,
              down:
                mayOrder && index < ids.length - 1
                  ? () => order(movedBy(ids, chapter.id, 1), chapter.id)
                  : undefined,
            }}
          />
        )}
      </SortableList>
    </>
  );
}

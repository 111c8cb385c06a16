import { Clock, PencilLine, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { todayHere, useFormats } from '../i18n/formats';
import { Link } from '../navigation/link';
import { Badge } from '../ui/badge';
import css from './desk.module.css';
import type { ToSign, Waiting } from './waiting';

/** One thing that waits for me: what to do, on which chapter, by when. */
export function TaskCard({ waiting: { task, chapter, output, suggestions } }: { waiting: Waiting }) {
  const { t } = useTranslation();
  return (
    <Link to="/chapters/$chapterId" params={{ chapterId: chapter.id }} className={css.task}>
      <span className={css.what}>{t(($) => $.desk.waiting[task])}</span>
      <span className={css.taskTitle} translate="no" lang={chapter.language}>
        {chapter.title}
      </span>
      <span className={css.quiet} translate="no" lang={output.language}>
        {output.title}
      </span>
      {suggestions > 0 && (
        <Badge icon={PencilLine}>{t(($) => $.desk.waiting.suggestions, { count: suggestions })}</Badge>
      )}
      <DueDate day={chapter.dueOn} />
    </Link>
  );
}

/** A text that waits for my signature. */
export function SignTask({ item: { output, chapter, deadline } }: { item: ToSign }) {
  const { t } = useTranslation();
  const inside = (
    <>
      <span className={css.what}>{t(($) => $.desk.waiting.sign)}</span>
      <span className={css.taskTitle} translate="no" lang={(chapter ?? output).language}>
        {(chapter ?? output).title}
      </span>
      {chapter && (
        <span className={css.quiet} translate="no" lang={output.language}>
          {output.title}
        </span>
      )}
      <DueDate day={deadline} />
    </>
  );
  return chapter ? (
    <Link
      to="/chapters/$chapterId"
      params={{ chapterId: chapter.id }}
      search={{ show: 'review' }}
      className={css.task}
    >
      {inside}
    </Link>
  ) : (
    <Link to="/outputs/$outputId" params={{ outputId: output.id }} className={css.task}>
      {inside}
    </Link>
  );
}

/** When something is due: near days in words, and said plainly when the day has passed. */
export function DueDate({ day }: { day: string | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (day === null) return <Badge icon={Clock}>{t(($) => $.desk.waiting.noDate)}</Badge>;
  const overdue = day < todayHere();
  const when = formats.nearDay(day);
  return overdue ? (
    <Badge icon={TriangleAlert} tone="warn">
      {t(($) => $.desk.waiting.overdue, { when })}
    </Badge>
  ) : (
    <Badge icon={Clock}>{t(($) => $.desk.waiting.due, { when })}</Badge>
  );
}

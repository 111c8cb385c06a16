import { type Chapter, editChapter, listOutputs, readOutput } from '@accord/shared/outputs/outputs';
import { Archive, ArrowDown, ArrowUp, EllipsisVertical, Pencil, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../api/use-endpoint';
import { DueDate } from '../dashboard/task-card';
import { useFormats } from '../i18n/formats';
import { Link } from '../navigation/link';
import { PersonName } from '../people/person-name';
import { Badge } from '../ui/badge';
import { IconButton } from '../ui/button';
import { Menu, MenuItem } from '../ui/menu';
import { useVoice } from '../ui/notices';
import { ArchiveDialog } from './archive-dialog';
import { ChapterDialog } from './chapter-dialog';
import css from './outputs.module.css';
import { StateWord } from './state-word';

export interface Moves {
  /** Undefined at the end of the list, and for people who may not move chapters. */
  readonly up: (() => void) | undefined;
  readonly down: (() => void) | undefined;
}

/** One chapter of an output's page: where it stands, who writes it until when, and what I may do with it. */
export function ChapterRow({ chapter, number, moves }: { chapter: Chapter; number: number; moves: Moves }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className={css.row}>
      <span className={css.number} aria-hidden>
        {formats.number(number)}
      </span>
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
        <div className={css.facts}>
          <StateWord state={chapter.state} />
          <Badge icon={UserRound}>
            {chapter.writerId ? <PersonName id={chapter.writerId} /> : t(($) => $.chapter.about.noWriter)}
          </Badge>
          <DueDate day={chapter.dueOn} />
          <span>{t(($) => $.words.wordCount, { count: chapter.words })}</span>
          {chapter.changedAt && (
            <span>
              {t(($) => $.outputs.chapters.changed, { when: formats.ago(chapter.changedAt ?? '') })}
            </span>
          )}
        </div>
      </div>
      {chapter.abilities.includes('chapter.edit') && <ChapterActions chapter={chapter} moves={moves} />}
    </div>
  );
}

function ChapterActions({ chapter, moves }: { chapter: Chapter; moves: Moves }) {
  const { t } = useTranslation();
  const { notify } = useVoice();
  const change = useCall(editChapter, [listOutputs, readOutput]);
  const [asking, ask] = useState<'edit' | 'archive' | null>(null);
  const archive = () =>
    change.mutate(
      { params: { chapterId: chapter.id }, body: { archived: true } },
      { onSuccess: () => notify(t(($) => $.outputs.archive.done, { title: chapter.title })) },
    );
  return (
    <>
      <Menu
        label={t(($) => $.outputs.moreFor, { title: chapter.title })}
        trigger={
          <IconButton label={t(($) => $.outputs.moreFor, { title: chapter.title })} icon={EllipsisVertical} />
        }
      >
        <MenuItem icon={Pencil} onAction={() => ask('edit')}>
          {t(($) => $.outputs.chapter.edit)}
        </MenuItem>
        <MenuItem icon={ArrowUp} isDisabled={!moves.up} onAction={() => moves.up?.()}>
          {t(($) => $.outputs.moveUp)}
        </MenuItem>
        <MenuItem icon={ArrowDown} isDisabled={!moves.down} onAction={() => moves.down?.()}>
          {t(($) => $.outputs.moveDown)}
        </MenuItem>
        <MenuItem icon={Archive} onAction={() => ask('archive')}>
          {t(($) => $.outputs.archive.action)}
        </MenuItem>
      </Menu>
      {asking === 'edit' && (
        <ChapterDialog outputId={chapter.outputId} chapter={chapter} onClose={() => ask(null)} />
      )}
      {asking === 'archive' && (
        <ArchiveDialog
          what="chapter"
          title={chapter.title}
          error={change.error}
          isBusy={change.isPending}
          onConfirm={archive}
          onClose={() => ask(null)}
        />
      )}
    </>
  );
}

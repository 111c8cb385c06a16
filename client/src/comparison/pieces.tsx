import type { NodeJson } from '@accord/shared/manuscript/document';
import type { AuthoredPiece } from '@accord/shared/versions/comparison-model';
import { useTranslation } from 'react-i18next';
import { classes } from '../ui/classes';
import { VisuallyHidden } from '../ui/visually-hidden';
import css from './comparison.module.css';
import { inlineElements } from './inline';
import { hueOf } from './people';
import { type Side, useReading } from './reading';

/** The pieces of each block that one side shows: cut where a block was split or joined. */
export function partsOf(pieces: readonly AuthoredPiece[], side: Side): AuthoredPiece[][] {
  const parts: AuthoredPiece[][] = [[]];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (piece.kind !== 'break') last?.push(piece);
    else if (side === 'both' || (side === 'before') === (piece.change === 'deleted')) {
      last?.push(piece);
      parts.push([]);
    } else last?.push({ kind: 'kept', content: piece[side] });
  }
  return parts;
}

/** Words as they were and are; what came is underlined and what went is struck, in the hue of its author's country. */
export function Pieces({ pieces, side }: { pieces: readonly AuthoredPiece[]; side: Side }) {
  const { notes } = useReading();
  const numbers = side === 'before' ? notes.before : notes.after;
  return pieces.map((piece, index) => {
    switch (piece.kind) {
      case 'kept':
        return <span key={index}>{inlineElements(piece.content, numbers)}</span>;
      case 'reformatted':
        return (
          <span key={index} className={css.reformatted}>
            {inlineElements(side === 'before' ? piece.before : piece.after, numbers)}
          </span>
        );
      case 'break':
        return <Seam key={index} change={piece.change} />;
      default: {
        if (side === (piece.kind === 'inserted' ? 'before' : 'after')) return null;
        return <Change key={index} kind={piece.kind} content={piece.content} by={piece.by} />;
      }
    }
  });
}

function Change(props: { kind: 'inserted' | 'deleted'; content: readonly NodeJson[]; by: string | null }) {
  const { kind, content, by } = props;
  const { t, i18n } = useTranslation();
  const { notes, personOf } = useReading();
  const person = personOf(by);
  const who = person
    ? t(($) => $.comparison.personOf, { name: person.name, country: person.country })
    : by !== null
      ? t(($) => $.comparison.someone)
      : null;
  const said =
    who === null ? t(($) => $.comparison.said[kind]) : t(($) => $.comparison.said[`${kind}By`], { who });
  const Tag = kind === 'inserted' ? 'ins' : 'del';
  return (
    <Tag
      className={classes(css.change, css[kind], hueOf(person))}
      // Who wrote it is shown on hover and on focus.
      tabIndex={who === null ? undefined : 0}
      data-who={who ?? undefined}
    >
      <span lang={i18n.language}>
        <VisuallyHidden> {said} </VisuallyHidden>
      </span>
      {inlineElements(content, kind === 'inserted' ? notes.after : notes.before)}
      {content.every(({ type }) => type === 'hardBreak') && (
        <span aria-label={t(($) => $.comparison.said.lineBreak)} role="img">
          ↵
        </span>
      )}
      <span lang={i18n.language}>
        <VisuallyHidden> {t(($) => $.comparison.said.end)} </VisuallyHidden>
      </span>
    </Tag>
  );
}

/** Where a paragraph was split or joined. */
function Seam({ change }: { change: 'inserted' | 'deleted' }) {
  const { t, i18n } = useTranslation();
  return (
    <span className={classes(css.seam, change === 'deleted' && css.seamGone)} lang={i18n.language}>
      <span aria-hidden>¶</span>
      <VisuallyHidden>
        {t(($) => $.comparison.said[change === 'inserted' ? 'splitHere' : 'joinedHere'])}
      </VisuallyHidden>
    </span>
  );
}

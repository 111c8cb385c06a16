import { isOwnImage } from '@accord/shared/manuscript/safe';
import type { Look, Marker, Picture, TextRow } from '@accord/shared/versions/comparison-model';
import { useTranslation } from 'react-i18next';
import { classes } from '../ui/classes';
import css from './comparison.module.css';
import { Pieces, partsOf } from './pieces';
import { type Side, useReading } from './reading';

/** A block as one side has it, or as both have it in one. */
export function Block({ row, side }: { row: TextRow; side: Side }) {
  const looks = looksOf(row, side);
  const swapped = side === 'both' && row.facts.some(({ kind }) => kind === 'image');
  const old = swapped ? (row.before[0]?.image ?? null) : null;
  return partsOf(row.pieces, side).map((pieces, index) => {
    const look = looks[index] ?? looks.at(-1);
    if (!look) return null;
    return (
      <Around key={index} look={look}>
        <Content look={look} old={old}>
          <Pieces pieces={pieces} side={side} />
        </Content>
      </Around>
    );
  });
}

/** The blocks that a side has; of both, those of the side with more of them. */
function looksOf(row: TextRow, side: Side): readonly Look[] {
  if (side !== 'both') return row[side];
  return row.before.length > row.after.length ? row.before : row.after;
}

/** The lists, quote or call-out a block stands in. */
function Around({ look, children }: { look: Look; children: React.ReactNode }) {
  const { t } = useTranslation();
  const { depth, marker, quoted, callout } = look;
  const kind = CALLOUTS.find((one) => one === callout?.kind) ?? 'note';
  return (
    <div
      className={classes(css.around, quoted && css.quoted, callout && css.callout)}
      data-depth={Math.min(depth, 6)}
    >
      {callout?.first && <p className={css.calloutLabel}>{t(($) => $.editor.callouts[kind])}</p>}
      {marker && <span className={css.marker}>{signOf(marker)}</span>}
      {children}
    </div>
  );
}

const CALLOUTS = ['note', 'tip', 'warning', 'example'] as const;

const signOf = ({ list, number, checked }: Marker): string =>
  list === 'orderedList' ? `${number}.` : list === 'taskList' ? (checked ? '☑' : '☐') : '•';

function Content(props: { look: Look; old: Picture | null; children: React.ReactNode }) {
  const { look, old, children } = props;
  const { t } = useTranslation();
  const { notes } = useReading();
  switch (look.type) {
    case 'heading': {
      const Tag = `h${Math.min(6, (look.level ?? 1) + 2)}` as 'h3';
      return <Tag>{children}</Tag>;
    }
    case 'figure':
      return (
        <figure>
          {old ? (
            <div className={css.pictures}>
              <div className={css.pictureGone}>
                <p className={css.pictureLabel}>{t(($) => $.comparison.before)}</p>
                <Image picture={old} />
              </div>
              <div className={css.pictureCome}>
                <p className={css.pictureLabel}>{t(($) => $.comparison.after)}</p>
                <Image picture={look.image} />
              </div>
            </div>
          ) : (
            <Image picture={look.image} />
          )}
          <figcaption>{children}</figcaption>
        </figure>
      );
    case 'codeBlock':
      return (
        <pre>
          <code>{children}</code>
        </pre>
      );
    case 'horizontalRule':
      return <hr />;
    case 'footnote':
      return (
        <p className={css.footnote}>
          <sup>{notes.after[look.noteId ?? ''] ?? notes.before[look.noteId ?? ''] ?? '*'}</sup> {children}
        </p>
      );
    default:
      return <p>{children}</p>;
  }
}

function Image({ picture }: { picture: Picture | null }) {
  const { t } = useTranslation();
  if (!picture || !isOwnImage(picture.src))
    return <p className="missing-image">{picture?.pending ?? t(($) => $.comparison.said.missingImage)}</p>;
  const { src, alt, width, height } = picture;
  return (
    <img
      src={src}
      alt={alt ?? ''}
      loading="lazy"
      {...(width === null ? {} : { width })}
      {...(height === null ? {} : { height })}
    />
  );
}

import { piecesOf } from '@accord/shared/comments/mentions';
import { useMemo } from 'react';
import css from './comments.module.css';

/** A comment's words as they were written, mentions set off. */
export function CommentText({ text }: { text: string }) {
  const pieces = useMemo(() => piecesOf(text), [text]);
  return (
    <p className={css.text} translate="no">
      {pieces.map((piece, index) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          <span key={`${index}-${piece.target}`} className={css.mention}>
            @{piece.name}
          </span>
        ),
      )}
    </p>
  );
}

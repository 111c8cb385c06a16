import type { Comment, Thread } from '@accord/shared/comments/comments';
import { mayDelete, mayEdit } from '@accord/shared/comments/rules';
import { Failure } from '@accord/shared/kernel/failure';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../api/failure-banner';
import { useFormats } from '../i18n/formats';
import { Avatar } from '../ui/avatar';
import { IconButton } from '../ui/button';
import { buttonClass } from '../ui/button-class';
import { AlertDialog } from '../ui/dialog';
import { Menu, MenuItem } from '../ui/menu';
import { CommentText } from './comment-text';
import { draftIdOf, useComments } from './comments';
import css from './comments.module.css';
import { Composer } from './composer';
import type { CommentTarget } from './kept-comments';
import type { OutgoingComment } from './outbox';

/** One comment: who, from where, when, and what. Its author may change it, and it may be deleted (C10). */
export function OneComment(props: {
  thread: Thread;
  comment: Comment;
  outgoing: OutgoingComment | undefined;
  /** Whether what can be done with it is shown. */
  isActive: boolean;
  /** Further controls at its head, before the menu. */
  tools?: ReactNode;
  /** Further lines of its menu, before its own. */
  menu?: ReactNode;
}) {
  const { thread, comment, outgoing, isActive, tools, menu } = props;
  const { t } = useTranslation();
  const comments = useComments();
  const target: CommentTarget = { kind: 'edit', threadId: thread.id, commentId: comment.id };
  const draftId = draftIdOf(target);
  const draft = comments.drafts.get(draftId);
  const name = useName();
  const element = useRef<HTMLDivElement>(null);
  /** The field goes; the focus must not go with it. */
  const toCard = () => element.current?.closest('article')?.focus({ preventScroll: true });
  if (comment.deleted) {
    return (
      <div className={css.comment}>
        <p className={css.stub}>{t(($) => $.comments.deleted, { name: name(comment.deleted.personId) })}</p>
      </div>
    );
  }
  return (
    <div ref={element} className={css.comment}>
      <div className={css.head}>
        <Avatar name={comments.personOf(comment.personId)?.name ?? ''} small />
        <Byline comment={comment} />
        {!outgoing && tools}
        {isActive && !outgoing && (
          <CommentMenu
            thread={thread}
            comment={comment}
            onEdit={() => comments.writeDraft(draftId, target, comment.text)}
          >
            {menu}
          </CommentMenu>
        )}
      </div>
      {draft ? (
        <Composer
          label={t(($) => $.comments.editLabel)}
          send={t(($) => $.actions.save)}
          text={draft.text}
          autoFocus={isActive}
          onChange={(text) => comments.writeDraft(draftId, target, text)}
          onSend={(text) => {
            toCard();
            comments.send(draftId, target, text);
          }}
          onCancel={() => {
            toCard();
            comments.dropDraft(draftId);
          }}
        />
      ) : (
        <CommentText text={comment.text} />
      )}
      {outgoing && <Delivery outgoing={outgoing} />}
    </div>
  );
}

/** Looks names up, with the country's code. */
export function useName(): (personId: string) => string {
  const { t } = useTranslation();
  const { personOf } = useComments();
  return (personId) => {
    const person = personOf(personId);
    return person ? `${person.name} (${person.country})` : t(($) => $.comments.someone);
  };
}

function Byline({ comment }: { comment: Comment }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { personOf } = useComments();
  const person = personOf(comment.personId);
  return (
    <span className={css.byline}>
      <strong translate="no">{person?.name ?? t(($) => $.comments.someone)}</strong>
      <span className={css.quiet}>
        {person && (
          <>
            <abbr title={formats.countryName(person.country)} translate="no">
              {person.country}
            </abbr>
            {' · '}
          </>
        )}
        <time dateTime={comment.at} title={formats.moment(comment.at)}>
          {formats.ago(comment.at)}
        </time>
        {comment.editedAt && ` · ${t(($) => $.comments.edited)}`}
      </span>
    </span>
  );
}

function CommentMenu(props: { thread: Thread; comment: Comment; onEdit: () => void; children: ReactNode }) {
  const { thread, comment, onEdit, children } = props;
  const { t } = useTranslation();
  const { me, mayComment, mayDeleteAll, remove } = useComments();
  const [asking, setAsking] = useState(false);
  const canEdit = mayComment && mayEdit(comment, me.id);
  const canDelete = mayComment && mayDelete(comment, me.id, mayDeleteAll);
  if (!canEdit && !canDelete && !children) return null;
  const name = t(($) => $.comments.more);
  return (
    <>
      <Menu label={name} trigger={<IconButton small icon={Ellipsis} label={name} />}>
        {children}
        {canEdit && (
          <MenuItem icon={Pencil} onAction={onEdit}>
            {t(($) => $.comments.edit)}
          </MenuItem>
        )}
        {canDelete && (
          <MenuItem icon={Trash2} danger onAction={() => setAsking(true)}>
            {t(($) => $.comments.delete)}
          </MenuItem>
        )}
      </Menu>
      <AlertDialog
        title={t(($) => $.comments.deleteTitle)}
        isOpen={asking}
        onClose={() => setAsking(false)}
        confirm={t(($) => $.comments.delete)}
        onConfirm={() => {
          setAsking(false);
          remove(thread, comment);
        }}
      >
        <p>{t(($) => $.comments.deleteExplain)}</p>
      </AlertDialog>
    </>
  );
}

/** What has become of a comment that the server does not have yet. */
function Delivery({ outgoing }: { outgoing: OutgoingComment }) {
  const { t } = useTranslation();
  const sentence = useFailureSentence();
  const { retry, discard, revise } = useComments();
  const { id, state, refused } = outgoing;
  if (state === 'sending') return <p className={css.quiet}>{t(($) => $.comments.sending)}</p>;
  return (
    <div className={state === 'refused' ? css.refused : css.waiting} role="status">
      <p>
        {refused === null
          ? t(($) => $.comments.waiting)
          : t(($) => $.comments.refused, { reason: sentence(new Failure(refused)) })}
      </p>
      <button type="button" className={buttonClass('plain', true)} onClick={() => retry(id)}>
        {t(($) => $.actions.retry)}
      </button>
      {state === 'refused' && (
        <>
          <button type="button" className={buttonClass('plain', true)} onClick={() => revise(outgoing)}>
            {t(($) => $.comments.revise)}
          </button>
          <button type="button" className={buttonClass('quiet', true)} onClick={() => discard(id)}>
            {t(($) => $.comments.discard)}
          </button>
        </>
      )}
    </div>
  );
}

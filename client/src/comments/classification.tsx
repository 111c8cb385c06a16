import {
  COMMENT_DECISIONS,
  COMMENT_TYPES,
  type CommentDecision,
  type CommentType,
  type Thread,
} from '@accord/shared/comments/comments';
import { CircleDot, Tag } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../ui/badge';
import { Button } from '../ui/button';
import { Dialog, DialogActions } from '../ui/dialog';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { useComments } from './comments';
import css from './comments.module.css';

const TONES: Readonly<Record<CommentDecision, Tone>> = {
  accepted: 'good',
  'accepted-with-change': 'good',
  'not-accepted': 'bad',
  duplicate: 'plain',
  'out-of-scope': 'plain',
  postponed: 'warn',
};

/** Which type a comment has and what was decided about it, with the reason (C15). */
export function Classification({ thread }: { thread: Thread }) {
  const { t } = useTranslation();
  const { type, decision, reason } = thread;
  if (type === null && decision === null) return null;
  return (
    <div className={css.classification}>
      {type && (
        <Badge icon={Tag} boxed>
          {t(($) => $.comments.types[type])}
        </Badge>
      )}
      {decision && (
        <Badge icon={CircleDot} tone={TONES[decision]} boxed>
          {t(($) => $.comments.decisions[decision])}
        </Badge>
      )}
      {reason !== '' && (
        <p className={css.reason} translate="no">
          {reason}
        </p>
      )}
    </div>
  );
}

/** Gives a comment a type, a decision and a reason. */
export function ClassificationDialog({ thread, onClose }: { thread: Thread; onClose: () => void }) {
  const { t } = useTranslation();
  const { change } = useComments();
  const [type, setType] = useState<CommentType | 'none'>(thread.type ?? 'none');
  const [decision, setDecision] = useState<CommentDecision | 'none'>(thread.decision ?? 'none');
  const [reason, setReason] = useState(thread.reason);
  const save = () => {
    const next = {
      type: type === 'none' ? null : type,
      decision: decision === 'none' ? null : decision,
      reason: reason.trim(),
    };
    // Only what has changed: what somebody else decides meanwhile stays.
    change(thread, {
      ...(next.type === thread.type ? {} : { type: next.type }),
      ...(next.decision === thread.decision ? {} : { decision: next.decision }),
      ...(next.reason === thread.reason ? {} : { reason: next.reason }),
    });
    onClose();
  };
  return (
    <Dialog title={t(($) => $.comments.classifyTitle)} isOpen onClose={onClose}>
      <Form
        className={css.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Select
          label={t(($) => $.comments.type)}
          value={type}
          onChange={setType}
          choices={[
            { value: 'none', label: t(($) => $.comments.noType) },
            ...COMMENT_TYPES.map((value) => ({ value, label: t(($) => $.comments.types[value]) })),
          ]}
        />
        <Select
          label={t(($) => $.comments.decision)}
          value={decision}
          onChange={setDecision}
          choices={[
            { value: 'none', label: t(($) => $.comments.noDecision) },
            ...COMMENT_DECISIONS.map((value) => ({ value, label: t(($) => $.comments.decisions[value]) })),
          ]}
        />
        <TextField
          label={t(($) => $.comments.reason)}
          value={reason}
          onChange={setReason}
          onKeyDown={(event) => {
            // As a comment is sent.
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
            else event.continuePropagation();
          }}
          maxLength={2000}
          rows={3}
        />
        <DialogActions>
          <Button onPress={onClose}>{t(($) => $.actions.cancel)}</Button>
          <Button type="submit" kind="primary">
            {t(($) => $.actions.save)}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

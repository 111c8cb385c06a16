import type { OfferedMove, Review } from '@accord/shared/review/review';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/choice';
import { DateField } from '../ui/date-field';
import { Dialog, DialogActions } from '../ui/dialog';
import { useVoice } from '../ui/notices';
import { TextField } from '../ui/text-field';
import css from './review.module.css';
import { type Target, useStep } from './target';

/** The moves I may make (R1): one button each; what stands in the way of one is said beneath it. */
export function MoveButtons({ target, review }: { target: Target; review: Review }) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<OfferedMove | null>(null);
  if (review.moves.length === 0) return null;
  return (
    <section className={css.moves} aria-label={t(($) => $.review.moves)}>
      {review.moves.map((move) => (
        <div key={move.to} className={css.move}>
          <Button
            kind={move.needsReason ? 'plain' : 'primary'}
            isDisabled={move.blocked !== null}
            onPress={() => choose(move)}
          >
            {t(($) => $.review.to[move.needsReason && move.to === 'draft' ? 'reopen' : move.to])}
          </Button>
          {move.blocked && (
            <p className={css.quiet}>
              {t(($) => $.review.blocked[move.blocked as 'archived'], { count: review.openSuggestions })}
            </p>
          )}
        </div>
      ))}
      {chosen && <MoveDialog target={target} review={review} move={chosen} onClose={() => choose(null)} />}
    </section>
  );
}

/** Asks for what a move needs: a note or a reason, the day until which signatures are awaited. */
function MoveDialog(props: { target: Target; review: Review; move: OfferedMove; onClose: () => void }) {
  const { target, review, move, onClose } = props;
  const { t } = useTranslation();
  const { notify } = useVoice();
  const step = useStep(target);
  const [note, setNote] = useState('');
  const [deadline, setDeadline] = useState<string | null>(null);
  const [despiteComments, setDespite] = useState(false);
  const [missing, setMissing] = useState(false);
  const asksForSignatures = move.to === 'sign-off';
  const isReopening = move.needsReason && move.to === 'draft';
  const name = t(($) => $.review.to[isReopening ? 'reopen' : move.to]);
  const go = () => {
    if (move.needsReason && note.trim() === '') return setMissing(true);
    step.mutate(
      { what: 'move', to: move.to, expected: review.state, note, deadline, despiteComments },
      {
        onSuccess: () => {
          notify(t(($) => $.review.moved, { state: t(($) => $.words.states[move.to]) }));
          onClose();
        },
      },
    );
    return undefined;
  };
  return (
    <Dialog title={name} isOpen onClose={onClose}>
      <Form
        className={css.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        {step.error && <FailureBanner error={step.error} />}
        <p>{t(($) => $.review.what[isReopening ? 'reopen' : move.to])}</p>
        <TextField
          label={move.needsReason ? t(($) => $.review.reason) : t(($) => $.review.note)}
          value={note}
          onChange={setNote}
          maxLength={2000}
          rows={3}
          autoFocus
          error={missing && note.trim() === '' ? t(($) => $.failures.codes['reason-needed']) : undefined}
        />
        {asksForSignatures && (
          <DateField
            label={t(($) => $.review.deadline)}
            hint={t(($) => $.review.deadlineHint, { count: review.policy.days })}
            value={deadline}
            onChange={setDeadline}
          />
        )}
        {asksForSignatures && review.openThreads > 0 && (
          <Checkbox isSelected={despiteComments} onChange={setDespite}>
            {t(($) => $.review.despite, { count: review.openThreads })}
          </Checkbox>
        )}
        <DialogActions>
          <Button onPress={onClose}>{t(($) => $.actions.cancel)}</Button>
          <Button type="submit" kind="primary" isDisabled={step.isPending}>
            {name}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

import { Failure } from '@accord/shared/kernel/failure';
import { type ShownSignOff, SIGNATURE_DECISIONS, type SignatureDecision } from '@accord/shared/review/review';
import { useState } from 'react';
import { Form, Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useFormats } from '../i18n/formats';
import { Button } from '../ui/button';
import { useVoice } from '../ui/notices';
import { TextField } from '../ui/text-field';
import css from './review.module.css';
import { type Target, useStep } from './target';

/** My signature: what I say to exactly this text, and taking it back until it is approved (R3, R8). */
export function SignForm({ target, signOff }: { target: Target; signOff: ShownSignOff }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { notify } = useVoice();
  const step = useStep(target);
  const own = signOff.standings.find(({ slot, signature }) => signOff.mine.includes(slot.key) && signature);
  const onlyObjecting = signOff.ended !== null;
  const [decision, setDecision] = useState<SignatureDecision | null>(onlyObjecting ? 'object' : null);
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(false);
  /** The text I have before me: one that is changed meanwhile has to be looked at first (R10). */
  const [hash, setHash] = useState(signOff.hash);
  const isOlder = hash !== signOff.hash;
  const countries = signOff.standings
    .filter(({ slot }) => signOff.mine.includes(slot.key))
    .map(({ slot }) => formats.countryName(slot.country));
  const needsComment = decision === 'object' || decision === 'agree-with-comments';
  const send = (what: SignatureDecision | 'withdrawn') => {
    if (needsComment && what !== 'withdrawn' && comment.trim() === '') return setMissing(true);
    step.mutate(
      { what: 'sign', decision: what, hash, comment: what === 'withdrawn' ? '' : comment },
      {
        onSuccess: () => {
          setComment('');
          setMissing(false);
          setDecision(onlyObjecting ? 'object' : null);
          notify(what === 'withdrawn' ? t(($) => $.review.takenBack) : t(($) => $.review.signed));
        },
      },
    );
    return undefined;
  };
  const isStale = isOlder || (step.error instanceof Failure && step.error.code === 'text-changed');
  return (
    <Form
      className={css.signing ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        if (decision) send(decision);
      }}
    >
      <h4>{t(($) => $.review.yours, { country: formats.list(countries) })}</h4>
      {step.error && <FailureBanner error={step.error} />}
      {isStale && (
        <div className={css.change}>
          <p>{t(($) => $.review.older)}</p>
          <Button
            onPress={() => {
              setHash(signOff.hash);
              step.reset();
            }}
          >
            {t(($) => $.review.seen)}
          </Button>
        </div>
      )}
      <RadioGroup
        className={css.decisions ?? ''}
        value={decision}
        onChange={(value) => setDecision(value as SignatureDecision)}
        isDisabled={isStale}
      >
        <Label className="visually-hidden">{t(($) => $.review.decision)}</Label>
        {SIGNATURE_DECISIONS.filter((each) => !onlyObjecting || each === 'object').map((each) => (
          <Radio key={each} value={each} className={css.decision ?? ''}>
            {t(($) => $.review.decide[each])}
          </Radio>
        ))}
      </RadioGroup>
      {decision !== null && (
        <TextField
          label={decision === 'object' ? t(($) => $.review.reason) : t(($) => $.review.comment)}
          value={comment}
          onChange={setComment}
          rows={3}
          maxLength={2000}
          error={missing && comment.trim() === '' ? t(($) => $.failures.codes['reason-needed']) : undefined}
        />
      )}
      <div className={css.buttons}>
        <Button type="submit" kind="primary" isDisabled={decision === null || isStale || step.isPending}>
          {t(($) => $.review.sign)}
        </Button>
        {own && !onlyObjecting && (
          <Button onPress={() => send('withdrawn')} isDisabled={isStale || step.isPending}>
            {t(($) => $.review.takeBack)}
          </Button>
        )}
      </div>
    </Form>
  );
}

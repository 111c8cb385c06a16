import type { Review, ShownSignOff, SignatureEvent, SlotStanding } from '@accord/shared/review/review';
import { Ban, CircleCheck, CircleDashed, CircleSlash, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useFormats } from '../i18n/formats';
import { Link } from '../navigation/link';
import { PersonName } from '../people/person-name';
import { Badge, type Tone } from '../ui/badge';
import { Button } from '../ui/button';
import { TextField } from '../ui/text-field';
import { EditorialForm } from './editorial-form';
import css from './review.module.css';
import { SignForm } from './sign-form';
import { recordAddress, type Target, useStep } from './target';

const LOOKS = {
  agree: [CircleCheck, 'good'],
  'agree-with-comments': [CircleCheck, 'good'],
  abstain: [CircleSlash, 'plain'],
  object: [Ban, 'bad'],
} as const satisfies Record<string, readonly [typeof Ban, Tone]>;

/** The sheet that is signed: the exact text by its hash, one line a country or institution, and what I may do. */
export function SignOffSheet(props: { target: Target; review: Review; signOff: ShownSignOff }) {
  const { target, review, signOff } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const { texts, standings, changes, hash, ended } = signOff;
  const isVoid = ended?.how === 'reopened';
  return (
    <section className={css.signOff} aria-labelledby={`sign-off-${signOff.id}`}>
      <h3 id={`sign-off-${signOff.id}`}>
        {isVoid ? t(($) => $.review.formerSheet) : t(($) => $.review.sheet)}
      </h3>
      <p className={css.quiet}>
        {t(($) => $.review.asked, { when: formats.moment(signOff.openedAt) })}{' '}
        <PersonName id={signOff.openedBy} />
      </p>
      {signOff.note !== '' && (
        <p className={css.words} translate="no">
          {signOff.note}
        </p>
      )}
      <p className={css.quiet}>
        {t(($) => $.review.hash)} <code title={hash}>{hash.slice(0, 12)}</code>
      </p>
      {'outputId' in target && (
        <ol className={css.texts}>
          {texts.map((text) => (
            <li key={text.chapterId}>
              <Link to="/chapters/$chapterId" params={{ chapterId: text.chapterId }} translate="no">
                {text.title}
              </Link>
            </li>
          ))}
        </ol>
      )}
      {changes.map((change) => (
        <div key={change.id} className={css.change}>
          <p>
            {t(($) => $.review.changed, { when: formats.moment(change.at) })}{' '}
            <PersonName id={change.personId} />
          </p>
          <p className={css.words} translate="no">
            {change.note}
          </p>
          <Link
            to="/chapters/$chapterId/compare"
            params={{ chapterId: change.from.chapterId }}
            search={{ from: change.from.versionId, to: change.to.versionId }}
          >
            {t(($) => $.review.showChange)}
          </Link>
        </div>
      ))}
      <ul className={css.slots}>
        {standings.map((standing) => (
          <SlotLine
            key={standing.slot.key}
            target={target}
            review={review}
            signOff={signOff}
            standing={standing}
          />
        ))}
      </ul>
      <p className={css.record}>
        <span className={css.quiet}>{t(($) => $.review.record.title)}</span>
        {(['html', 'docx', 'json'] as const).map((format) => (
          <a key={format} href={recordAddress(target, format)} download>
            {t(($) => $.review.record[format])}
          </a>
        ))}
      </p>
      {!isVoid && review.maySteer && 'chapterId' in target && <EditorialForm chapterId={target.chapterId} />}
      {!isVoid && signOff.mine.length > 0 && <SignForm target={target} signOff={signOff} />}
    </section>
  );
}

function SlotLine(props: { target: Target; review: Review; signOff: ShownSignOff; standing: SlotStanding }) {
  const { target, review, signOff, standing } = props;
  const { slot, signature } = standing;
  const { t } = useTranslation();
  const formats = useFormats();
  const answers = signOff.answers.filter(({ to }) => to === signature?.id);
  const withdrawn = signOff.signatures.some(
    ({ slot: key, decision }) => key === slot.key && decision === 'withdrawn',
  );
  return (
    <li className={css.slot}>
      <div className={css.slotHead}>
        <strong>{formats.countryName(slot.country)}</strong>
        {signature ? (
          <Decision signature={signature} />
        ) : (
          <Badge icon={withdrawn ? Undo2 : CircleDashed}>
            {withdrawn ? t(($) => $.review.withdrawn) : t(($) => $.review.noReply)}
          </Badge>
        )}
      </div>
      <p className={css.quiet}>
        <PersonName id={signature?.personId ?? slot.signatoryId} />
        {signature && (
          <>
            {' · '}
            <time dateTime={signature.at}>{formats.moment(signature.at)}</time>
            {signature.hash !== signOff.hash && ` · ${t(($) => $.review.beforeChange)}`}
          </>
        )}
      </p>
      {signature && signature.comment !== '' && (
        <p className={css.words} translate="no">
          {signature.comment}
        </p>
      )}
      {answers.map((answer) => (
        <blockquote key={answer.at} className={css.answer}>
          <p translate="no">{answer.text}</p>
          <footer className={css.quiet}>
            <PersonName id={answer.personId} /> · {formats.moment(answer.at)}
          </footer>
        </blockquote>
      ))}
      {signature?.decision === 'object' && review.maySteer && signOff.ended === null && (
        <AnswerForm target={target} signOffId={signOff.id} objection={signature} />
      )}
    </li>
  );
}

function Decision({ signature }: { signature: SignatureEvent }) {
  const { t } = useTranslation();
  const { decision } = signature;
  if (decision === 'withdrawn') return null;
  const [icon, tone] = LOOKS[decision];
  return (
    <Badge icon={icon} tone={tone}>
      {t(($) => $.review.decided[decision])}
    </Badge>
  );
}

function AnswerForm(props: { target: Target; signOffId: string; objection: SignatureEvent }) {
  const { target, signOffId, objection } = props;
  const { t } = useTranslation();
  const step = useStep(target);
  const [text, setText] = useState('');
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        step.mutate(
          { what: 'answer', signOffId, signatureId: objection.id, text },
          { onSuccess: () => setText('') },
        );
      }}
    >
      {step.error && <FailureBanner error={step.error} />}
      <TextField
        label={t(($) => $.review.answer)}
        value={text}
        onChange={setText}
        rows={2}
        maxLength={2000}
      />
      <div>
        <Button type="submit" isDisabled={step.isPending || text.trim() === ''}>
          {t(($) => $.review.sendAnswer)}
        </Button>
      </div>
    </form>
  );
}

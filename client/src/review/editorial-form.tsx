import { describeSuggestion } from '@accord/shared/suggestions/describe';
import { listSuggestions } from '@accord/shared/suggestions/suggestions';
import { useState } from 'react';
import { CheckboxGroup, Form, Label } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useEndpoint } from '../api/use-endpoint';
import { PersonName } from '../people/person-name';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/choice';
import { TextField } from '../ui/text-field';
import css from './review.module.css';
import { useStep } from './target';

/** For the coordinator: suggestions to a locked text, to be applied as a declared editorial change (R5). */
export function EditorialForm({ chapterId }: { chapterId: string }) {
  const { t } = useTranslation();
  const listed = useEndpoint(listSuggestions, { params: { chapterId } });
  const step = useStep({ chapterId });
  const [chosen, choose] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const open = (listed.data ?? []).filter(({ state }) => state === 'open');
  if (open.length === 0) return null;
  return (
    <Form
      className={css.signing ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        step.mutate(
          { what: 'change', suggestionIds: chosen, note },
          {
            onSuccess: () => {
              choose([]);
              setNote('');
              void listed.refetch();
            },
          },
        );
      }}
    >
      <h4>{t(($) => $.review.editorial.title)}</h4>
      {step.error && <FailureBanner error={step.error} />}
      <CheckboxGroup className={css.decisions ?? ''} value={chosen} onChange={choose}>
        <Label className={css.quiet ?? ''}>{t(($) => $.review.editorial.explain)}</Label>
        {open.map(({ id, personId, operations }) => {
          const { before, after } = describeSuggestion(operations);
          return (
            <Checkbox key={id} value={id}>
              <span className={css.words} translate="no">
                {before !== '' && <del>{before}</del>} {after !== '' && <ins>{after}</ins>}
              </span>{' '}
              <span className={css.quiet}>
                <PersonName id={personId} />
              </span>
            </Checkbox>
          );
        })}
      </CheckboxGroup>
      <TextField
        label={t(($) => $.review.editorial.note)}
        value={note}
        onChange={setNote}
        rows={2}
        maxLength={2000}
      />
      <div>
        <Button
          type="submit"
          kind="primary"
          isDisabled={chosen.length === 0 || note.trim() === '' || step.isPending}
        >
          {t(($) => $.review.editorial.apply)}
        </Button>
      </div>
    </Form>
  );
}

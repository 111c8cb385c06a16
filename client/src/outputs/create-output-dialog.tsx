import { COUNTRIES, type Country, LANGUAGES, type Language } from '@accord/shared/access/role';
import { createOutput, listOutputs, OUTPUT_KINDS, type OutputKind } from '@accord/shared/outputs/outputs';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { useNavigate } from '../navigation/use-navigation';
import { useMe } from '../services/session';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/choice';
import { Dialog, DialogActions } from '../ui/dialog';
import { useVoice } from '../ui/notices';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import css from './outputs.module.css';

const ISSUES = ['none', '1', '2', '3', '4', '5'] as const;

/** Creates an output, with the chapters of its kind's template or empty, and leads to its page. */
export function CreateOutputDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { notify } = useVoice();
  const navigate = useNavigate();
  const me = useMe();
  const create = useCall(createOutput, [listOutputs]);
  const [kind, setKind] = useState<OutputKind>('guidance-tool');
  const [title, setTitle] = useState('');
  const [issue, setIssue] = useState<(typeof ISSUES)[number]>('none');
  const [language, setLanguage] = useState<Language>('en');
  const [coordinatorCountry, setCountry] = useState<Country>(me.country);
  const [template, setTemplate] = useState(true);

  const save = () =>
    create.mutate(
      {
        body: {
          kind,
          title,
          issue: issue === 'none' ? null : Number(issue),
          language,
          coordinatorCountry,
          template,
        },
      },
      {
        onSuccess: ({ id }) => {
          notify(t(($) => $.outputs.new.created, { title }));
          onClose();
          navigate({ to: '/outputs/$outputId', params: { outputId: id } });
        },
      },
    );
  return (
    <Dialog title={t(($) => $.outputs.new.title)} isOpen onClose={onClose}>
      <Form
        className={css.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {create.error && <FailureBanner error={create.error} />}
        <Select
          label={t(($) => $.outputs.new.kind)}
          value={kind}
          choices={OUTPUT_KINDS.map((value) => ({ value, label: t(($) => $.words.kinds[value]) }))}
          onChange={setKind}
        />
        <TextField
          label={t(($) => $.outputs.new.name)}
          isRequired
          maxLength={200}
          value={title}
          onChange={setTitle}
        />
        <div className={css.pair}>
          <Select
            label={t(($) => $.outputs.new.issue)}
            value={issue}
            choices={ISSUES.map((value) => ({
              value,
              label: value === 'none' ? t(($) => $.outputs.new.noIssue) : formats.number(Number(value)),
            }))}
            onChange={setIssue}
          />
          <Select
            label={t(($) => $.outputs.new.language)}
            value={language}
            choices={LANGUAGES.map((value) => ({ value, label: formats.languageName(value) }))}
            onChange={setLanguage}
          />
        </div>
        <Select
          label={t(($) => $.outputs.new.country)}
          value={coordinatorCountry}
          choices={COUNTRIES.map((value) => ({ value, label: formats.countryName(value) }))}
          onChange={setCountry}
        />
        {language === 'en' ? (
          <Checkbox isSelected={template} onChange={setTemplate}>
            {t(($) => $.outputs.new.template)}
          </Checkbox>
        ) : (
          <p className={css.quiet}>{t(($) => $.outputs.new.templateEnglish)}</p>
        )}
        <DialogActions>
          <Button onPress={onClose}>{t(($) => $.actions.cancel)}</Button>
          <Button type="submit" kind="primary" isDisabled={create.isPending}>
            {t(($) => $.actions.create)}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

import { type Grant, LANGUAGES, type Language, ROLES, type Role } from '@accord/shared/access/role';
import type { Output } from '@accord/shared/outputs/outputs';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import { Button, IconButton } from '../ui/button';
import { Select } from '../ui/select';
import css from './grants-field.module.css';

const ALL = 'all';

export interface GrantsFieldProps {
  grants: readonly Grant[];
  onChange: (grants: Grant[]) => void;
  /** Outputs a role can be given on. */
  outputs: readonly Output[];
  /** Only roles on this output and its chapters. */
  only?: Output;
}

/** The roles of a person: each on everything, on an output, or on a chapter. */
export function GrantsField({ grants, onChange, outputs, only }: GrantsFieldProps) {
  const { t } = useTranslation();
  const add: Grant = { role: 'reader', outputId: only?.id ?? null, chapterId: null, language: null };
  return (
    <fieldset className={css.grants}>
      <legend>{t(($) => $.people.grants.title)}</legend>
      <p className={css.hint}>{t(($) => $.people.grants.explain)}</p>
      {grants.map((grant, index) => (
        <GrantRow
          // Rows have no identity of their own; none keeps state.
          key={`${index} of ${grants.length}`}
          grant={grant}
          outputs={outputs}
          {...(only ? { only } : {})}
          onChange={(changed) => onChange(grants.map((kept, at) => (at === index ? changed : kept)))}
          onRemove={() => onChange(grants.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button small icon={Plus} onPress={() => onChange([...grants, add])}>
          {t(($) => $.people.grants.add)}
        </Button>
      </div>
    </fieldset>
  );
}

interface GrantRowProps {
  grant: Grant;
  outputs: readonly Output[];
  only?: Output;
  onChange: (grant: Grant) => void;
  onRemove: () => void;
}

function GrantRow({ grant, outputs, only, onChange, onRemove }: GrantRowProps) {
  const { t } = useTranslation();
  const output = only ?? outputs.find(({ id }) => id === grant.outputId);
  return (
    <div className={css.grant}>
      <div className={css.choices}>
        <RoleSelect
          role={grant.role}
          language={grant.language}
          onChange={(role, language) => onChange({ ...grant, role, language })}
        />
        {!only && (
          <Select
            label={t(($) => $.people.grants.where)}
            value={grant.outputId ?? ALL}
            choices={[
              { value: ALL, label: t(($) => $.people.grants.allOutputs) },
              ...outputs.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={(id) => onChange({ ...grant, outputId: id === ALL ? null : id, chapterId: null })}
          />
        )}
        {output && (
          <Select
            label={t(($) => $.people.grants.chapter)}
            value={grant.chapterId ?? ALL}
            choices={[
              { value: ALL, label: t(($) => $.people.grants.allChapters) },
              ...output.chapters.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={(id) => onChange({ ...grant, chapterId: id === ALL ? null : id })}
          />
        )}
      </div>
      <IconButton label={t(($) => $.people.grants.remove)} icon={Trash2} onPress={onRemove} />
    </div>
  );
}

/** A role, and for translators the language. */
export function RoleSelect({
  role,
  language,
  onChange,
}: {
  role: Role;
  language: Language | null;
  onChange: (role: Role, language: Language | null) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [first] = LANGUAGES;
  return (
    <>
      <Select
        label={t(($) => $.people.grants.role)}
        value={role}
        choices={ROLES.map((value) => ({
          value,
          label: t(($) => $.words.roles[value]),
          detail: t(($) => $.people.grants.explanations[value]),
        }))}
        onChange={(next) => onChange(next, next === 'translator' ? (language ?? first) : null)}
      />
      {role === 'translator' && (
        <Select
          label={t(($) => $.people.grants.language)}
          value={language ?? first}
          choices={LANGUAGES.map((value) => ({ value, label: formats.languageName(value) }))}
          onChange={(next) => onChange(role, next)}
        />
      )}
    </>
  );
}

import type { Partner } from '@accord/shared/people/people';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import { EmptyState } from '../ui/empty-state';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import css from './panel.module.css';

const ALL = 'all';

interface Findable {
  readonly name: string;
  readonly partnerId: string;
  readonly email?: string;
}

/** Whether every word looked for stands somewhere in what is known of somebody; capitals and accents don't matter. */
export function fits(words: string, texts: readonly (string | undefined)[]): boolean {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const whole = plain(texts.filter((text) => text !== undefined).join(' '));
  return plain(words)
    .split(/\s+/)
    .every((word) => whole.includes(word));
}

/** Fields to find people with, and those who fit, by name. `children` gets them. */
export function FindPeople<One extends Findable>({
  people,
  partners,
  actions,
  children,
}: {
  people: readonly One[];
  partners: readonly Partner[];
  actions?: React.ReactNode;
  children: (found: One[]) => React.ReactNode;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [words, setWords] = useState('');
  const [partnerId, setPartner] = useState(ALL);
  const partner = new Map(partners.map((each) => [each.id, each]));
  const found = people
    .filter((one) => partnerId === ALL || one.partnerId === partnerId)
    .filter((one) => {
      const theirs = partner.get(one.partnerId);
      return fits(words, [one.name, one.email, theirs?.name, theirs?.shortName]);
    })
    .sort((a, b) => formats.compare(a.name, b.name));
  return (
    <div className={css.panel}>
      <div className={css.tools}>
        <div className={css.search}>
          <TextField label={t(($) => $.people.list.search)} type="search" value={words} onChange={setWords} />
        </div>
        <Select
          label={t(($) => $.people.list.filter)}
          value={partnerId}
          choices={[
            { value: ALL, label: t(($) => $.people.list.all) },
            ...partners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setPartner}
        />
        {actions}
      </div>
      <p className={css.count} role="status">
        {t(($) => $.people.list.found, { count: found.length })}
      </p>
      {found.length === 0 ? (
        <EmptyState title={t(($) => $.people.list.none)}>{t(($) => $.people.list.noneExplain)}</EmptyState>
      ) : (
        children(found)
      )}
    </div>
  );
}

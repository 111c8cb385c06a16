import { COUNTRIES } from '@accord/shared/access/role';
import { COMMENT_DECISIONS, COMMENT_TYPES } from '@accord/shared/comments/comments';
import { ListFilter } from 'lucide-react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import { Button, IconButton } from '../ui/button';
import { Select } from '../ui/select';
import css from './filter-fields.module.css';
import { ALL_OPEN, type ThreadFilter } from './thread-view';

const STATES = ['open', 'resolved', 'nowhere', 'all'] as const;
const WHOSE = ['all', 'mine', 'mentioning-me'] as const;

/** A button that opens what comments can be filtered by (C14). */
export function FilterFields(props: { filter: ThreadFilter; onChange: (filter: ThreadFilter) => void }) {
  const { filter, onChange } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const label = t(($) => $.comments.filter.button);
  return (
    <DialogTrigger>
      <IconButton small icon={ListFilter} label={label} />
      <Popover placement="bottom start" className={css.popover ?? ''}>
        <Dialog aria-label={label} className={css.fields ?? ''}>
          <Select
            label={t(($) => $.comments.filter.state)}
            value={filter.state}
            choices={STATES.map((value) => ({ value, label: t(($) => $.comments.filter.states[value]) }))}
            onChange={(state) => onChange({ ...filter, state })}
          />
          <Select
            label={t(($) => $.comments.filter.whose)}
            value={filter.whose}
            choices={WHOSE.map((value) => ({ value, label: t(($) => $.comments.filter.people[value]) }))}
            onChange={(whose) => onChange({ ...filter, whose })}
          />
          <Select
            label={t(($) => $.comments.filter.country)}
            value={filter.country ?? 'any'}
            choices={[
              { value: 'any', label: t(($) => $.comments.filter.anyCountry) },
              ...COUNTRIES.map((value) => ({ value, label: formats.countryName(value) })),
            ]}
            onChange={(country) => onChange({ ...filter, country: country === 'any' ? null : country })}
          />
          <Select
            label={t(($) => $.comments.filter.type)}
            value={filter.type ?? 'any'}
            choices={[
              { value: 'any', label: t(($) => $.comments.filter.anyType) },
              ...COMMENT_TYPES.map((value) => ({ value, label: t(($) => $.comments.types[value]) })),
            ]}
            onChange={(type) => onChange({ ...filter, type: type === 'any' ? null : type })}
          />
          <Select
            label={t(($) => $.comments.filter.decision)}
            value={filter.decision ?? 'any'}
            choices={[
              { value: 'any', label: t(($) => $.comments.filter.anyDecision) },
              { value: 'none', label: t(($) => $.comments.filter.undecided) },
              ...COMMENT_DECISIONS.map((value) => ({ value, label: t(($) => $.comments.decisions[value]) })),
            ]}
            onChange={(decision) => onChange({ ...filter, decision: decision === 'any' ? null : decision })}
          />
          <Button slot="close" onPress={() => onChange(ALL_OPEN)}>
            {t(($) => $.comments.filter.clear)}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

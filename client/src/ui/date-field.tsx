import { type CalendarDate, parseDate } from '@internationalized/date';
import {
  DateField as AriaDateField,
  DateInput,
  DateSegment,
  FieldError,
  Label,
  Text,
} from 'react-aria-components';
import css from './field.module.css';

export interface DateFieldProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  /** A calendar day as `2026-11-23`, or null. */
  value: string | null;
  onChange: (day: string | null) => void;
  isDisabled?: boolean;
}

/** A calendar day, typed in the order of the reader's language; each part also goes up and down by arrow key. */
export function DateField({ label, hint, error, value, onChange, isDisabled = false }: DateFieldProps) {
  return (
    <AriaDateField<CalendarDate>
      value={value === null ? null : parseDate(value)}
      onChange={(day) => onChange(day === null ? null : day.toString())}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      className={css.field ?? ''}
    >
      <Label className={css.label ?? ''}>{label}</Label>
      <DateInput className={css.input ?? ''}>
        {(segment) => <DateSegment segment={segment} className={css.segment ?? ''} />}
      </DateInput>
      {hint && (
        <Text slot="description" className={css.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={css.error ?? ''}>{error}</FieldError>
    </AriaDateField>
  );
}

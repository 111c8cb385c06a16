import { Check, ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import field from './field.module.css';
import menu from './menu.module.css';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  /** A second, quieter line. */
  detail?: string;
}

export interface SelectProps<Value extends string> {
  label: string;
  /** The label is read, not shown (it stands beside already). */
  labelHidden?: boolean;
  hint?: string;
  value: Value | null;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
  isDisabled?: boolean;
  name?: string;
}

/** One of several values, in a list that opens. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, labelHidden = false, hint, value, choices, onChange, isDisabled = false, name } = props;
  const { t } = useTranslation();
  return (
    <AriaSelect
      value={value}
      onChange={(key) => onChange(String(key) as Value)}
      isDisabled={isDisabled}
      className={field.field ?? ''}
      placeholder={t(($) => $.actions.choose)}
      {...(labelHidden ? { 'aria-label': label } : {})}
      {...(name === undefined ? {} : { name })}
    >
      {!labelHidden && <Label className={field.label ?? ''}>{label}</Label>}
      <Button className={`${field.input} ${field.trigger}`}>
        <SelectValue />
        <ChevronDown size={16} aria-hidden />
      </Button>
      {hint && (
        <Text slot="description" className={field.hint ?? ''}>
          {hint}
        </Text>
      )}
      <Popover className={menu.popover ?? ''}>
        <ListBox items={choices} className={menu.menu ?? ''}>
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.label} className={menu.item ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={menu.tick}>{isSelected && <Check size={16} aria-hidden />}</span>
                  <span className={menu.words}>
                    <Text slot="label">{choice.label}</Text>
                    {choice.detail && (
                      <Text slot="description" className={menu.detail ?? ''}>
                        {choice.detail}
                      </Text>
                    )}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

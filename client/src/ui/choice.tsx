import { Check, Minus } from 'lucide-react';
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
  Switch as AriaSwitch,
  type SwitchProps as AriaSwitchProps,
} from 'react-aria-components';
import css from './field.module.css';

/** A box to tick, with its words. */
export function Checkbox({
  children,
  ...props
}: Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> & { children: React.ReactNode }) {
  return (
    <AriaCheckbox {...props} className={css.choice ?? ''}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={css.box} aria-hidden>
            {isIndeterminate ? <Minus size={14} /> : isSelected && <Check size={14} />}
          </span>
          <span>{children}</span>
        </>
      )}
    </AriaCheckbox>
  );
}

/** Something that is on or off at once, without saving. */
export function Switch({
  children,
  ...props
}: Omit<AriaSwitchProps, 'className' | 'style' | 'children'> & { children: React.ReactNode }) {
  return (
    <AriaSwitch {...props} className={css.choice ?? ''}>
      <div className={css.track} aria-hidden>
        <div className={css.thumb} />
      </div>
      <span>{children}</span>
    </AriaSwitch>
  );
}

import type { LucideIcon } from 'lucide-react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton,
} from 'react-aria-components';
import { type ButtonKind, buttonClass, iconButtonClass } from './button-class';
import { Tooltip } from './tooltip';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  kind?: ButtonKind;
  small?: boolean;
  icon?: LucideIcon;
  children: React.ReactNode;
}

/** A button with words. `kind="primary"` at most once a screen or dialog. */
export function Button({ kind = 'plain', small = false, icon: Icon, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={buttonClass(kind, small)}>
      {Icon && <Icon size={16} aria-hidden />}
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** What it does: its accessible name and its tooltip. */
  label: string;
  /** The key that does the same, shown in the tooltip. */
  shortcut?: string;
  icon: LucideIcon;
  kind?: ButtonKind;
  small?: boolean;
}

/** A button that shows only an icon; its label is the accessible name and the tooltip. */
export function IconButton({
  label,
  shortcut,
  icon: Icon,
  kind = 'quiet',
  small = false,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <AriaButton {...props} aria-label={label} className={iconButtonClass(kind, small)}>
        <Icon size={18} aria-hidden />
      </AriaButton>
    </Tooltip>
  );
}

export interface IconToggleProps {
  label: string;
  shortcut?: string;
  icon: LucideIcon;
  isSelected: boolean;
  isDisabled?: boolean;
  small?: boolean;
  onChange: (selected: boolean) => void;
}

/** An icon button that stays pressed: a pane that is open, a mark that is on. */
export function IconToggle({ label, shortcut, icon: Icon, small = false, ...props }: IconToggleProps) {
  return (
    <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <ToggleButton {...props} aria-label={label} className={iconButtonClass('quiet', small)}>
        <Icon size={18} aria-hidden />
      </ToggleButton>
    </Tooltip>
  );
}

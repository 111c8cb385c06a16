import { Check, type LucideIcon } from 'lucide-react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
  Keyboard,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import { classes } from './classes';
import css from './menu.module.css';

/** A menu that opens from the one button given as `trigger`. */
export function Menu({
  trigger,
  label,
  children,
  placement = 'bottom end',
  defaultOpen = false,
}: {
  trigger: React.ReactNode;
  /** What the menu is about, for screen readers. */
  label?: string;
  children: React.ReactNode;
  placement?: 'bottom end' | 'bottom start' | 'top start' | 'top end';
  /** Opens at once: for a menu that was fetched when its button was pressed. */
  defaultOpen?: boolean;
}) {
  return (
    <MenuTrigger defaultOpen={defaultOpen}>
      {trigger}
      <Popover placement={placement} className={css.popover ?? ''}>
        <AriaMenu className={css.menu ?? ''} {...(label === undefined ? {} : { 'aria-label': label })}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuItemProps {
  children: string;
  icon?: LucideIcon;
  detail?: string;
  shortcut?: string;
  danger?: boolean;
  isDisabled?: boolean;
  /** An address: the item is a link. */
  href?: string;
  onAction?: () => void;
}

export function MenuItem({
  children,
  icon: Icon,
  detail,
  shortcut,
  danger = false,
  ...props
}: MenuItemProps) {
  return (
    <AriaMenuItem {...props} textValue={children} className={classes(css.item, danger && css.danger)}>
      {Icon && <Icon size={16} aria-hidden />}
      <span className={css.words}>
        <Text slot="label">{children}</Text>
        {detail && (
          <Text slot="description" className={css.detail ?? ''}>
            {detail}
          </Text>
        )}
      </span>
      {shortcut && <Keyboard className={css.shortcut}>{shortcut}</Keyboard>}
    </AriaMenuItem>
  );
}

/** A titled group of items. */
export function MenuSection({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <AriaMenuSection>
      <Header className={css.header}>{title}</Header>
      {children}
    </AriaMenuSection>
  );
}

/** A titled group of which exactly one is chosen. */
export function MenuChoices<Value extends string>({
  title,
  value,
  choices,
  onChange,
}: {
  title: string;
  value: Value;
  choices: readonly { value: Value; label: string; lang?: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <AriaMenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [chosen] = keys;
        if (chosen !== undefined) onChange(String(chosen) as Value);
      }}
    >
      <Header className={css.header}>{title}</Header>
      {choices.map((choice) => (
        <AriaMenuItem
          key={choice.value}
          id={choice.value}
          textValue={choice.label}
          className={css.item ?? ''}
        >
          {({ isSelected }) => (
            <>
              <span className={css.tick}>{isSelected && <Check size={16} aria-hidden />}</span>
              <Text slot="label" {...(choice.lang ? { lang: choice.lang } : {})}>
                {choice.label}
              </Text>
            </>
          )}
        </AriaMenuItem>
      ))}
    </AriaMenuSection>
  );
}

export function MenuSeparator() {
  return <Separator className={css.separator ?? ''} />;
}

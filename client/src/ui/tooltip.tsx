import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import css from './tooltip.module.css';

/** A short explanation on hover and on focus of the one control inside. Never the only place of a fact. */
export function Tooltip({
  text,
  shortcut,
  children,
}: {
  text: string;
  shortcut?: string;
  children: React.ReactNode;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip offset={6} className={css.tooltip ?? ''}>
        {text}
        {shortcut && <kbd>{shortcut}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

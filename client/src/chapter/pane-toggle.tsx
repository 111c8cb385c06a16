import type { LucideIcon } from 'lucide-react';
import { iconButtonClass } from '../ui/button-class';
import type { Pane } from './use-pane';

/** Opens and closes a pane beside the text. A plain button: it has to be there before the component library is. */
export function PaneToggle({ label, icon: Icon, pane }: { label: string; icon: LucideIcon; pane: Pane }) {
  return (
    <button
      type="button"
      className={iconButtonClass()}
      aria-label={label}
      aria-pressed={pane.isShown}
      title={label}
      onClick={pane.toggle}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}

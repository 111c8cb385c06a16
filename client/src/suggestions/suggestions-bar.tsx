import type { Editor } from '@tiptap/core';
import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/button-class';
import { DecideDialog } from './decide-dialog';
import { useSuggestions } from './suggestions';
import css from './suggestions.module.css';

/** The line over the cards about suggestions: how many are open, and deciding about several at once. */
export function SuggestionsBar({ editor }: { editor: Editor | null }) {
  const { t } = useTranslation();
  const { open, mayDecide } = useSuggestions();
  const [deciding, setDeciding] = useState(false);
  if (open.length === 0) return null;
  return (
    <div className={css.bar}>
      <span className={css.quiet}>{t(($) => $.suggestions.openCount, { count: open.length })}</span>
      {mayDecide && (
        <button type="button" className={buttonClass('quiet', true)} onClick={() => setDeciding(true)}>
          <ListChecks size={16} aria-hidden />
          {t(($) => $.suggestions.several.button)}
        </button>
      )}
      {deciding && <DecideDialog editor={editor} onClose={() => setDeciding(false)} />}
    </div>
  );
}

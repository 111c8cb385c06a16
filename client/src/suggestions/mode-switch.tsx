import type { Editor } from '@tiptap/core';
import { ChevronDown, Pencil, PencilLine } from 'lucide-react';
import type { ComponentType } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { WithLaterWords } from '../i18n/with-later-words';
import { useFact } from '../sync/hooks';
import { buttonClass } from '../ui/button-class';
import { Menu, MenuChoices } from '../ui/menu';
import { type Mode, type SuggestionLayer, VIEWS, type View } from './modes';
import css from './suggestions.module.css';

/** The control in the toolbar that says whether I write or suggest, and lets me choose; and how suggestions are shown. */
export function modeTool(layer: SuggestionLayer): ComponentType<{ editor: Editor }> {
  return function ModeTool() {
    return (
      <WithLaterWords>
        <ModeSwitch layer={layer} />
      </WithLaterWords>
    );
  };
}

const MODES: readonly Mode[] = ['writing', 'suggesting'];

function ModeSwitch({ layer }: { layer: SuggestionLayer }) {
  const { t } = useTranslation();
  const { mode, mayChoose } = useFact(layer.choice);
  const view = useFact(layer.view);
  const Icon = mode === 'writing' ? Pencil : PencilLine;
  const name = t(($) => $.suggestions.modes[mode]);
  return (
    <Menu
      placement="bottom start"
      label={t(($) => $.suggestions.mode)}
      trigger={
        <AriaButton
          className={buttonClass(mode === 'suggesting' ? 'plain' : 'quiet', true)}
          aria-label={t(($) => $.suggestions.modeIs, { mode: name })}
        >
          <span className={css.mode}>
            <Icon size={16} aria-hidden />
            {mode === 'suggesting' && name}
            <ChevronDown size={14} aria-hidden />
          </span>
        </AriaButton>
      }
    >
      {mayChoose ? (
        <MenuChoices<Mode>
          title={t(($) => $.suggestions.mode)}
          value={mode}
          choices={MODES.map((value) => ({ value, label: t(($) => $.suggestions.modes[value]) }))}
          onChange={(chosen) => layer.choose(chosen)}
        />
      ) : null}
      <MenuChoices<View>
        title={t(($) => $.suggestions.view)}
        value={view}
        choices={VIEWS.map((value) => ({ value, label: t(($) => $.suggestions.views[value]) }))}
        onChange={(chosen) => layer.view.set(chosen)}
      />
    </Menu>
  );
}

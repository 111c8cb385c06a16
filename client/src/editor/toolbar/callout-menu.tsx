import type {} from '@accord/shared/manuscript/commands';
import { CALLOUT_KINDS } from '@accord/shared/manuscript/safe';
import type { Editor } from '@tiptap/core';
import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../ui/button-class';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu';
import { CALLOUT_ICONS } from '../blocks/insertion-icons';

/** Changes the kind of the call-out the caret is in, or takes its frame off. */
export function CalloutMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const label = t(($) => $.editor.toolbar.callout);
  return (
    <Menu
      placement="bottom start"
      label={label}
      trigger={
        <Button className={buttonClass('quiet')}>
          {label}
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      {CALLOUT_KINDS.map((kind) => (
        <MenuItem
          key={kind}
          icon={CALLOUT_ICONS[kind]}
          onAction={() => editor.chain().focus().setCallout(kind).run()}
        >
          {t(($) => $.editor.callouts[kind])}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onAction={() => editor.chain().focus().unsetCallout().run()}>
        {t(($) => $.editor.callouts.remove)}
      </MenuItem>
    </Menu>
  );
}

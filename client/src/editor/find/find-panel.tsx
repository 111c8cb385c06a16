import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { ArrowDown, ArrowUp, CaseSensitive, Replace, Search, WholeWord, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { TextFieldProps } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button, IconButton, IconToggle } from '../../ui/button';
import { useVoice } from '../../ui/notices';
import { TextField } from '../../ui/text-field';
import { useKeyText } from '../keys/key-text';
import {
  closeFind,
  currentMatch,
  findState,
  goToMatch,
  lookFor,
  offerReplace,
  openFind,
  replaceAll,
  replaceCurrent,
} from './find';
import css from './find-panel.module.css';

/** The button in the toolbar. */
export function FindButton({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  return (
    <IconButton
      icon={Search}
      label={t(($) => $.find.label)}
      shortcut={keyText('Mod-f')}
      onPress={() => openFind(editor.view, false)}
    />
  );
}

/** The panel at the foot of the text: what is looked for, how many there are, and what replaces them. */
export function FindPanel({ editor }: { editor: Editor }) {
  const open = useEditorState({ editor, selector: ({ editor: { state } }) => findState(state).open });
  return open ? <OpenPanel editor={editor} /> : null;
}

function OpenPanel({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const { announce } = useVoice();
  const panel = useRef<HTMLElement>(null);
  const [replacement, setReplacement] = useState('');
  const { query, replacing, asked, total, current } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const { query, replacing, asked, matches } = findState(state);
      return { query, replacing, asked, total: matches.length, current: currentMatch(state) + 1 };
    },
  });
  const { view } = editor;
  const canReplace = editor.isEditable;

  useEffect(() => {
    const field = panel.current?.querySelector('input');
    field?.focus();
    field?.select();
  }, [asked]);

  const count =
    query.text === ''
      ? ''
      : total === 0
        ? t(($) => $.find.none)
        : current > 0
          ? t(($) => $.find.position, { current, total })
          : t(($) => $.find.found, { count: total });

  return (
    <search
      ref={panel}
      aria-label={t(($) => $.find.label)}
      className={css.panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        closeFind(view);
      }}
    >
      <div className={css.row}>
        <div className={css.field}>
          <TextField
            label={t(($) => $.find.find)}
            value={query.text}
            onChange={(text) => lookFor(view, { ...query, text })}
            onKeyDown={onEnter((back) => goToMatch(view, back ? 'previous' : 'next'))}
            autoComplete="off"
            enterKeyHint="search"
            maxLength={500}
          />
        </div>
        <div className={css.tools}>
          <IconToggle
            icon={CaseSensitive}
            label={t(($) => $.find.matchCase)}
            isSelected={query.matchCase}
            onChange={(matchCase) => lookFor(view, { ...query, matchCase })}
          />
          <IconToggle
            icon={WholeWord}
            label={t(($) => $.find.wholeWord)}
            isSelected={query.wholeWord}
            onChange={(wholeWord) => lookFor(view, { ...query, wholeWord })}
          />
          <IconButton
            icon={ArrowUp}
            label={t(($) => $.find.previous)}
            isDisabled={query.text === ''}
            onPress={() => goToMatch(view, 'previous')}
          />
          <IconButton
            icon={ArrowDown}
            label={t(($) => $.find.next)}
            isDisabled={query.text === ''}
            onPress={() => goToMatch(view, 'next')}
          />
          {canReplace && (
            <IconToggle
              icon={Replace}
              label={t(($) => $.find.replace)}
              isSelected={replacing}
              onChange={(on) => offerReplace(view, on)}
            />
          )}
          <IconButton icon={X} label={t(($) => $.actions.close)} onPress={() => closeFind(view)} />
        </div>
        <p className={css.count} role="status">
          {count}
        </p>
      </div>
      {replacing && canReplace && (
        <div className={css.row}>
          <div className={css.field}>
            <TextField
              label={t(($) => $.find.replaceWith)}
              value={replacement}
              onChange={setReplacement}
              onKeyDown={onEnter(() => replaceCurrent(view, replacement))}
              autoComplete="off"
              maxLength={500}
            />
          </div>
          <div className={css.tools}>
            <Button small isDisabled={query.text === ''} onPress={() => replaceCurrent(view, replacement)}>
              {t(($) => $.find.replace)}
            </Button>
            <Button
              small
              isDisabled={query.text === ''}
              onPress={() => {
                const count = replaceAll(view, replacement);
                announce(t(($) => $.find.replaced, { count }));
              }}
            >
              {t(($) => $.find.replaceAll)}
            </Button>
          </div>
        </div>
      )}
    </search>
  );
}

/** Does something on Enter (told whether Shift is held); every other key goes on to the panel. */
function onEnter(act: (withShift: boolean) => void): NonNullable<TextFieldProps['onKeyDown']> {
  return (event) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) {
      event.continuePropagation();
      return;
    }
    event.preventDefault();
    act(event.shiftKey);
  };
}

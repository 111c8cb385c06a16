import type {} from '@accord/shared/manuscript/commands';
import type { Editor } from '@tiptap/core';
import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../ui/button-class';
import { Menu, MenuChoices } from '../../ui/menu';
import { CODE_LANGUAGES, languageName } from './code-languages';

/** Says in which programming language the code block under the caret is written, and changes it. */
export function CodeMenu({ editor, language }: { editor: Editor; language: string }) {
  const { t } = useTranslation();
  const title = t(($) => $.editor.code.language);
  const none = { value: '', label: t(($) => $.editor.code.none) };
  const known = Object.entries(CODE_LANGUAGES).map(([value, label]) => ({ value, label, lang: 'en' }));
  // What was pasted or typed behind three backticks may be a language that is not in the list.
  const other = language !== '' && !(language in CODE_LANGUAGES);
  const choices = [none, ...(other ? [{ value: language, label: language }] : []), ...known];
  return (
    <Menu
      placement="bottom start"
      label={title}
      trigger={
        <Button
          className={buttonClass('quiet')}
          aria-label={`${title}: ${languageName(language) || none.label}`}
        >
          <span>{languageName(language) || title}</span>
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      <MenuChoices
        title={title}
        value={language}
        choices={choices}
        onChange={(chosen) =>
          editor
            .chain()
            .focus(null, { scrollIntoView: false })
            .updateAttributes('codeBlock', { language: chosen || null })
            .run()
        }
      />
    </Menu>
  );
}

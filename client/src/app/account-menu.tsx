import type { Language } from '@accord/shared/access/role';
import { editMe, readSession, signOut } from '@accord/shared/people/people';
import { Keyboard, LogOut, Settings } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { changeLanguage } from '../i18n/i18n';
import { rememberLanguage } from '../i18n/language';
import { forgetAnswers } from '../services/kept-answers';
import { useMe } from '../services/session';
import { APPEARANCES, rememberedAppearance, setAppearance } from '../ui/appearance';
import { Avatar } from '../ui/avatar';
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '../ui/menu';
import { useVoice } from '../ui/notices';
import css from './frame.module.css';
import { LanguageChoices } from './language-menu';

/** Language, appearance, settings and sign-out of the person who is signed in. */
export function AccountMenu() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const { notify } = useVoice();
  const sentence = useFailureSentence();
  const [appearance, chooseAppearance] = useState(rememberedAppearance);
  const keepLanguage = useCall(editMe, [readSession]);
  const leave = useCall(signOut);

  const chooseLanguage = (language: Language) => {
    rememberLanguage(language, localStorage);
    void changeLanguage(i18n, language);
    keepLanguage.mutate({ body: { language } }, { onError: (error) => notify(sentence(error), 'bad') });
  };
  const end = () =>
    leave.mutate(
      {},
      {
        onSuccess: () => {
          forgetAnswers(localStorage);
          // A fresh page: nothing this person saw stays in memory.
          location.assign('/sign-in');
        },
        onError: (error) => notify(sentence(error), 'bad'),
      },
    );

  return (
    <Menu
      trigger={
        <AriaButton
          className={css.account ?? ''}
          aria-label={t(($) => $.app.account.label, { name: me.name })}
        >
          <Avatar name={me.name} />
        </AriaButton>
      }
    >
      <MenuItem icon={Settings} href="/settings" detail={me.email}>
        {t(($) => $.app.account.settings)}
      </MenuItem>
      <MenuItem icon={Keyboard} shortcut="?" onAction={() => undefined}>
        {t(($) => $.app.account.keys)}
      </MenuItem>
      <MenuSeparator />
      <LanguageChoices onChoose={chooseLanguage} />
      <MenuSeparator />
      <MenuChoices
        title={t(($) => $.app.account.appearance)}
        value={appearance}
        choices={APPEARANCES.map((value) => ({ value, label: t(($) => $.app.account[value]) }))}
        onChange={(value) => {
          chooseAppearance(value);
          setAppearance(value);
        }}
      />
      <MenuSeparator />
      <MenuItem icon={LogOut} onAction={end}>
        {t(($) => $.app.account.signOut)}
      </MenuItem>
    </Menu>
  );
}

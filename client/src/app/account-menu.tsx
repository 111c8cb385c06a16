import type { Language } from '@accord/shared/access/role';
import { editMe, readSession } from '@accord/shared/people/people';
import { Keyboard, LogOut, Settings } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { changeLanguage } from '../i18n/i18n';
import { forgetAskedLanguage, rememberLanguage } from '../i18n/language';
import { useMe } from '../services/session';
import { APPEARANCES, rememberedAppearance, setAppearance } from '../ui/appearance';
import { Avatar } from '../ui/avatar';
import { useKeyList } from '../ui/key-list';
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '../ui/menu';
import { useVoice } from '../ui/notices';
import css from './frame.module.css';
import { LanguageChoices } from './language-choices';
import { useSignOut } from './sign-out';

/** Language, appearance, settings and sign-out of the person who is signed in. */
export default function AccountMenu() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const keys = useKeyList();
  const { notify } = useVoice();
  const sentence = useFailureSentence();
  const signOut = useSignOut();
  const [appearance, chooseAppearance] = useState(rememberedAppearance);
  const keepLanguage = useCall(editMe, [readSession]);

  const chooseLanguage = (language: Language) => {
    forgetAskedLanguage(sessionStorage);
    rememberLanguage(language, localStorage);
    void changeLanguage(i18n, language);
    keepLanguage.mutate({ body: { language } }, { onError: (error) => notify(sentence(error), 'bad') });
  };

  return (
    <>
      <Menu
        defaultOpen
        trigger={
          <Button className={css.account ?? ''} aria-label={t(($) => $.app.account.label, { name: me.name })}>
            <Avatar name={me.name} />
          </Button>
        }
      >
        <MenuItem icon={Settings} href="/settings" detail={me.email}>
          {t(($) => $.app.account.settings)}
        </MenuItem>
        <MenuItem icon={Keyboard} shortcut="?" onAction={keys.show}>
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
        <MenuItem icon={LogOut} onAction={signOut.ask}>
          {t(($) => $.app.account.signOut)}
        </MenuItem>
      </Menu>
      {signOut.dialog}
    </>
  );
}

import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { laterWords } from './i18n';
import type { InterfaceLanguage } from './language';

/** Shows its children once the words of the screens around the writing are there; needs a Suspense around it. */
export function WithLaterWords({ children }: { children: React.ReactNode }) {
  const { i18n } = useTranslation();
  use(laterWords(i18n, i18n.language as InterfaceLanguage));
  return children;
}

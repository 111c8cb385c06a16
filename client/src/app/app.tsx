import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import { I18nProvider, RouterProvider as LinksOfComponents } from 'react-aria-components';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { useKeyText } from '../editor/keys/key-text';
import { localeTag } from '../i18n/language';
import type { Navigation } from '../navigation/navigation';
import { Screens } from '../navigation/screens';
import { KeyListProvider } from '../ui/key-list';
import { NoticeProvider } from '../ui/notices';
import { BrokenPage, NotFoundPage } from './lost-pages';
import { SCREENS } from './screens';
import { SignedIn } from './signed-in';

/** Everything the screens need around them, outermost first. */
export function App(props: { i18n: I18n; queries: QueryClient; navigation: Navigation }) {
  const { i18n, queries, navigation } = props;
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <LinksOfComponents navigate={(href) => navigation.go(href)}>
          <Screens
            navigation={navigation}
            screens={SCREENS}
            NotFound={LostPerson}
            Broken={BrokenPage}
            Around={InTheLanguage}
            onMoved={focusContent}
          />
        </LinksOfComponents>
      </QueryClientProvider>
    </I18nextProvider>
  );
}

/** In the frame of whoever is signed in: what else there is stands in its header. */
function LostPerson() {
  return (
    <SignedIn>
      <NotFoundPage />
    </SignedIn>
  );
}

function InTheLanguage({ children }: { children: React.ReactNode }) {
  const { t, i18n } = useTranslation();
  const keyText = useKeyText();
  const everywhere = {
    title: t(($) => $.app.keys.everywhere),
    lines: [
      { keys: ['?'], does: t(($) => $.app.keys.thisList) },
      { keys: [keyText('Tab')], does: t(($) => $.app.keys.nextPart) },
      { keys: [keyText('Escape')], does: t(($) => $.app.keys.closeDialog) },
    ],
  };
  return (
    <I18nProvider locale={localeTag(i18n.language)}>
      <NoticeProvider>
        <KeyListProvider everywhere={everywhere}>{children}</KeyListProvider>
      </NoticeProvider>
    </I18nProvider>
  );
}

/**
 * Another screen has opened: keyboard and screen reader go on at its beginning, unless the screen has put the focus
 * somewhere itself.
 */
function focusContent(): void {
  const content = document.getElementById('content');
  if (!content?.contains(document.activeElement)) content?.focus({ preventScroll: true });
}

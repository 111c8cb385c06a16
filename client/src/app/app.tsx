import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { i18n as I18n } from 'i18next';
import { RouterProvider as AriaRouterProvider, I18nProvider } from 'react-aria-components';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { useKeyText } from '../editor/keys/key-text';
import { localeTag } from '../i18n/language';
import { KeyListProvider } from '../ui/key-list';
import { NoticeProvider } from '../ui/notices';
import type { AppRouter } from './router';

/** Everything the screens need around them, outermost first. */
export function App({ i18n, queries, router }: { i18n: I18n; queries: QueryClient; router: AppRouter }) {
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <InTheLanguage router={router} />
      </QueryClientProvider>
    </I18nextProvider>
  );
}

function InTheLanguage({ router }: { router: AppRouter }) {
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
      <AriaRouterProvider navigate={(href) => void router.navigate({ href })}>
        <NoticeProvider>
          <KeyListProvider everywhere={everywhere}>
            <RouterProvider router={router} />
          </KeyListProvider>
        </NoticeProvider>
      </AriaRouterProvider>
    </I18nProvider>
  );
}

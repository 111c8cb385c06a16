import { createRoot } from 'react-dom/client';
import { startI18n } from '../i18n/i18n';
import { firstLanguage } from '../i18n/language';
import { browserNavigation } from '../navigation/navigation';
import { hrefOf } from '../navigation/place';
import { keepAnswers, restoreAnswers } from '../services/kept-answers';
import { createQueryClient } from '../services/query-client';
import { rememberedAppearance, showAppearance } from '../ui/appearance';
import { App } from './app';
import { SIGN_IN } from './way-back';

/**
 * Shows the page inside `root`.
 *
 * @returns how to take it away again
 */
export async function startPage(root: HTMLElement): Promise<() => void> {
  showAppearance(rememberedAppearance());
  const navigation = browserNavigation();
  const queries = createQueryClient(() => {
    const { pathname, href } = navigation.get();
    if (pathname !== SIGN_IN)
      navigation.go(hrefOf({ to: SIGN_IN, search: { back: href } }), { replace: true });
  });
  restoreAnswers(queries, localStorage);
  const stopKeeping = keepAnswers(queries, localStorage);
  const i18n = await startI18n(
    firstLanguage(location.search, navigator.languages, localStorage, sessionStorage),
  );
  const shown = createRoot(root);
  shown.render(<App i18n={i18n} queries={queries} navigation={navigation} />);
  return () => {
    shown.unmount();
    stopKeeping();
    navigation.end();
  };
}

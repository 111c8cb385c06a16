import './services/without-eval';
import './ui/tokens.css';
import './ui/fonts.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { createAppRouter, SIGN_IN } from './app/router';
import { startI18n } from './i18n/i18n';
import { firstLanguage } from './i18n/language';
import { keepAnswers, restoreAnswers } from './services/kept-answers';
import { createQueryClient } from './services/query-client';
import { registerServiceWorker } from './sync/service-worker/register';
import { rememberedAppearance, showAppearance } from './ui/appearance';

async function start(root: HTMLElement): Promise<void> {
  showAppearance(rememberedAppearance());
  const i18n = await startI18n(
    firstLanguage(location.search, navigator.languages, localStorage, sessionStorage),
  );
  const queries = createQueryClient(() => {
    const { pathname, href } = router.state.location;
    if (pathname !== SIGN_IN) void router.navigate({ to: SIGN_IN, search: { back: href } });
  });
  const router = createAppRouter(queries);
  restoreAnswers(queries, localStorage);
  keepAnswers(queries, localStorage);
  createRoot(root).render(<App i18n={i18n} queries={queries} router={router} />);
  if (import.meta.env.PROD) registerServiceWorker();
}

const root = document.getElementById('root');
if (root) void start(root);

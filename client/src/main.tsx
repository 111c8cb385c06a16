import './services/without-eval';
import './ui/tokens.css';
import './ui/fonts.css';
import './ui/base.css';
import { startPage } from './app/start-page';
import { registerServiceWorker } from './sync/service-worker/register';

const root = document.getElementById('root');
if (root) void startPage(root);
if (import.meta.env.PROD) registerServiceWorker();

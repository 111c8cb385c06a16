import 'i18next';
import type { en } from './en/index';
import type { later } from './en/later';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    enableSelector: true;
    resources: { translation: typeof en & typeof later };
  }
}

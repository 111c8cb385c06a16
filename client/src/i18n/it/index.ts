import type { Catalogue } from '../catalogue';
import { actions } from './actions';
import { app } from './app';
import { failures } from './failures';
import { signIn } from './signIn';
import { words } from './words';

/** Italian. A key that English has and this has not is a compile error. */
export const it: Catalogue = {
  actions,
  app,
  failures,
  signIn,
  words,
};

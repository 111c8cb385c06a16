import type { Catalogue } from '../catalogue';
import { actions } from './actions';
import { app } from './app';
import { chapter } from './chapter';
import { desk } from './desk';
import { editor } from './editor';
import { failures } from './failures';
import { outputs } from './outputs';
import { people } from './people';
import { presence } from './presence';
import { reading } from './reading';
import { settings } from './settings';
import { signIn } from './signIn';
import { sync } from './sync';
import { welcome } from './welcome';
import { words } from './words';

/** Finnish. A key that English has and this has not is a compile error. */
export const fi: Catalogue = {
  actions,
  app,
  chapter,
  desk,
  editor,
  failures,
  outputs,
  people,
  presence,
  reading,
  settings,
  signIn,
  sync,
  welcome,
  words,
};

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

/** English, the source of the interface. One line a namespace, one file each beside this one. */
export const en = {
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
} as const;

import { actions } from './actions';
import { app } from './app';
import { chapter } from './chapter';
import { desk } from './desk';
import { editor } from './editor';
import { failures } from './failures';
import { presence } from './presence';
import { signIn } from './signIn';
import { sync } from './sync';
import { words } from './words';

/** English, the source of the interface. One line a namespace, one file each beside this one. */
export const en = {
  actions,
  app,
  chapter,
  desk,
  editor,
  failures,
  presence,
  signIn,
  sync,
  words,
} as const;

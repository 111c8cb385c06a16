import { actions } from './actions';
import { app } from './app';
import { chapter } from './chapter';
import { desk } from './desk';
import { editor } from './editor';
import { failures } from './failures';
import { figures } from './figures';
import { find } from './find';
import { footnotes } from './footnotes';
import { paste } from './paste';
import { presence } from './presence';
import { sync } from './sync';
import { words } from './words';

/**
 * English, the source of the interface: the words of every screen and of writing. One line a namespace, one file each
 * beside this one. What only some screens need stands in `later.ts`.
 */
export const en = {
  actions,
  app,
  chapter,
  desk,
  editor,
  failures,
  figures,
  find,
  footnotes,
  paste,
  presence,
  sync,
  words,
} as const;

import type { FirstWords } from '../catalogue';
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

/** Italian. A key that English has and this has not is a compile error. */
export const it: FirstWords = {
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
};

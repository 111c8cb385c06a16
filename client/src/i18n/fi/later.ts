import type { LaterWords } from '../catalogue';
import { authors } from './authors';
import { comments } from './comments';
import { comparison } from './comparison';
import { exporting } from './export';
import { notices } from './notices';
import { outputs } from './outputs';
import { people } from './people';
import { reading } from './reading';
import { review } from './review';
import { settings } from './settings';
import { signIn } from './signIn';
import { suggestions } from './suggestions';
import { welcome } from './welcome';

/** The words of the screens around the writing. */
export const later: LaterWords = {
  authors,
  comments,
  comparison,
  export: exporting,
  notices,
  outputs,
  people,
  reading,
  review,
  settings,
  signIn,
  suggestions,
  welcome,
};

import type { EditorFeature } from '../feature';
import './find.css';
import { Find } from './find';
import { FindButton, FindPanel } from './find-panel';

/** Find and replace as a part of the editor: a button in the toolbar, Ctrl+F and Ctrl+H, a panel beside the text. */
export const findFeature: EditorFeature = { extensions: [Find], Tools: FindButton, Beside: FindPanel };

import { lazyPart } from '../../ui/lazy-part';
import type { EditorFeature } from '../feature';
import './find.css';
import { Find } from './find';

// Search is asked for; nobody waits for it to begin writing.
const FindButton = lazyPart(async () => ({ default: (await import('./find-panel')).FindButton }));
const FindPanel = lazyPart(async () => ({ default: (await import('./find-panel')).FindPanel }));

/** Find and replace as a part of the editor: a button in the toolbar, Ctrl+F and Ctrl+H, a panel beside the text. */
export const findFeature: EditorFeature = { extensions: [Find], Tools: FindButton, Beside: FindPanel };

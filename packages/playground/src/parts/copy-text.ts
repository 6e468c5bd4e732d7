// Copies a text, and says so.
import { notify } from '../state/actions.js';

export async function copyText(text: string, what: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    notify({ text: `copied ${what}`, tone: 'good', undo: null });
    return true;
  } catch {
    notify({ text: `the browser does not allow copying ${what}`, tone: 'bad', undo: null });
    return false;
  }
}

// The keys of the page itself; the editor has its own. None of them is one that Monaco uses.
import { askAgain } from '../flow/keep-answered.js';
import { copyLink } from '../project/share.js';
import { saveToFolder } from '../project/folder.js';
import { state } from '../state/store.js';
import { openDialog } from '../state/actions.js';
import { focusEditor } from '../editor/editor-handle.js';

/** Regions in the order in which F6 visits them. */
const REGIONS = ['.bar', '.file-tabs', '.editor', '.bottom', '.pane-head', '.pane'] as const;

export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'F6') {
      event.preventDefault();
      nextRegion(event.shiftKey ? -1 : 1);
      return;
    }
    const control = event.ctrlKey || event.metaKey;
    if (!control || event.altKey || state.peek().project.id === 0) return;
    if (event.key === 's' && !event.shiftKey) {
      event.preventDefault();
      if (state.peek().project.origin.kind === 'folder') void saveToFolder();
      else void copyLink();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      askAgain();
    } else if (event.key === 'o' && !event.shiftKey) {
      event.preventDefault();
      openDialog({ kind: 'gallery' });
    }
  };
  // Before the editor sees them.
  addEventListener('keydown', onKey, { capture: true });
  return () => removeEventListener('keydown', onKey, { capture: true });
}

function nextRegion(step: number): void {
  const regions = REGIONS.flatMap((name) => {
    const element = document.querySelector<HTMLElement>(name);
    return element === null || element.offsetParent === null ? [] : [{ name, element }];
  });
  const at = regions.findIndex(({ element }) => element.contains(document.activeElement));
  const next = regions[(at + step + regions.length) % regions.length];
  if (next === undefined) return;
  if (next.name === '.editor') focusEditor();
  else if (next.name === '.pane') next.element.focus();
  else {
    const find = (what: string): HTMLElement | null => next.element.querySelector<HTMLElement>(what);
    (find('[aria-selected=true]') ?? find('button:not(:disabled), input, select, a'))?.focus();
  }
}

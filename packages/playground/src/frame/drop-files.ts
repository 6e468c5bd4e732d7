// Files may be dropped anywhere on the page: the dialog for them opens.
import { openDialog } from '../state/actions.js';

let dropped: readonly File[] = [];

/** What was dropped, once. */
export function takeDropped(): readonly File[] {
  const files = dropped;
  dropped = [];
  return files;
}

export function listenToDrops(): () => void {
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0 || event.defaultPrevented) return;
    event.preventDefault();
    dropped = files;
    openDialog({ kind: 'upload' });
  };
  addEventListener('dragover', over);
  addEventListener('drop', drop);
  return () => {
    removeEventListener('dragover', over);
    removeEventListener('drop', drop);
  };
}

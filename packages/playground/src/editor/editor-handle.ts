// The editor once it is there: whoever wants to show a place in a file waits for it here.
import type { PlaceView } from '../state/views.js';
import { state } from '../state/store.js';
import { showFile } from '../state/actions.js';
import type { Editor } from './start.js';

let editor: Editor | null = null;

export function editorStarted(started: Editor | null): void {
  editor = started;
}

export function reveal(place: PlaceView): void {
  if (editor === null) showFile(place.file);
  else editor.reveal(place);
}

export function focusEditor(): void {
  editor?.focus();
}

/** A place that is known as an offset into a file. */
export function revealOffset(file: string, offset: number): void {
  const text = state.peek().project.files.find(({ path }) => path === file)?.text ?? '';
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  reveal({ file, line, column: offset - (before.lastIndexOf('\n') + 1) + 1 });
}

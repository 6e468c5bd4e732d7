// Back to what was opened: asked before, since edits are lost.
import type { VNode } from 'preact';
import { forgetStoredWork } from '../../project/stored-work.js';
import { notify, openDialog, openProject, resetProject } from '../../state/actions.js';
import { state } from '../../state/store.js';
import { DialogFrame } from './dialog-frame.jsx';

export function ResetDialog(): VNode {
  return (
    <DialogFrame title="Undo all edits?" small>
      <p>The definitions and the data become what they were when the project was opened.</p>
      <p class="row">
        <button type="button" class="strong-button" onClick={reset}>
          Undo all edits
        </button>
        <button type="button" class="plain" onClick={() => openDialog(null)}>
          Keep them
        </button>
      </p>
    </DialogFrame>
  );
}

function reset(): void {
  const { project, asOf, pane, active, asked, explaining } = state.peek();
  resetProject();
  void forgetStoredWork();
  notify({
    text: 'all edits are undone',
    tone: 'plain',
    undo: () => openProject({ ...project, asOf, pane, active, asked, explaining }),
  });
}

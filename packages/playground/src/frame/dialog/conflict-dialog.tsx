// Files in the folder were changed by somebody else since the page read them.
import type { VNode } from 'preact';
import { readFolder, saveToFolder } from '../../project/folder.js';
import { openDialog, openProject } from '../../state/actions.js';
import { DialogFrame } from './dialog-frame.jsx';

export function ConflictDialog({ paths }: { readonly paths: readonly string[] }): VNode {
  return (
    <DialogFrame title="The folder has changed" small>
      <p>These files are not what they were when this page read them. Nothing was written.</p>
      <ul class="plain-list">
        {paths.map((path) => (
          <li key={path}>
            <code>{path}</code>
          </li>
        ))}
      </ul>
      <p class="row">
        <button type="button" class="plain" onClick={() => void saveToFolder(true)}>
          Overwrite them
        </button>
        <button
          type="button"
          class="plain"
          onClick={() => {
            void readFolder().then((found) => {
              if (found !== null) openProject(found);
            });
          }}
        >
          Read the folder again, without my edits
        </button>
        <button type="button" class="plain" onClick={() => openDialog(null)}>
          Keep editing
        </button>
      </p>
    </DialogFrame>
  );
}

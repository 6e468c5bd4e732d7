// A new file, or another name for one.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { isPath } from '../../project/link-text.js';
import { addFile, openDialog, renameFile } from '../../state/actions.js';
import { state } from '../../state/store.js';
import { DialogFrame } from './dialog-frame.jsx';

const ENDING = '.kpi.yaml';

export function FileDialog({ path }: { readonly path: string | null }): VNode {
  const { files } = state.value.project;
  const [name, setName] = useState(path ?? '');
  const full = path === name || name.endsWith('.yaml') ? name : `${name}${ENDING}`;
  const problem = problemOf(
    full,
    name,
    path,
    files.map((file) => file.path),
  );
  return (
    <DialogFrame title={path === null ? 'New file' : `Rename ${path}`} small>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (problem !== null) return;
          if (path === null) addFile(full, '');
          else if (full !== path) renameFile(path, full);
          openDialog(null);
        }}
      >
        <label class="field link-field">
          <span>Name</span>
          <input
            type="text"
            autofocus
            value={name}
            spellcheck={false}
            autocomplete="off"
            aria-describedby="file-name-note"
            aria-invalid={problem !== null && name !== ''}
            onInput={(event) => setName(event.currentTarget.value.trim())}
          />
        </label>
        <p id="file-name-note" class="soft">
          {problem !== null && name !== ''
            ? problem
            : `Definitions lie in files that end with ${ENDING}; the order of files never matters.`}
        </p>
        <p class="row">
          <button type="submit" class="strong-button" disabled={problem !== null}>
            {path === null ? 'Create' : 'Rename'}
          </button>
        </p>
      </form>
    </DialogFrame>
  );
}

function problemOf(full: string, name: string, path: string | null, others: readonly string[]): string | null {
  if (name === '') return 'a file needs a name';
  if (!isPath(full)) return 'a name has letters, digits, - and _, with / for folders';
  if (full !== path && others.includes(full)) return `there is a ${full} already`;
  if (!full.endsWith(ENDING) && full !== 'kpi.project.yaml' && !/(^|\/)kpi\.library\.yaml$/.test(full))
    return `a file of definitions ends with ${ENDING}`;
  return null;
}

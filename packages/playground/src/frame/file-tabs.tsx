// The files of the project as tabs, with what is wrong in each; new, renamed and deleted here.
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from '../parts/icon.jsx';
import { Tabs } from '../parts/tabs.jsx';
import { deleteFile, openDialog, showFile } from '../state/actions.js';
import { part, state } from '../state/store.js';
import { focusEditor } from '../editor/editor-handle.js';

const counts = part(({ checked }) => {
  const found = new Map<string, { errors: number; warnings: number }>();
  for (const { path, severity } of checked.problems) {
    const one = found.get(path) ?? { errors: 0, warnings: 0 };
    if (severity === 'error') one.errors += 1;
    else if (severity === 'warning') one.warnings += 1;
    found.set(path, one);
  }
  return found;
});

export function FileTabs(): VNode {
  const { project, active } = state.value;
  useEffect(() => {
    document.querySelector('.file-tabs [aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, project.id]);
  const items = project.files.map(({ path }) => {
    const { errors = 0, warnings = 0 } = counts.value.get(path) ?? {};
    const { stem, ending } = partsOf(path);
    const said = [...(errors > 0 ? [`${errors} errors`] : []), ...(warnings > 0 ? [`${warnings} warnings`] : [])];
    return {
      id: path,
      title: said.length === 0 ? path : `${path}: ${said.join(', ')}`,
      label: (
        <>
          <span class="stem">{stem}</span>
          <span class="ending">{ending}</span>
          {errors + warnings > 0 ? (
            <span class={`count ${errors > 0 ? 'error' : 'warning'}`}>
              <span class="hidden">, {said.join(', ')}</span>
              <span aria-hidden="true">{errors > 0 ? errors : warnings}</span>
            </span>
          ) : null}
        </>
      ),
    };
  });
  return (
    <div class="file-tabs">
      <Tabs
        label="Files"
        prefix="file"
        panel="definitions"
        items={items}
        chosen={active}
        onChoose={showFile}
        onKey={(event, path) => {
          if (event.key === 'F2') openDialog({ kind: 'file', path });
          else if (event.key === 'Delete') deleteFile(path);
          else if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            focusEditor();
          }
        }}
      />
      <div class="file-tools">
        <button
          type="button"
          class="quiet"
          title="New file"
          aria-label="New file"
          disabled={project.id === 0}
          onClick={() => openDialog({ kind: 'file', path: null })}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          class="quiet"
          title={`Rename ${active}`}
          aria-label={`Rename ${active}`}
          disabled={active === ''}
          onClick={() => openDialog({ kind: 'file', path: active })}
        >
          <Icon name="pencil" />
        </button>
        <button
          type="button"
          class="quiet"
          title={`Delete ${active}`}
          aria-label={`Delete ${active}`}
          disabled={project.files.length < 2}
          onClick={() => deleteFile(active)}
        >
          <Icon name="trash" />
        </button>
      </div>
    </div>
  );
}

function partsOf(path: string): { readonly stem: string; readonly ending: string } {
  if (path === 'kpi.project.yaml') return { stem: 'project', ending: '' };
  return path.endsWith('.kpi.yaml')
    ? { stem: path.slice(0, -'.kpi.yaml'.length), ending: '' }
    : { stem: path, ending: '' };
}

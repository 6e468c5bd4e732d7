// What is wrong with a question or the data: the problem, why, what to do, and where.
import type { VNode } from 'preact';
import { revealOffset } from '../editor/editor-handle.js';
import { openDialog } from '../state/actions.js';
import { state } from '../state/store.js';
import type { Finding } from '../state/views.js';
import { ticked } from './ticked.jsx';

export function Findings({ findings }: { readonly findings: readonly Finding[] }): VNode {
  const paths = new Set(state.value.project.files.map(({ path }) => path));
  return (
    <ul class="findings">
      {findings.map((one, i) => (
        <li key={i} class={one.severity}>
          <p>
            <strong>{ticked(one.message)}</strong> <CodeLink code={one.code} />
          </p>
          {one.notes.map((note) => (
            <p key={note} class="soft">
              {ticked(note)}
            </p>
          ))}
          {one.help === null ? null : <p class="help">{ticked(one.help)}</p>}
          <p class="soft">
            {paths.has(one.file) ? (
              <button type="button" class="place" onClick={() => revealOffset(one.file, one.start)}>
                {one.place}
              </button>
            ) : (
              (PLACES[one.place] ?? one.place)
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Parts of a question have the names of options of the command line. */
const PLACES: Readonly<Record<string, string>> = {
  '--grain': 'in “by time”',
  '--from': 'in “from”',
  '--to': 'in “to”',
  '--where': 'in “where”',
  '--having': 'in “having”',
  '--as-of': 'in “as of”',
  '--at': 'in the period',
  '--versus': 'in “compared with”',
};

export function CodeLink({ code }: { readonly code: string }): VNode {
  return (
    <button type="button" class="code place" aria-haspopup="dialog" onClick={() => openDialog({ kind: 'code', code })}>
      {code}
    </button>
  );
}

// What the edits mean, against the project as it was opened or last saved: which numbers move, whom it reaches, who is to be asked.
import type { VNode } from 'preact';
import { reveal } from '../../editor/editor-handle.js';
import { AnswerFrame } from '../../parts/answer.jsx';
import { Empty } from '../../parts/empty.jsx';
import { openDialog } from '../../state/actions.js';
import { state } from '../../state/store.js';
import type { DiffChangeView, DiffView } from '../../state/views.js';
import { ExamplePart, ExamplesWork } from './example-part.jsx';

/** Worst first, with what each means. */
const VERDICTS: Readonly<Record<string, { readonly word: string; readonly says: string }>> = {
  breaking: { word: 'breaking', says: 'whoever relies on it has to look' },
  unknown: { word: 'unknown', says: 'errors stand in the way: nobody knows' },
  numbers: { word: 'numbers', says: 'numbers can move' },
  target: { word: 'target', says: 'a score, a status or a payout moves, no number' },
  ownership: { word: 'ownership', says: 'who answers for it' },
  reasons: { word: 'reasons', says: 'the same numbers; where there is none, another reason' },
  meaning: { word: 'same meaning', says: 'written otherwise, and the same by laws' },
  metadata: { word: 'descriptions', says: 'words beside the numbers' },
  cosmetic: { word: 'looks', says: 'comments, layout, order' },
};

export function DiffPane(): VNode {
  const { answers } = state.value;
  return (
    <AnswerFrame pane="diff" answer={answers.diff} empty={null}>
      {(view) => <Changes view={view} />}
    </AnswerFrame>
  );
}

function Changes({ view }: { readonly view: DiffView }): VNode {
  const { changes, files } = view;
  if (changes.length === 0 && files.length === 0)
    return (
      <Empty icon="diff" title="Nothing has changed">
        <p>
          Edit a definition: what it means for numbers, KPIs and people is shown here, against the project as it was
          opened.
        </p>
      </Empty>
    );
  const verdicts = Object.entries(VERDICTS).flatMap(([verdict, { word }]) => {
    const count = changes.filter((one) => one.verdict === verdict).length;
    return count === 0 ? [] : [{ verdict, word, count }];
  });
  return (
    <div class="diff">
      <div class="diff-head">
        <ul class="counts" aria-label="Changes by what they mean">
          {verdicts.map(({ verdict, word, count }) => (
            <li key={verdict}>
              <strong>{count}</strong> <span class={`verdict-badge ${verdict}`}>{word}</span>
            </li>
          ))}
        </ul>
        <button type="button" class="plain" onClick={() => openDialog({ kind: 'reset' })}>
          Undo all edits
        </button>
      </div>
      <ExamplesWork />
      {view.same ? <p class="message good">No number and no status can move by these changes.</p> : null}
      {changes.map((change) => (
        <Change key={`${change.kind} ${change.id}`} change={change} />
      ))}
      {files.length === 0 ? null : <p class="soft">Only comments or layout differ in {files.join(', ')}.</p>}
    </div>
  );
}

function Change({ change }: { readonly change: DiffChangeView }): VNode {
  const { kind, node, name, nameBefore, title, verdict, place, details, reaches, ask } = change;
  const said = VERDICTS[verdict];
  return (
    <article class="diff-change">
      <header>
        <span class={`verdict-badge ${verdict}`} title={said?.says}>
          {said?.word ?? verdict}
        </span>
        <h2>
          <span class="soft">
            {kind} {node === 'kpi' ? 'KPI' : node}
          </span>{' '}
          {place === null ? (
            <span>{name}</span>
          ) : (
            <button type="button" class="title" onClick={() => reveal(place)}>
              {name}
            </button>
          )}
          {nameBefore === null ? null : <span class="soft"> (was {nameBefore})</span>}
        </h2>
        {title === null ? null : <span class="soft">{title}</span>}
      </header>
      {details.map((detail) => (
        <div key={detail.key} class="diff-detail">
          <span class="diff-key">{detail.key}</span>
          <div class="diff-texts">
            {detail.before === null ? null : (
              <pre class="before">
                <span class="hidden">before: </span>
                {detail.before}
              </pre>
            )}
            {detail.after === null ? null : (
              <pre class="after">
                <span class="hidden">after: </span>
                {detail.after}
              </pre>
            )}
            {detail.why === null ? null : <span class="soft">{detail.why}</span>}
          </div>
        </div>
      ))}
      <ExamplePart change={change.id} />
      {reaches.length === 0 ? null : (
        <p class="reaches">
          <span class="soft">reaches</span>{' '}
          {reaches.map(({ kind: what, names }) => (
            <span key={what}>
              {names.length} {names.length === 1 ? what.replace(/s$/, '') : what}: {names.slice(0, 8).join(', ')}
              {names.length > 8 ? ` and ${names.length - 8} more` : ''}
            </span>
          ))}
        </p>
      )}
      {ask.length === 0 ? null : (
        <p class="reaches">
          <span class="soft">ask</span>{' '}
          {ask.map(({ owner, contact }) => (
            <span key={owner}>
              {owner}
              {contact === null ? '' : ` (${contact})`}
            </span>
          ))}
        </p>
      )}
    </article>
  );
}

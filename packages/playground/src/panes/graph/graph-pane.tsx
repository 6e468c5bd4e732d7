// From data to goals: what everything is made of, and what it is part of.
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { AnswerFrame } from '../../parts/answer.jsx';
import { Empty } from '../../parts/empty.jsx';
import { set, state } from '../../state/store.js';
import type { GraphView } from '../../state/views.js';
import { Drawing } from './drawing.jsx';
import { NodePart } from './node-part.jsx';
import { SIGNS } from './signs.js';

const KINDS = [
  ['dataset', 'data'],
  ['dimension', 'dimensions'],
  ['metric', 'metrics'],
  ['kpi', 'KPIs'],
  ['goal', 'goals'],
  ['owner', 'owners'],
  ['incentive', 'incentives'],
  ['test', 'tests'],
] as const;

export function GraphPane(): VNode {
  const { answers } = state.value;
  return (
    <div class="graph">
      <AnswerFrame pane="graph" answer={answers.graph} empty={null}>
        {(view) => <Shown view={view} />}
      </AnswerFrame>
    </div>
  );
}

function Shown({ view }: { readonly view: GraphView }): VNode {
  const { focus, graphKinds, graphNear } = state.value;
  const list = useId();
  const node = view.nodes.find(({ id }) => id === focus) ?? null;
  return (
    <>
      <form class="question flow" aria-label="What the graph shows" onSubmit={(event) => event.preventDefault()}>
        <label class="field">
          <span>Look at</span>
          <input
            type="text"
            list={list}
            placeholder="a name"
            spellcheck={false}
            autocomplete="off"
            value={focus ?? ''}
            onChange={(event) => {
              const text = event.currentTarget.value.trim();
              const found = view.nodes.find(({ id, name }) => id === text || name === text);
              set({ focus: text === '' ? null : (found?.id ?? focus) });
            }}
          />
          <datalist id={list}>
            {view.nodes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </datalist>
        </label>
        <label class="tick">
          <input
            type="checkbox"
            checked={graphNear}
            onChange={(event) => set({ graphNear: event.currentTarget.checked })}
          />
          only what is connected to it
        </label>
        {focus === null ? null : (
          <button type="button" class="plain" onClick={() => set({ focus: null })}>
            Show everything
          </button>
        )}
        <fieldset class="kinds">
          <legend class="hidden">Kinds</legend>
          {KINDS.map(([kind, word]) => (
            <label key={kind} class={`tick kind-${kind}`}>
              <input
                type="checkbox"
                checked={graphKinds.includes(kind)}
                onChange={(event) =>
                  set({
                    graphKinds: event.currentTarget.checked
                      ? [...graphKinds, kind]
                      : graphKinds.filter((one) => one !== kind),
                  })
                }
              />
              <span class={`node-kind kind-${kind}`} aria-hidden="true">
                {SIGNS[kind]}
              </span>
              {word}
            </label>
          ))}
        </fieldset>
      </form>
      {view.nodes.length === 0 ? (
        <Empty icon="nodes" title="Nothing to draw">
          <p>Nothing of these kinds is defined.</p>
        </Empty>
      ) : (
        <Drawing view={view} />
      )}
      {node === null ? null : <NodePart node={node} view={view} />}
    </>
  );
}

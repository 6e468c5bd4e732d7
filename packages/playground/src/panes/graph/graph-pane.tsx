// From data to goals: what everything is made of, and what it is part of.
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { AnswerFrame } from '../../parts/answer.jsx';
import { Empty } from '../../parts/empty.jsx';
import { set, state } from '../../state/store.js';
import type { GraphView, OutlineView } from '../../state/views.js';
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
  const { focus, graphKinds, graphNear, checked } = state.value;
  const names = namesIn(view, checked.outline);
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
              const found = names.find(({ id, name }) => id === text || name === text);
              set({ focus: text === '' ? null : (found?.id ?? focus) });
            }}
          />
          <datalist id={list}>
            {names.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </datalist>
        </label>
        <label class="tick" hidden={focus === null && checked.outline.kpis.length === 0}>
          <input
            type="checkbox"
            checked={graphNear}
            onChange={(event) => set({ graphNear: event.currentTarget.checked })}
          />
          {focus === null ? 'only what leads to a KPI or goal' : 'only what is connected to it'}
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

interface Named {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
}

/** What is drawn, and what could be. */
function namesIn(view: GraphView, { metrics, kpis, datasets }: OutlineView): readonly Named[] {
  const others = [
    ...kpis.map(({ name, title }) => ({ id: `kpi:${name}`, name, title })),
    ...metrics.map(({ name, title }) => ({ id: `metric:${name}`, name, title })),
    ...datasets.map(({ name }) => ({ id: `dataset:${name}`, name, title: null })),
  ];
  const drawn = new Set(view.nodes.map(({ id }) => id));
  return [...view.nodes, ...others.filter(({ id }) => !drawn.has(id))];
}

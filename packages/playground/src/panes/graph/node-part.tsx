// One node in words and lists: the same as the picture, for whoever does not see it.
import type { VNode } from 'preact';
import { reveal } from '../../editor/editor-handle.js';
import { ask, explain, showPane } from '../../state/actions.js';
import { set } from '../../state/store.js';
import type { GraphNodeView, GraphView } from '../../state/views.js';
import { nearOf } from './near.js';

export function NodePart({ node, view }: { readonly node: GraphNodeView; readonly view: GraphView }): VNode {
  const { up, down } = nearOf(node.id, view.edges);
  const { kind, name, title, place } = node;
  const direct = (at: 'from' | 'to', next: 'from' | 'to') =>
    new Set(view.edges.filter((edge) => edge[at] === node.id).map((edge) => edge[next]));
  return (
    <section class="node-part" aria-label={name}>
      <h2>
        <span class="soft">{kind === 'kpi' ? 'KPI' : kind}</span> {title ?? name}
      </h2>
      <p class="row">
        {place === null ? null : (
          <button type="button" class="plain" onClick={() => reveal(place)}>
            Go to the definition
          </button>
        )}
        {kind === 'metric' || kind === 'kpi' ? (
          <button type="button" class="plain" onClick={() => explain({ kind, name, at: '', versus: '', where: '' })}>
            Explain its number
          </button>
        ) : null}
        {kind === 'metric' ? (
          <button
            type="button"
            class="plain"
            onClick={() => {
              ask({ metrics: [name] });
              showPane('result');
            }}
          >
            Ask for it
          </button>
        ) : null}
      </p>
      <div class="two">
        <NodeList title="Made of" ids={up} first={direct('to', 'from')} view={view} />
        <NodeList title="Part of" ids={down} first={direct('from', 'to')} view={view} />
      </div>
    </section>
  );
}

interface ListProps {
  readonly title: string;
  readonly ids: ReadonlySet<string>;
  /** Those that are one step away. */
  readonly first: ReadonlySet<string>;
  readonly view: GraphView;
}

function NodeList({ title, ids, first, view }: ListProps): VNode {
  const nodes = view.nodes.filter(({ id }) => ids.has(id));
  const item = ({ id, kind, name }: GraphNodeView): VNode => (
    <li key={id}>
      <button type="button" class="place" onClick={() => set({ focus: id })}>
        {name}
      </button>{' '}
      <span class="soft">{kind === 'kpi' ? 'KPI' : kind}</span>
    </li>
  );
  const further = nodes.filter(({ id }) => !first.has(id));
  return (
    <div>
      <h3>
        {title} <span class="soft">{nodes.length}</span>
      </h3>
      {nodes.length === 0 ? (
        <p class="soft">nothing</p>
      ) : (
        <ul class="plain-list">{nodes.filter(({ id }) => first.has(id)).map(item)}</ul>
      )}
      {further.length === 0 ? null : (
        <details>
          <summary>and {further.length} further away</summary>
          <ul class="plain-list">{further.map(item)}</ul>
        </details>
      )}
    </div>
  );
}

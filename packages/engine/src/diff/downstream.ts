// What a change reaches, and who answers for it.
import { teamsAbove, type Graph, type NodeId } from '@sextant/parser';
import { NO_EFFECTS, type Asked, type Effects } from './changes.js';
import { kindOf, nameIn } from './sides.js';

/** By node, those that move when it does, one step on. */
export interface Flow {
  /** In any way: their numbers, or only how they stand. */
  readonly all: ReadonlyMap<NodeId, readonly NodeId[]>;
  /** Their numbers. */
  readonly numbers: ReadonlyMap<NodeId, readonly NodeId[]>;
}

export function flowOf(graph: Graph): Flow {
  const all = new Map<NodeId, NodeId[]>();
  const numbers = new Map<NodeId, NodeId[]>();
  const put = (map: Map<NodeId, NodeId[]>, from: NodeId, to: NodeId): void => {
    const known = map.get(from);
    if (known === undefined) map.set(from, [to]);
    else known.push(to);
  };
  const judge = (from: NodeId, to: NodeId): void => put(all, from, to);
  const add = (from: NodeId, to: NodeId): void => {
    put(all, from, to);
    put(numbers, from, to);
  };
  for (const { from, to, kind } of graph.edges) {
    switch (kind) {
      case 'owned_by':
      case 'contributed_by':
        break;
      case 'serves':
        judge(from, to);
        break;
      case 'part_of':
        if (kindOf(from) === 'goal') judge(from, to);
        break;
      case 'guarded_by':
      case 'pays':
        judge(to, from);
        break;
      case 'contains':
        // A dataset is all its fields; of a field only what names it is touched.
        add(from, to);
        break;
      default:
        add(to, from);
        // Rows chosen by time are what aggregates see, and nothing else of the dataset.
        if (kindOf(to) === 'dataset' && kind !== 'references' && kind !== 'tests') add(timed(nameIn(to)), from);
    }
  }
  for (const { name, time, knownAt } of graph.datasets.values()) {
    const fields =
      time.kind === 'event' || time.kind === 'snapshot'
        ? [time.at, knownAt]
        : time.kind === 'interval'
          ? [time.from, time.until, time.each, knownAt]
          : [knownAt];
    for (const field of fields) if (field !== null) add(`field:${field.dataset}.${field.field}`, timed(name));
  }
  return { all, numbers };
}

/** Stands for the rows of a dataset as its time chooses them. */
function timed(dataset: string): NodeId {
  return `rows:${dataset}`;
}

/** Everything that is reached, without the start. */
export function reached(flow: Flow['all'], start: NodeId): readonly NodeId[] {
  const seen = new Set<NodeId>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const next of flow.get(id) ?? []) {
      if (seen.has(next) || next === start) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return [...seen].filter((id) => kindOf(id) !== 'rows');
}

/** `moved` are those of them whose numbers move. */
export function effectsOf(ids: readonly NodeId[], moved: ReadonlySet<NodeId>): Effects {
  const names = (kind: string, of: readonly NodeId[] = ids): readonly string[] =>
    of
      .filter((id) => kindOf(id) === kind)
      .map(nameIn)
      .toSorted();
  return ids.length === 0
    ? NO_EFFECTS
    : {
        fields: names('field'),
        dimensions: names('dimension'),
        metrics: names('metric'),
        kpis: names(
          'kpi',
          ids.filter((id) => moved.has(id)),
        ),
        judged: names(
          'kpi',
          ids.filter((id) => !moved.has(id)),
        ),
        goals: names('goal'),
        incentives: names('incentive'),
        questions: names('question'),
        tests: names('test'),
      };
}

/** Whoever is named as owner of one of the nodes; each once, by name. */
export function askedFor(graph: Graph, ids: readonly NodeId[]): readonly Asked[] {
  const because = new Map<string, NodeId[]>();
  for (const id of ids) {
    const owner = ownerOf(graph, id);
    if (owner === null) continue;
    const list = because.get(owner);
    if (list === undefined) because.set(owner, [id]);
    else if (!list.includes(id)) list.push(id);
  }
  return [...because]
    .map(([owner, of]) => ({ ...personOf(graph, owner), because: of }))
    .toSorted((a, b) => (a.owner < b.owner ? -1 : 1));
}

export function personOf(graph: Graph, owner: string): Omit<Asked, 'because'> {
  const chain = [owner, ...teamsAbove(owner, graph.owners)];
  const contacts = chain.flatMap((name) => graph.owners.get(name)?.contact?.text ?? []);
  return { owner, title: graph.owners.get(owner)?.title?.text ?? null, contact: contacts[0] ?? null };
}

function ownerOf(graph: Graph, id: NodeId): string | null {
  const name = nameIn(id);
  switch (kindOf(id)) {
    case 'metric':
      return graph.metrics.get(name)?.def.owner?.text ?? null;
    case 'kpi':
      return graph.kpis.get(name)?.def.owner?.text ?? null;
    case 'goal':
      return graph.goals.get(name)?.def.owner?.text ?? null;
    case 'owner':
      return graph.owners.has(name) ? name : null;
    default:
      return null;
  }
}

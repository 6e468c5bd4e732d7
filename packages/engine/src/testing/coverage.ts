// What the tests of a project reach: metrics that were computed, branches that were taken, conditions that kept some rows and not others.
import { spanInScalar, walkTyped, type Graph, type ScalarNode, type Span, type Typed } from '@sextant/parser';
import type { Watcher } from '../reference/watcher.js';
import { splitAnd } from '../question/check-question.js';

export interface Coverage {
  readonly metrics: Counted;
  readonly branches: Counted;
  readonly filters: Counted;
}

export interface Counted {
  readonly all: number;
  readonly reached: number;
  readonly missing: readonly Missing[];
}

export interface Missing {
  readonly place: Span;
  /** `revenue`, or what the formula says there. */
  readonly text: string;
  /** The definition that it stands in: `metric revenue`, `field orders.net`. */
  readonly of: string;
  readonly why: 'never computed' | 'never had a value' | 'never taken' | 'never true' | 'never false';
}

export interface Recorder extends Watcher {
  readonly coverage: (graph: Graph) => Coverage;
}

/** Sees every test of a run, then says what none of them reached. */
export function coverageRecorder(): Recorder {
  const branches = new Map<Typed, Set<number>>();
  const conditions = new Map<Typed, Set<boolean>>();
  const metrics = new Map<string, boolean>();
  return {
    branch: (typed, index) => add(branches, typed, index),
    condition: (typed, holds) => add(conditions, typed, holds),
    metric: (name, hasValue) => void metrics.set(name, hasValue || (metrics.get(name) ?? false)),
    coverage: (graph) => ({
      metrics: countMetrics(graph, metrics),
      branches: countBranches(graph, branches),
      filters: countFilters(graph, conditions),
    }),
  };
}

function add<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}

/** A formula with its place: of a metric, a field or a KPI. */
interface Formula {
  readonly of: string;
  readonly node: ScalarNode;
  readonly typed: Typed;
}

function formulasOf(graph: Graph): readonly Formula[] {
  return [
    ...[...graph.datasets.values()].flatMap((dataset) =>
      [...dataset.fields.values()].flatMap((field): readonly Formula[] =>
        field.formula === null || field.def.formula === null
          ? []
          : [{ of: `field ${dataset.name}.${field.name}`, node: field.def.formula, typed: field.formula }],
      ),
    ),
    ...[...graph.metrics.values()].map(({ name, def, formula }) => ({
      of: `metric ${name}`,
      node: def.formula,
      typed: formula,
    })),
    ...[...graph.kpis.values()].flatMap(({ name, def, formula }): readonly Formula[] =>
      def.formula === null || formula === null || def.where !== null
        ? []
        : [{ of: `KPI ${name}`, node: def.formula, typed: formula }],
    ),
  ];
}

function countMetrics(graph: Graph, seen: ReadonlyMap<string, boolean>): Counted {
  const missing = [...graph.metrics.values()].flatMap(({ name, def }): readonly Missing[] => {
    const hadValue = seen.get(name);
    if (hadValue === true) return [];
    const why = hadValue === undefined ? 'never computed' : 'never had a value';
    return [{ place: def.name.span, text: name, of: `metric ${name}`, why }];
  });
  return { all: graph.metrics.size, reached: graph.metrics.size - missing.length, missing };
}

function countBranches(graph: Graph, seen: ReadonlyMap<Typed, ReadonlySet<number>>): Counted {
  const missing: Missing[] = [];
  let all = 0;
  for (const { of, node, typed } of formulasOf(graph)) {
    walkTyped(typed, (part) => {
      if (part.kind !== 'case') return;
      const taken = seen.get(part);
      for (const [i, branch] of part.branches.entries()) {
        all += 1;
        if (taken?.has(i) !== true) missing.push({ ...placed(node, branch.when), of, why: 'never taken' });
      }
      if (part.otherwise === null) return;
      all += 1;
      if (taken?.has(-1) !== true) missing.push({ ...placed(node, part.otherwise), of, why: 'never taken' });
    });
  }
  return { all, reached: all - missing.length, missing };
}

/** A condition is exercised where it kept a row and left one out. */
function countFilters(graph: Graph, seen: ReadonlyMap<Typed, ReadonlySet<boolean>>): Counted {
  const missing: Missing[] = [];
  let all = 0;
  for (const { of, node, typed } of formulasOf(graph)) {
    const look = (condition: Typed): void => {
      all += 1;
      const outcomes = seen.get(condition);
      if (outcomes?.has(true) !== true) missing.push({ ...placed(node, condition), of, why: 'never true' });
      else if (!outcomes.has(false)) missing.push({ ...placed(node, condition), of, why: 'never false' });
    };
    walkTyped(typed, (part) => {
      if (part.kind === 'aggregate' && part.where !== null) look(part.where);
      if (part.kind === 'filtered') for (const conjunct of splitAnd(part.condition)) look(conjunct);
    });
  }
  return { all, reached: all - missing.length, missing };
}

function placed(node: ScalarNode, { range }: Typed): Pick<Missing, 'place' | 'text'> {
  return { place: spanInScalar(node, range.start, range.end), text: node.text.slice(range.start, range.end) };
}

// Looks for rows over which two versions differ: planned ones first, then by chance, up to a number of trials and not of seconds.
import { type CalendarLevel, type Graph, type NodeId, type Typed } from '@sextant/parser';
import { calendarOf } from '../../question/check-question.js';
import { columnsOf } from './candidates.js';
import { groupsAsked, membersAsked, periodsAsked } from './contexts.js';
import type { At, Counterexample, Searched, Tables } from './counterexample.js';
import { difference, evaluateBoth, type Side } from './evaluate-both.js';
import { addInvolved, addMember, noneInvolved } from './involved.js';
import { minimise } from './minimise.js';
import { makeRandom } from './random.js';
import { plannedTables, tablesByChance, type Columns } from './tables.js';

export interface CounterexampleSubject {
  readonly of: NodeId;
  readonly before: Side;
  readonly after: Side;
  /** The level of the periods of a KPI; null for a metric, which can be asked over any. */
  readonly every: CalendarLevel | null;
}

/** Evaluations of both versions together. */
export const TRIALS = 3000;
/** A value against none is found sooner than two values, which say more: the search goes on for so many trials. */
const MORE = 600;

export function searchCounterexample(subject: CounterexampleSubject, trials = TRIALS): Searched {
  const { before, after } = subject;
  if ([before, after].some(({ formula }) => formula.type.value.kind === 'unknown'))
    return { kind: 'impossible', why: 'unknown' };
  const involved = noneInvolved();
  addInvolved(before.graph, before.formula, involved);
  addInvolved(after.graph, after.formula, involved);
  const members = membersAsked([before, after], involved);
  for (const { graph, formula } of [before, after])
    for (const member of members) addMember(graph, member, formula, involved);
  const periods = periodsAsked(subject.every, involved, calendarOf(after.graph));
  const columns: Columns = new Map(
    [...involved.fields.keys()]
      .filter((dataset) => after.graph.datasets.has(dataset))
      .map((dataset) => [dataset, columnsOf(after.graph, dataset, involved, periods)]),
  );
  if (columns.size === 0) return { kind: 'impossible', why: 'nothing_asked' };
  const cellsOf = (dataset: string, field: string): readonly (string | null)[] =>
    columns.get(dataset)?.find((column) => column.field === field)?.cells ?? [];
  const ats = [...periods, ...groupsAsked(periods, [before, after], members, cellsOf)];
  return search({ subject, columns, ats }, trials);
}

interface Field {
  readonly subject: CounterexampleSubject;
  readonly columns: Columns;
  readonly ats: readonly At[];
}

function search({ subject, columns, ats }: Field, trials: number): Searched {
  const { before, after } = subject;
  const random = makeRandom(subject.of);
  const tables = allTables(columns, random);
  let best: { readonly tables: Tables; readonly at: At; readonly score: 1 | 2 | 3 } | null = null;
  let done = 0;
  let evaluated = 0;
  let until = trials;
  while (done < until) {
    const next: Tables = tables.next().value;
    for (const at of ats) {
      done++;
      const pair = evaluateBoth(before, after, next, at);
      if (pair !== null) evaluated++;
      const score = difference(pair);
      if (score === 0 || score <= (best?.score ?? 0)) continue;
      best = { tables: next, at, score };
      if (score > 1) until = score === 3 ? done : Math.min(until, done + MORE);
      if (score === 3) break;
    }
    // Where nothing could be evaluated, nothing will be.
    if (done > 300 && evaluated === 0) return { kind: 'impossible', why: 'not_evaluable' };
  }
  if (best === null) return { kind: 'none', trials: done };
  const { score } = best;
  const holds = (smaller: Tables, at: At): boolean => difference(evaluateBoth(before, after, smaller, at)) >= score;
  const found = minimise(best, columns, ats, holds);
  const pair = evaluateBoth(before, after, found.tables, found.at);
  if (pair === null) return { kind: 'none', trials: done };
  const example: Counterexample = {
    of: subject.of,
    rows: found.tables,
    at: found.at,
    ...pair,
    onlyReason: score === 1,
  };
  return { kind: 'found', example, trials: done };
}

function* allTables(columns: Columns, random: ReturnType<typeof makeRandom>): Generator<Tables, never> {
  yield* plannedTables(columns);
  for (;;) yield tablesByChance(columns, random);
}

/** What a metric of a graph is asked as. */
export function metricSide(graph: Graph, name: string): Side | null {
  const metric = graph.metrics.get(name);
  if (metric === undefined) return null;
  const formula: Typed = { kind: 'metric', metric: name, type: metric.type, range: { start: 0, end: name.length } };
  return { graph, formula };
}

// What the definitions of both versions come to, over the data of the later one.
import { showUnit, type Diagnostic, type Graph } from '@sextant/parser';
import { endingWith, type Interrupts } from '../asking/ask-project.js';
import { passedChecks } from '../asking/passed-checks.js';
import { valueText } from '../explain/value-text.js';
import type { Host } from '../host.js';
import { reasonWords } from '../results/reason-words.js';
import { shownWithUnit } from './shown-with-unit.js';
import type { SideValue, ValueRow, Values } from './diff-report.js';
import type { Diff, DiffPort, Question } from './load-diff.js';

/** More takes long. */
const MOST = 100;

interface Wanted {
  readonly id: string;
  readonly node: 'kpi' | 'metric';
  readonly name: string;
  readonly nameBefore: string;
  readonly title: string | null;
}

export async function compareValues(
  engine: DiffPort,
  graphs: { readonly before: Graph; readonly after: Graph },
  diff: Diff,
  asOf: string,
  root: string,
  host: Host,
  interrupts: Interrupts,
): Promise<Values> {
  const { after } = graphs;
  // The data is that of the working tree: only the definitions are those of before.
  const before: Graph = { ...graphs.before, project: { ...graphs.before.project, data: after.project.data } };
  const wanted = wantedOf(diff, after);
  const kept = wanted.slice(0, MOST);
  const side = (graph: Graph, name: (one: Wanted) => string): Promise<Side> =>
    askSide(
      engine,
      graph,
      kept.map((one) => ({ node: one.node, name: name(one) })),
      asOf,
      root,
      host,
      interrupts,
    );
  const [old, now] = [await side(before, (one) => one.nameBefore), await side(after, (one) => one.name)];
  const changed = new Set(diff.changes.map(({ id }) => id));
  const rows = kept.map(({ id, node, name, title }, i): ValueRow => ({
    id,
    node,
    name,
    title,
    reachedOnly: node === 'metric' && !changed.has(id),
    before: old.values[i] ?? refused(null, 'not asked'),
    after: now.values[i] ?? refused(null, 'not asked'),
  }));
  const more = wanted.length - kept.length;
  return { asOf, rows, notes: more > 0 ? [`${more} more are not computed`] : [] };
}

/** KPIs that are reached first, then metrics that changed themselves, then metrics that are reached. */
function wantedOf(diff: Diff, after: Graph): readonly Wanted[] {
  const moving = diff.changes.filter(
    ({ verdict, kind }) => kind !== 'added' && kind !== 'removed' && MOVING.includes(verdict),
  );
  const earlier = new Map(diff.changes.map((change) => [change.id, change.nameBefore]));
  const ids = new Set([
    ...moving.filter(({ node }) => node === 'kpi').map(({ id }) => id),
    ...moving.flatMap(({ effects }) => effects.kpis.map((name) => `kpi:${name}`)),
    ...moving.filter(({ node }) => node === 'metric').map(({ id }) => id),
    ...moving.flatMap(({ effects }) => effects.metrics.map((name) => `metric:${name}`)),
  ]);
  return [...ids].flatMap((id): readonly Wanted[] => {
    const name = id.slice(id.indexOf(':') + 1);
    const node = id.startsWith('kpi:') ? 'kpi' : 'metric';
    const def = (node === 'kpi' ? after.kpis.get(name) : after.metrics.get(name))?.def;
    if (def === undefined) return [];
    return [{ id, node, name, nameBefore: earlier.get(id) ?? name, title: def.title?.text ?? null }];
  });
}

const MOVING: readonly string[] = ['breaking', 'unknown', 'numbers', 'reasons'];

interface Side {
  readonly values: readonly SideValue[];
}

interface Ready {
  readonly question: Question;
  readonly period: string;
  readonly shownAs: { readonly unit: string; readonly percent: boolean };
}

async function askSide(
  engine: DiffPort,
  graph: Graph,
  wanted: readonly { readonly node: 'kpi' | 'metric'; readonly name: string }[],
  asOf: string,
  root: string,
  host: Host,
  interrupts: Interrupts,
): Promise<Side> {
  const ready = wanted.map(({ node, name }) => readyToAsk(engine, graph, node, name, asOf));
  const datasets = new Set<string>();
  const asked = ready.map((one): Ready | SideValue => {
    if ('why' in one) return one;
    const { value, diagnostics } = engine.checkQuestion(graph, one.question);
    if (value === null) return refused(one.period, firstError(diagnostics));
    for (const dataset of engine.datasetsNeeded(graph, value)) datasets.add(dataset);
    return one;
  });
  if (!asked.some((one) => 'question' in one)) return { values: asked.filter((one) => 'why' in one) };
  const options = endingWith({ root, datasets, passed: passedChecks(host) }, interrupts);
  const opened = await engine.openSession(graph, options);
  if (opened.value === null) {
    const why = firstError(opened.diagnostics);
    return { values: asked.map((one) => ('why' in one ? one : refused(one.period, why))) };
  }
  const values: SideValue[] = [];
  try {
    for (const one of asked) {
      if ('why' in one) values.push(one);
      else {
        const { value, diagnostics } = await engine.ask(opened.value, one.question);
        const cell = value?.rows[0]?.cells[0];
        const column = value?.columns.find(({ kind }) => kind === 'metric');
        if (cell === undefined || column?.kind !== 'metric') {
          values.push(refused(one.period, firstError(diagnostics)));
          continue;
        }
        const { unit, percent } = one.shownAs;
        const shown = cell.value === null ? `no value` : valueText({ ...cell, type: column.type, percent });
        values.push({
          period: one.period,
          value: cell.value,
          unit,
          shown: cell.value === null ? shown : shownWithUnit(shown, unit),
          why: cell.value === null ? reasonWords(cell.reason ?? 'no_value') : null,
        });
      }
    }
  } finally {
    await opened.value.executor.close();
  }
  return { values };
}

function readyToAsk(
  engine: DiffPort,
  graph: Graph,
  node: 'kpi' | 'metric',
  name: string,
  asOf: string,
): Ready | SideValue {
  const kpi = node === 'kpi' ? graph.kpis.get(name) : undefined;
  const metric = node === 'metric' ? graph.metrics.get(name) : undefined;
  if (kpi === undefined && metric === undefined)
    return refused(null, `there is no ${node === 'kpi' ? 'KPI' : 'metric'} of this name`);
  const number = kpi ?? metric;
  if (number?.type.value.kind === 'unknown') return refused(null, 'its definition has an error');
  // A metric that no KPI asks for is asked for the month.
  const level = kpi === undefined ? 'month' : kpi.every;
  const period = level === null ? null : engine.periodAt(graph, level, asOf);
  if (period === null) return refused(null, 'its periods are known to the data only');
  const text = kpi === undefined ? name : formulaOf(kpi.def);
  const unit = kpi === undefined ? (metric?.type.unit ?? []) : kpi.unit;
  return {
    question: { metrics: [text], from: period.from, to: period.to, asOf },
    period: period.label,
    shownAs: { unit: showUnit(unit), percent: number?.percent ?? false },
  };
}

function formulaOf({
  metric,
  formula,
  where,
}: {
  readonly metric: Texted;
  readonly formula: Texted;
  readonly where: Texted;
}): string {
  const of = formula?.text ?? quotedName(metric?.text ?? '');
  return where === null ? (formula === null ? (metric?.text ?? '') : of) : `(${of}\n) where (${where.text}\n)`;
}

type Texted = { readonly text: string } | null;

function quotedName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function refused(period: string | null, why: string): SideValue {
  return { period, value: null, unit: '', shown: 'not known', why };
}

function firstError(diagnostics: readonly Diagnostic[]): string {
  const error = diagnostics.find(({ severity }) => severity === 'error');
  return error?.message ?? 'it cannot be evaluated';
}

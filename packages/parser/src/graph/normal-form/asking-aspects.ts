// What named questions, tests, libraries and the project itself say.
import type { Located, QuestionDef, TestDef } from '../../shape/definitions.js';
import type { Typed } from '../../types/typed.js';
import { readFormula } from '../read-in-graph.js';
import type { LibraryUse, Project } from '../graph.js';
import type { ScalarNode } from '../../yaml/tree.js';
import { byCode, listed, type Aspects } from './aspect.js';
import { normalFormula } from './normal-formula.js';

export function questionAspects(def: QuestionDef, to: Aspects): void {
  const { say, sayText, graph, nameOf } = to;
  const metrics = def.metrics.map(({ text }) => (graph.metrics.has(text) ? nameOf(`metric:${text}`) : text));
  say('metrics', 'numbers', listed(metrics), listed(texts(def.metrics)));
  const by = def.by.map(({ text }) => (graph.dimensions.has(text) ? nameOf(`dimension:${text}`) : text));
  say('by', 'numbers', listed(by), listed(texts(def.by)));
  sayText('grain', 'numbers', def.grain);
  sayText('from', 'numbers', def.from);
  sayText('to', 'numbers', def.to);
  sayText('over', 'numbers', def.over);
  sayText('as_of', 'numbers', def.asOf);
  say('where', 'numbers', conditionText(def.where, 'condition', to), def.where?.text.trim());
  say('having', 'numbers', conditionText(def.having, 'group', to), def.having?.text.trim());
  say('order', 'numbers', listed(texts(def.order)));
  say('limit', 'numbers', def.limit === null ? null : String(def.limit.value));
  for (const { name, value } of def.parameters) say(`parameter ${name.text}`, 'numbers', value.text.trim());
  to.sayDescribed(def);
}

/** Each conjunct for itself, for `across ... unfiltered` looks at them one by one. */
function conditionText(node: ScalarNode | null, position: 'condition' | 'group', to: Aspects): string | null {
  if (node === null) return null;
  const typed = readFormula(to.graph, { path: 'where', text: node.text }, position).value;
  if (typed === null) return `written: ${node.text.trim()}`;
  const parts = conjuncts(typed).map((part) => normalFormula(to.graph, part, { nameOf: to.nameOf }));
  return [...new Set(parts)].toSorted(byCode).join(' and ');
}

function conjuncts(typed: Typed): readonly Typed[] {
  return typed.kind === 'call' && typed.fn === 'and' ? typed.args.flatMap(conjuncts) : [typed];
}

/** A test moves no number: what it says is told, not judged. */
export function testAspects(def: TestDef, to: Aspects): void {
  const { say } = to;
  to.sayText('as_of', 'metadata', def.asOf);
  for (const { dataset, source } of def.given) {
    const rows =
      source.kind === 'file' ? source.path.text : source.rows.map((row) => row.map(cellText).join(', ')).join('\n');
    say(
      `given ${bare(to.nameOf(`dataset:${dataset.text}`))}`,
      'metadata',
      rows,
      source.kind === 'file' ? rows : `${source.rows.length} rows`,
    );
  }
  for (const { name, value } of def.parameters) say(`parameter ${name.text}`, 'metadata', value.text.trim());
  for (const [i, expected] of def.expect.entries())
    say(`expectation ${i + 1}`, 'metadata', plainText(named(expected, to)), shownExpectation(def, i));
}

/** What is expected of what is called otherwise is the same expectation. */
function named(expected: TestDef['expect'][number], { nameOf }: Aspects): object {
  return {
    ...expected,
    metric: expected.metric === null ? null : nameOf(`metric:${expected.metric.text}`),
    kpi: expected.kpi === null ? null : nameOf(`kpi:${expected.kpi.text}`),
    metrics: expected.metrics.map(({ text }) => nameOf(`metric:${text}`)),
  };
}

function bare(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

function cellText({ field, value }: { readonly field: Located; readonly value: Located | null }): string {
  return `${field.text}: ${value?.text ?? ''}`;
}

function shownExpectation(def: TestDef, at: number): string {
  const one = def.expect[at];
  const of = one?.metric ?? one?.kpi ?? one?.finding ?? one?.metrics[0] ?? null;
  const parts = [of, one?.over, one?.value ?? one?.reason ?? one?.status];
  return parts.flatMap((part) => part?.text ?? []).join(' ');
}

/** Everything but the places. */
function plainText(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) =>
    key === 'span' || key === 'map' || key === 'ends' || key === 'style' ? undefined : part,
  );
}

export function useAspects({ def, library }: LibraryUse, to: Aspects): void {
  to.sayText('from', 'numbers', def.from);
  // What it means for numbers is said of the metrics that are made.
  to.say('version of the library', 'metadata', library?.version ?? null);
  to.sayText('version', 'metadata', def.version);
  if (def.only !== null) to.say('only', 'metadata', texts(def.only).join(' '));
  for (const { input, value, fields } of def.with) {
    to.say(`with ${input.text}`, 'numbers', value.text.trim());
    for (const { role, field } of fields) to.say(`with ${input.text}.${role.text}`, 'numbers', field.text);
  }
}

export function projectAspects({ def, ...project }: Project, to: Aspects): void {
  const { say, nameOf } = to;
  say('name', 'metadata', project.name);
  say('timezone', 'numbers', project.timezone);
  say('week_starts', 'numbers', project.weekStarts);
  say('fiscal_year_starts', 'numbers', String(project.fiscalYearStarts));
  say('currency', 'numbers', project.currency);
  say('data', 'numbers', project.data);
  for (const { name, type, file } of def.connections)
    say(`connection ${name.text}`, 'numbers', listed([type, file].flatMap((part) => part?.text ?? [])));
  const rates = def.exchangeRates;
  if (rates !== null) {
    const dataset = rates.dataset.text;
    const fields = [rates.from, rates.to, rates.at, rates.rate].map(({ text }) => nameOf(`field:${dataset}.${text}`));
    say('exchange_rates', 'numbers', [nameOf(`dataset:${dataset}`), ...fields].join(' '), dataset);
  }
  for (const { code, severity } of def.severities) say(`severity ${code.text}`, 'metadata', severity.value);
}

function texts(list: readonly Located[]): readonly string[] {
  return list.map(({ text }) => text);
}

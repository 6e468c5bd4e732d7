// What may stand behind a key or in a list, where it is no formula: names by kind, words, periods, units, types.
import {
  baseTypes,
  codes,
  fits,
  isTemporal,
  PLAIN_LEVELS,
  showUnit,
  type Field,
  type Graph,
  type Shape,
  type World,
} from '@sextant/parser';
import { boundIn } from '../symbols/occurrence.js';
import type { KnownLibrary } from '../workspace/known-libraries.js';
import { libraryProposals } from './library-proposals.js';
import type { CursorPlace } from '../cursor/cursor-place.js';
import type { Meaning } from '../places/meaning.js';
import { datasetAt } from '../places/mention.js';
import { shapesAt } from '../places/shape-at.js';
import { valuesAt } from './formula-proposals.js';
import type { Proposal } from './item.js';
import { nextPeriods } from './periods.js';
import { currencies, fieldsOf, levels, namesOfKind, qualifiedFields } from './proposals.js';
import { units } from './unit-proposals.js';

export interface ValuePlace {
  readonly file: string;
  readonly place: CursorPlace;
  /** Keys from the root, `[]` for items; of a key that is written, with the key. */
  readonly path: readonly string[];
  readonly today: string | null;
  readonly libraries: readonly KnownLibrary[];
}

export function valueProposals(graph: Graph, world: World, meaning: Meaning, at: ValuePlace): readonly Proposal[] {
  const { place, path } = at;
  const dataset = datasetAt(meaning, path, (key) => place.beside.get(key) ?? null);
  const typed = place.before.trimStart();
  switch (meaning.kind) {
    case 'name':
      return namesOfKind(graph, meaning.of, 0).filter(({ label }) => !isSelf(label, path, meaning.of));
    case 'field':
      return dataset === null ? [] : [...fieldNames(graph, dataset, fitsKey(path)), ...plainWords(meaning.words, 50)];
    case 'row path':
      return dataset === null
        ? []
        : [...rowPaths(graph, world, dataset, typed, fitsKey(path)), ...plainWords(meaning.words, 50)];
    case 'field path':
      return qualifiedFields(graph, graph.datasets.keys(), ({ type }) => type.value.kind !== 'unknown', 0);
    case 'member':
      return [...namesOfKind(graph, 'dimension', 0), ...qualifiedFields(graph, graph.datasets.keys(), () => true, 20)];
    case 'asked':
      return namesOfKind(graph, 'metric', 0);
    case 'order':
      if (/\S\s/.test(typed)) return plainWords(['desc', 'asc'], 0);
      return [...namesOfKind(graph, 'metric', 0), ...namesOfKind(graph, 'dimension', 10), ...plainWords(['desc'], 30)];
    case 'column':
      return [...namesOfKind(graph, 'metric', 0), ...namesOfKind(graph, 'dimension', 10), ...levels(world, 20)];
    case 'level':
      return levels(world, 0).filter(
        ({ label }) => at.path[0] !== 'datasets' || PLAIN_LEVELS.some((level) => level === label),
      );
    case 'period':
      return periods(graph, at);
    case 'unit':
      return [...inferredUnit(graph, path), ...units(graph, world).map((one) => ({ ...one, rank: one.rank + 10 }))];
    case 'type':
      return types(graph, world);
    case 'code':
      return warningCodes();
    case 'currency':
      return currencies(0);
    case 'value':
      return declaredValues(graph, world, meaning.of, at, dataset);
    case 'library part':
      return libraryProposals(graph, meaning.part, path, at.libraries);
    case 'bound field': {
      const bound = boundIn({ path }, graph)?.bound ?? null;
      return bound === null ? [] : fieldNames(graph, bound, () => true);
    }
    case 'own input':
      return (['metric', 'dataset', 'dimension'] as const).flatMap((kind, i) => namesOfKind(graph, kind, i));
    case 'definition':
    case 'formula':
      return [];
  }
}

/** Words of a form: `up`, `true`, `6 months`. */
export function wordProposals(file: string, path: readonly string[]): readonly Proposal[] {
  return shapesAt(file, path).flatMap((shape) => wordsOfShape(shape));
}

const LENGTHS = ['1 day', '3 days', '1 week', '1 month', '3 months', '6 months', '1 year'];

function wordsOfShape(shape: Shape): readonly Proposal[] {
  if (shape.kind !== 'scalar') return [];
  const { form } = shape;
  if (form.words !== null) return form.words.map((label, rank) => ({ label, kind: 'value', rank, detail: null }));
  // A form that takes a length and no other text.
  const isLength = fits(form, '3 days') && !fits(form, 'days');
  return isLength ? LENGTHS.map((label, rank) => ({ label, kind: 'value', rank, detail: 'a length of time' })) : [];
}

function plainWords(words: readonly string[], rank: number): readonly Proposal[] {
  return words.map((label) => ({ label, kind: 'word', rank, detail: null }));
}

/** Nothing is its own parent, team or guardrail. */
function isSelf(label: string, path: readonly string[], kind: string): boolean {
  return path[0] === `${kind}s` && path[1] === label;
}

/** Some keys take a field of a certain type only. */
function fitsKey(path: readonly string[]): (field: Field) => boolean {
  const key = path.filter((part) => part !== '[]').at(-1) ?? '';
  const takesTime =
    ['time', 'snapshot', 'known_at', 'until', 'day', 'at'].includes(key) || (key === 'from' && path.includes('valid'));
  if (takesTime) return ({ type }) => isTemporal(type.value);
  if (key === 'currency' || key === 'period') return ({ type }) => type.value.kind === 'text';
  return () => true;
}

function fieldNames(graph: Graph, dataset: string, fit: (field: Field) => boolean): readonly Proposal[] {
  return fieldsOf(graph, dataset, fit, 0).filter(({ kind }) => kind === 'field');
}

/** Fields of the rows, and of the rows that they refer to, by the name of the reference. */
function rowPaths(
  graph: Graph,
  world: World,
  dataset: string,
  typed: string,
  fit: (field: Field) => boolean,
): readonly Proposal[] {
  const own = fieldNames(graph, dataset, fit);
  const steps = world.joins.steps(dataset).flatMap(({ role, to }) =>
    fieldsOf(graph, to, fit, 20)
      .filter(({ kind }) => kind === 'field')
      .map((one) => ({ ...one, label: `${role ?? to}.${one.label}` })),
  );
  return typed.includes('.') ? steps : [...own, ...steps];
}

function periods(graph: Graph, { path, place, today }: ValuePlace): readonly Proposal[] {
  const isTarget = path[0] === 'kpis' && path[2] === 'target';
  const kpi = isTarget ? graph.kpis.get(path[1] ?? '') : undefined;
  const every = kpi?.def.every?.text ?? null;
  const goal = kpi?.def.goal === null ? undefined : graph.goals.get(kpi?.def.goal?.text ?? '');
  const others = [...graph.goals.values()].flatMap(({ def }) => (def.period === null ? [] : [def.period.text]));
  const own = goal?.def.period?.text;
  const like = [...(own === undefined ? [] : [own]), ...others, ...(today === null ? [] : [today])];
  const written = isTarget ? [...place.beside.keys()] : [];
  return nextPeriods(every, written, like).map((label, rank) => ({ label, kind: 'period', rank, detail: every }));
}

/** The unit that the formula of a metric has anyway. */
function inferredUnit(graph: Graph, path: readonly string[]): readonly Proposal[] {
  const metric = graph.metrics.get(path[1] ?? '');
  const unit = metric === undefined ? '' : showUnit(metric.formula.type.unit);
  return unit === '' ? [] : [{ label: unit, kind: 'thing', rank: 0, detail: 'the unit of the formula' }];
}

function types(graph: Graph, world: World): readonly Proposal[] {
  const plain = baseTypes.map((base, i): Proposal => ({
    label: base === 'decimal' ? 'decimal(2)' : base,
    kind: 'type',
    rank: i,
    detail: null,
  }));
  const money = units(graph, world)
    .filter(({ detail, rank }) => detail === 'currency' && rank < 10)
    .map(({ label }): Proposal => ({ label: `decimal(2) ${label}`, kind: 'type', rank: 1, detail: 'money' }));
  return [...plain, ...money];
}

function warningCodes(): readonly Proposal[] {
  return Object.entries(codes)
    .filter(([, { severity }]) => severity !== 'error')
    .map(([label, { title }]) => ({
      label,
      kind: 'value',
      rank: 0,
      detail: title,
      about: { kind: 'code', code: label },
    }));
}

/** What may stand in a row of a test, in the group of an expectation, in a target by group. */
function declaredValues(
  graph: Graph,
  world: World,
  of: 'dimension' | 'field' | 'slice',
  { path }: ValuePlace,
  dataset: string | null,
): readonly Proposal[] {
  const last = path.at(-1) ?? '';
  const values =
    of === 'field'
      ? valuesAt(graph, world, [last], dataset)
      : of === 'dimension'
        ? valuesAt(graph, world, last.split('.'), null)
        : (graph.kpis.get(path[1] ?? '')?.def.by ?? []).flatMap(({ text }) =>
            valuesAt(graph, world, text.split('.'), null),
          );
  return values.map((label, rank) => ({ label, kind: 'value', rank, detail: 'a declared value' }));
}

// What may be written at a cursor in a formula: by kind, type and place.
import { findFunction, isNumeric, isTemporal, nameExprOf, type Field, type Graph, type World } from '@sextant/parser';
import type { FormulaContext } from '../formulas/cursor-context.js';
import { memberUses, rowUses } from '@sextant/parser';
import type { Proposal } from './item.js';
import { madeProposals } from './library-proposals.js';
import { clockLevels, currencies, fieldsOf, levels, namesOfKind, qualifiedFields, spans } from './proposals.js';
import { types, units, used } from './unit-proposals.js';
import { operators, words } from './word-proposals.js';

const any = (): boolean => true;

export function formulaProposals(graph: Graph, world: World, at: FormulaContext): readonly Proposal[] {
  if (at.quoted === 'text') return valuesOf(graph, world, at, true);
  if (at.afterNumber && at.wanted === 'span')
    return levels(world, 0).map((one) => ({ ...one, label: plural(one.label) }));
  if (at.afterNumber) return [...units(graph, world), ...(at.expectsValue ? [] : operators(at, 40))];
  if (at.path.length > 0) return fieldsBehind(graph, world, at);
  if (!at.expectsValue) return at.wanted === 'type' ? types() : operators(at, 0);
  if (at.quoted === 'name') return names(graph, world, at);
  const values = valuesOf(graph, world, at, false);
  const others = [...names(graph, world, at), ...words(at)];
  return values.length === 0 ? others : [...values, ...others.map((one) => ({ ...one, rank: one.rank + 100 }))];
}

/** `1 year`, `28 days`: both are read. */
function plural(level: string): string {
  return level.endsWith('s') ? level : `${level}s`;
}

/** `date_diff` counts minutes and seconds too. */
function countsClocks({ calls }: FormulaContext): boolean {
  const spec = findFunction(calls.at(-1)?.name ?? '');
  return spec?.kind === 'scalar' && spec.clockLevels === true;
}

function isLength(graph: Graph, parameter: string): boolean {
  const [factor, more] = graph.parameters.get(parameter)?.type.unit ?? [];
  return factor?.kind === 'time' && factor.power === 1 && more === undefined;
}

/** What may be named, by what is wanted. */
function names(graph: Graph, world: World, at: FormulaContext): readonly Proposal[] {
  const { wanted, scope } = at;
  switch (wanted) {
    case 'level':
      return [...levels(world, 0), ...(countsClocks(at) ? clockLevels(10) : [])];
    case 'span':
      return [...spans(0), ...namesOfKind(graph, 'parameter', 10).filter(({ label }) => isLength(graph, label))];
    case 'type':
      return types();
    case 'kpi':
      return namesOfKind(graph, 'kpi', 0);
    case 'currency':
      return [...used(graph), ...currencies(20)];
    case 'dataset':
      return namesOfKind(graph, 'dataset', 0);
    case 'member':
      return members(graph);
    case 'across key':
      return [
        ...members(graph),
        ...['all', 'time'].map((label): Proposal => ({
          label,
          kind: 'word',
          rank: 5,
          detail: null,
          about: { kind: 'word', word: label },
        })),
      ];
    case 'group key':
      return [
        ...namesOfKind(graph, 'dimension', 0),
        ...levels(world, 5),
        ...qualifiedFields(graph, graph.datasets.keys(), isKey(graph), 10),
      ];
    case 'field':
      return scope.kind === 'row' ? fieldsOf(graph, scope.base, isKey(graph), 0) : [];
    case 'time field':
      return scope.kind === 'row' ? rowNames(graph, world, scope.base, ({ type }) => isTemporal(type.value)) : [];
    case 'constant':
      return namesOfKind(graph, 'parameter', 0);
    case 'aggregated':
      return aggregated(graph, at);
    case 'value':
      return valueNames(graph, world, at);
  }
}

function valueNames(graph: Graph, world: World, { scope }: FormulaContext): readonly Proposal[] {
  switch (scope.kind) {
    case 'row':
      return [...rowNames(graph, world, scope.base, any), ...namesOfKind(graph, 'parameter', 10)];
    case 'condition':
      return [...members(graph), ...namesOfKind(graph, 'parameter', 20)];
    case 'group':
      return [...namesOfKind(graph, 'metric', 0), ...namesOfKind(graph, 'parameter', 10), ...members(graph, 20)];
    case 'metric':
      return [...namesOfKind(graph, 'metric', 0), ...namesOfKind(graph, 'parameter', 10)];
    case 'constant':
      return namesOfKind(graph, 'parameter', 0);
  }
}

/** The fields of the rows at hand by their names, those of what they refer to by its name. */
function rowNames(graph: Graph, world: World, base: string, fits: (field: Field) => boolean): readonly Proposal[] {
  const others = world.joins
    .reachable(base)
    .filter((dataset) => dataset !== base && world.joins.find(base, dataset).kind === 'one');
  return [...fieldsOf(graph, base, fits, 0), ...qualifiedFields(graph, others, fits, 15)];
}

function members(graph: Graph, rank = 0): readonly Proposal[] {
  return [...namesOfKind(graph, 'dimension', rank), ...qualifiedFields(graph, graph.datasets.keys(), any, rank + 10)];
}

/** What an aggregate may be of: rows where they are counted, else fields of a type that fits. */
function aggregated(graph: Graph, { calls, said }: FormulaContext): readonly Proposal[] {
  const call = calls.at(-1)?.name ?? '';
  const isDistinct = said.has('distinct');
  const fields = qualifiedFields(graph, graph.datasets.keys(), fitsAggregate(graph, call), 0);
  if (isDistinct) return fields;
  const datasets = namesOfKind(graph, 'dataset', call === 'count' ? 0 : 20).map((one): Proposal =>
    call === 'count' ? one : { ...one, insert: `${one.label}.` },
  );
  const distinct: readonly Proposal[] =
    call === 'count' && said.size === 0
      ? [
          {
            label: 'distinct',
            kind: 'word',
            rank: 5,
            detail: 'each value once',
            insert: 'distinct ',
            about: { kind: 'word', word: 'distinct' },
          },
        ]
      : [];
  const perGroup = namesOfKind(graph, 'metric', 30);
  return [
    ...(call === 'count' ? fields.map((one) => ({ ...one, rank: 10 })) : fields),
    ...datasets,
    ...distinct,
    ...perGroup,
  ];
}

function fitsAggregate(graph: Graph, call: string): (field: Field) => boolean {
  const isIdentifier = isKey(graph);
  switch (call) {
    case 'sum':
    case 'avg':
    case 'median':
    case 'quantile':
    case 'stddev':
    case 'variance':
      return (field) => isNumeric(field.type.value) && !isIdentifier(field);
    case 'min':
    case 'max':
      return ({ type }) => type.value.kind !== 'boolean' && type.value.kind !== 'unknown';
    default:
      return any;
  }
}

/** A key of its dataset, or a reference: who something is about. */
function isKey(graph: Graph): (field: Field) => boolean {
  return ({ name, dataset }) => {
    const found = graph.datasets.get(dataset);
    return found !== undefined && (found.key.includes(name) || found.references.some(({ field }) => field === name));
  };
}

/** Behind `orders.`: fields that fit where they stand, and the roles that lead on. */
function fieldsBehind(graph: Graph, world: World, at: FormulaContext): readonly Proposal[] {
  const { path, scope, wanted, calls } = at;
  const [first, ...steps] = path;
  if (first === undefined) return [];
  if (world.libraryNames.has(first) && !world.datasetDefs.has(first)) return madeProposals(graph, first);
  const own = scope.kind === 'row' ? world.joins.step(scope.base, first) : null;
  let dataset = own !== null && own !== 'several' && own.role === first ? own.to : first;
  for (const name of steps) {
    const step = world.joins.step(dataset, name);
    if (step === null || step === 'several') return [];
    dataset = step.to;
  }
  const fits =
    wanted === 'aggregated'
      ? fitsAggregate(graph, calls.at(-1)?.name ?? '')
      : wanted === 'time field'
        ? ({ type }: Field) => isTemporal(type.value)
        : any;
  return fieldsOf(graph, dataset, fits, 0);
}

/** The declared values of what a value is compared with. */
function valuesOf(graph: Graph, world: World, at: FormulaContext, quoted: boolean): readonly Proposal[] {
  if (at.comparedWith === null) return [];
  return valuesAt(graph, world, at.comparedWith, at.scope.kind === 'row' ? at.scope.base : null).map((value, i) => ({
    label: value,
    kind: 'value',
    rank: i,
    detail: 'a declared value',
    // In quotes already, only the text is missing; the closing quote comes with it where there is none.
    insert: quoted ? value.replaceAll("'", "''") : `'${value.replaceAll("'", "''")}'`,
  }));
}

/** The values that a field or a dimension declares; `base` is the dataset of the rows at hand. */
export function valuesAt(graph: Graph, world: World, path: readonly string[], base: string | null): readonly string[] {
  const name = nameExprOf({ text: path.join('.'), span: { file: '', start: 0, end: 0 } });
  const last = (base === null ? memberUses(name, world) : rowUses(name, base, world)).at(-1)?.means;
  if (last?.kind !== 'symbol') return [];
  const { kind, name: found, dataset } = last.symbol;
  if (kind === 'field') return graph.datasets.get(dataset ?? '')?.fields.get(found)?.values ?? [];
  if (kind !== 'dimension') return [];
  const fields = graph.dimensions.get(found)?.fields ?? [];
  return [...new Set(fields.flatMap((one) => graph.datasets.get(one.dataset)?.fields.get(one.field)?.values ?? []))];
}

// What a name means where it stands. The same rules as the checker's (types/infer-name.ts), without its refusals: a name that is
// wrong in its place is still found, so that an editor can lead to it.
import type { NameExpr, NamePart } from '../expression/tree.js';
import { findLevel } from '../types/read-calendar.js';
import type { World } from '../types/scope.js';
import { symbol, type Symbol } from './symbol.js';
import type { NameUse } from './name-use.js';

/** What names may mean: fields of a dataset's rows first, or what is known without rows. */
export type NameScope =
  { readonly kind: 'row'; readonly base: string } | { readonly kind: 'metric' | 'condition' | 'group' | 'constant' };

export function usesOfName(name: NameExpr, scope: NameScope, world: World): readonly NameUse[] {
  switch (scope.kind) {
    case 'row':
      return rowUses(name, scope.base, world);
    case 'condition':
      return memberUses(name, world);
    case 'group':
    case 'metric':
    case 'constant':
      return resultName(name, world, scope.kind === 'group');
  }
}

export function textOf({ parts }: NameExpr): string {
  return parts.map(({ text }) => text).join('.');
}

function one({ range }: Pick<NameExpr, 'range'>, found: Symbol | null): readonly NameUse[] {
  return [{ range, means: found === null ? { kind: 'nothing' } : { kind: 'symbol', symbol: found } }];
}

/** What a library makes is named by its use and by what it is called there: `marketing.cpl`. */
function named(name: NameExpr, found: Symbol, world: World): readonly NameUse[] {
  const [first, second] = name.parts;
  if (first === undefined || second === undefined || !world.libraryNames.has(first.text)) return one(name, found);
  return [
    ...one(first, symbol('library', first.text)),
    ...one({ range: { start: second.range.start, end: name.range.end } }, found),
  ];
}

function resultName(name: NameExpr, world: World, members: boolean): readonly NameUse[] {
  const text = textOf(name);
  const [first, second] = name.parts;
  const ofDataset = first !== undefined && second !== undefined && world.datasetDefs.has(first.text);
  if (!ofDataset) {
    if (world.metricNames.has(text)) return named(name, symbol('metric', text), world);
    if (world.parameters.has(text)) return named(name, symbol('parameter', text), world);
    const library = first !== undefined && second !== undefined && world.libraryNames.has(first.text);
    if (library) return one(first, symbol('library', first.text));
  }
  if (members || ofDataset || world.dimensions.has(text)) return memberUses(name, world);
  if (world.datasetDefs.has(text)) return one(name, symbol('dataset', text));
  return one(name, world.kpiNames.has(text) ? symbol('kpi', text) : null);
}

/** A dimension, or a field by its dataset. */
export function memberUses(name: NameExpr, world: World): readonly NameUse[] {
  const [first, second] = name.parts;
  if (first === undefined) return [];
  if (second !== undefined && world.libraryNames.has(first.text)) return resultName(name, world, false);
  if (second !== undefined) return pathUses(name, world);
  if (world.dimensions.has(first.text)) return one(name, symbol('dimension', first.text));
  if (world.parameters.has(first.text)) return one(name, symbol('parameter', first.text));
  if (world.metricNames.has(first.text)) return one(name, symbol('metric', first.text));
  return one(name, world.datasetDefs.has(first.text) ? symbol('dataset', first.text) : null);
}

/** `orders.channel`, `orders.billing.region`. */
export function pathUses(name: NameExpr, world: World): readonly NameUse[] {
  const [first, ...rest] = name.parts;
  if (first === undefined) return [];
  const known = world.datasetDefs.has(first.text);
  const start = one(first, known ? symbol('dataset', first.text) : null);
  return known ? [...start, ...steps(rest, first.text, world)] : [...start, ...unknown(rest)];
}

export function rowUses(name: NameExpr, base: string, world: World): readonly NameUse[] {
  const [first, ...rest] = name.parts;
  if (first === undefined) return [];
  if (rest.length > 0 && world.libraryNames.has(first.text)) return resultName(name, world, false);
  if (rest.length === 0) {
    if (world.field(base, first.text) !== null) return one(name, symbol('field', first.text, base));
    if (world.parameters.has(first.text)) return one(name, symbol('parameter', first.text));
    return memberUses(name, world);
  }
  // A role or a reference of the row's own dataset comes before the name of any dataset.
  const step = world.joins.step(base, first.text);
  if (step !== null && step !== 'several' && (step.role === first.text || !world.datasetDefs.has(first.text)))
    return steps(name.parts, base, world);
  return pathUses(name, world);
}

/** The parts of a path from the rows of a dataset on: roles and datasets, the last one a field. */
function steps(parts: readonly NamePart[], start: string, world: World): readonly NameUse[] {
  const found: NameUse[] = [];
  let at = start;
  for (const [i, part] of parts.entries()) {
    if (i === parts.length - 1) {
      const field = world.field(at, part.text) === null ? null : symbol('field', part.text, at);
      return [...found, ...one(part, field)];
    }
    const step = world.joins.step(at, part.text);
    if (step === null || step === 'several') return [...found, ...unknown(parts.slice(i))];
    found.push(...one(part, step.role === part.text ? symbol('role', part.text, at) : symbol('dataset', step.to)));
    at = step.to;
  }
  return found;
}

function unknown(parts: readonly NamePart[]): readonly NameUse[] {
  return parts.flatMap((part) => one(part, null));
}

/** A level of the calendar: one of its words, or a field of a calendar dataset. */
export function levelUses(name: NameExpr, world: World): readonly NameUse[] {
  const level = findLevel(textOf(name), world);
  if (level === null) return one(name, null);
  if (typeof level === 'string') return [{ range: name.range, means: { kind: 'level' } }];
  const field = symbol('field', level.field, level.dataset);
  const [first, second] = name.parts;
  if (first === undefined || second === undefined) return one(name, field);
  return [...one(first, symbol('dataset', level.dataset)), ...one(second, field)];
}

/** A key of `per`: a dimension, a level, or a field by its dataset. */
export function groupKeyUses(name: NameExpr, world: World): readonly NameUse[] {
  const text = textOf(name);
  if (world.dimensions.has(text) || findLevel(text, world) === null) return memberUses(name, world);
  return levelUses(name, world);
}

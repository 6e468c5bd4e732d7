// The order in which fields are typed: each formula after the fields it names, so that long chains need no deep recursion.
import type { CallExpr, Expr, NamePart } from '../expression/tree.js';
import { childrenOf } from '../expression/walk.js';
import { findFunction } from '../functions/registry.js';
import { dependencyOrder, type DependencyOrder } from '../names/dependency-order.js';
import type { DatasetDef, FieldDef } from '../shape/definitions.js';
import { baseOf, takeApart } from './aggregate-base.js';
import type { FormulaReader } from './formula-reader.js';
import type { JoinPaths } from './join-paths.js';

export interface FieldPlaces {
  readonly datasetDefs: ReadonlyMap<string, DatasetDef>;
  readonly joins: JoinPaths;
}

/** A field in a set: a name never holds this character. */
export function fieldId(dataset: string, field: string): string {
  return `${dataset}\u0000${field}`;
}

/** Ids of fields that need others: formulas, and amounts whose currency another field says. */
export function fieldOrder(places: FieldPlaces, reader: FormulaReader): DependencyOrder {
  const needs = new Map<string, readonly string[]>();
  for (const { name, fields } of places.datasetDefs.values()) {
    for (const field of fields) {
      const found = needsOf(field, name.text, places, reader);
      if (found.length > 0) needs.set(fieldId(name.text, field.name.text), found);
    }
  }
  return dependencyOrder(needs);
}

function needsOf(field: FieldDef, dataset: string, places: FieldPlaces, reader: FormulaReader): readonly string[] {
  if (field.formula === null) return field.currency === null ? [] : [fieldId(dataset, field.currency.text)];
  const found = new Set<string>();
  collect(reader.parse(field.formula), dataset, places, (id) => found.add(id));
  return [...found];
}

function collect(expr: Expr, base: string, places: FieldPlaces, found: (id: string) => void): void {
  if (expr.kind === 'name') {
    const id = fieldNamed(expr.parts, base, places);
    if (id !== null) found(id);
    return;
  }
  if (expr.kind !== 'call') for (const child of childrenOf(expr)) collect(child, base, places, found);
  else for (const child of rowArguments(expr)) collect(child, childOf(expr, places) ?? base, places, found);
}

/** The arguments that are values of a row: levels, currencies and KPIs are named like fields and are none. */
function rowArguments({ name, args, clauses }: CallExpr): readonly Expr[] {
  const spec = findFunction(name);
  if (spec?.kind === 'scalar') return args.filter((_, i) => i !== spec.levelArgument && i !== spec.spanArgument);
  if (spec?.kind === 'aggregate' || name === 'if') return args;
  if (name !== 'convert') return [];
  return [...args, ...clauses.flatMap((clause) => (clause.word === 'at' ? [clause.value] : []))];
}

/** The dataset that an aggregate in a field's formula ranges over. */
function childOf(expr: CallExpr, places: FieldPlaces): string | null {
  const [value] = expr.args;
  if (value === undefined || findFunction(expr.name)?.kind !== 'aggregate') return null;
  const parts = takeApart(value);
  const [only, ...more] = parts.value.kind === 'name' ? parts.value.parts : [];
  if (only !== undefined && more.length === 0 && places.datasetDefs.has(only.text)) return only.text;
  const base = baseOf(parts, places);
  return base.kind === 'one' ? base.dataset : null;
}

/** The field that a name means in a row of `base`, as infer-name.ts has it; null where it means none. */
function fieldNamed(parts: readonly NamePart[], base: string, { datasetDefs, joins }: FieldPlaces): string | null {
  const [first, ...rest] = parts;
  const last = rest.at(-1);
  if (first === undefined) return null;
  if (last === undefined) return fieldId(base, first.text);
  const step = joins.step(base, first.text);
  let at = first.text;
  if (step !== null && step !== 'several' && (step.role === first.text || !datasetDefs.has(first.text))) at = step.to;
  else if (!datasetDefs.has(first.text)) return null;
  for (const part of rest.slice(0, -1)) {
    const next = joins.step(at, part.text);
    if (next === null || next === 'several') return null;
    at = next.to;
  }
  return fieldId(at, last.text);
}

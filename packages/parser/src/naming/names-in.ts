// Every name in a formula, with what it means where it stands. The places of names follow from the syntax alone: what stands in an
// aggregate sees rows, what stands behind `per` is a key, and so on, as in the checker's types/infer-*.ts.
import type { CallExpr, Expr, NameExpr, NumberExpr, PerExpr } from '../expression/tree.js';
import { childrenOf } from '../expression/walk.js';
import { findFunction } from '../functions/registry.js';
import { baseOf, takeApart } from '../types/aggregate-base.js';
import { clockLevel } from '../types/calendar-level.js';
import { findLevel } from '../types/read-calendar.js';
import { readUnit } from '../types/read-unit.js';
import type { World } from '../types/scope.js';
import { symbol } from './symbol.js';
import type { NameUse } from './name-use.js';
import {
  pathUses,
  groupKeyUses,
  levelUses,
  memberUses,
  usesOfName,
  rowUses,
  textOf,
  type NameScope,
} from './resolve-name.js';

/** In the order of the text. */
export function namesIn(root: Expr, scope: NameScope, world: World): readonly NameUse[] {
  const found: NameUse[] = [];
  visit(root, scope, { world, found });
  return found.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

interface Visit {
  readonly world: World;
  readonly found: NameUse[];
}

function visit(expr: Expr, scope: NameScope, at: Visit): void {
  const { world, found } = at;
  switch (expr.kind) {
    case 'name':
      found.push(...usesOfName(expr, scope, world));
      return;
    case 'number':
      found.push(...unitWords(expr, world));
      return;
    case 'call':
      visitCall(expr, scope, at);
      return;
    case 'where':
      if (expr.of.kind === 'per') {
        visitPer(expr.of, scope, at);
        visit(expr.condition, { kind: 'group' }, at);
      } else {
        visit(expr.of, scope, at);
        visit(expr.condition, scope.kind === 'row' ? scope : { kind: 'condition' }, at);
      }
      return;
    case 'dated':
      visit(expr.of, scope, at);
      found.push(...(scope.kind === 'row' ? rowUses(expr.field, scope.base, world) : pathUses(expr.field, world)));
      return;
    case 'across':
      visit(expr.of, scope, at);
      for (const key of expr.keys) found.push(...acrossKey(key, world));
      return;
    case 'per':
      visitPer(expr, scope, at);
      return;
    default:
      for (const child of childrenOf(expr)) visit(child, scope, at);
  }
}

function visitPer({ of, keys }: PerExpr, scope: NameScope, at: Visit): void {
  if (of !== null) visit(of, scope.kind === 'row' ? { kind: 'metric' } : scope, at);
  for (const key of keys) at.found.push(...groupKeyUses(key, at.world));
}

function acrossKey(key: NameExpr, world: World): readonly NameUse[] {
  const [only, more] = key.parts;
  const isWord =
    only !== undefined &&
    more === undefined &&
    !only.quoted &&
    /^(?:all|time)$/i.test(only.text) &&
    !world.dimensions.has(only.text);
  return isWord ? [{ range: key.range, means: { kind: 'word' } }] : memberUses(key, world);
}

function visitCall(call: CallExpr, scope: NameScope, at: Visit): void {
  const { world, found } = at;
  const spec = findFunction(call.name);
  const [first, second, ...rest] = call.args;
  const clauses = (each: (value: Expr, word: string) => void): void => {
    for (const { value, word } of call.clauses) each(value, word);
  };
  if (spec?.kind === 'aggregate') {
    if (first !== undefined) visitAggregated(first, call, scope, at);
    for (const more of [second, ...rest]) if (more !== undefined) visit(more, { kind: 'constant' }, at);
    return;
  }
  switch (call.name) {
    case 'to_date':
    case 'whole':
      if (first !== undefined) visit(first, scope, at);
      if (second !== undefined) visitLevel(second, scope, at);
      return;
    case 'date_trunc':
    case 'date_diff':
      if (first !== undefined) visitLevel(first, scope, at, spec?.kind === 'scalar' && spec.clockLevels === true);
      for (const more of [second, ...rest]) if (more !== undefined) visit(more, scope, at);
      return;
    case 'share':
      if (first !== undefined) visit(first, scope, at);
      for (const key of [second, ...rest]) if (key?.kind === 'name') found.push(...acrossKey(key, world));
      return;
    case 'target':
      if (first?.kind === 'name') {
        const name = textOf(first);
        found.push({
          range: first.range,
          means: world.kpiNames.has(name) ? { kind: 'symbol', symbol: symbol('kpi', name) } : { kind: 'nothing' },
        });
      }
      return;
    case 'opening':
    case 'closing':
      if (first !== undefined) visit(first, scope, at);
      clauses((value) => (value.kind === 'name' ? found.push(...memberUses(value, world)) : visit(value, scope, at)));
      return;
    case 'convert':
      if (first !== undefined) visit(first, scope, at);
      clauses((value, word) => {
        if (word === 'to' && value.kind === 'name')
          found.push({ range: value.range, means: { kind: 'unit', word: textOf(value) } });
        else visit(value, scope, at);
      });
      return;
    case 'conversion':
    case 'conversions':
    case 'retention':
      visitSteps(call, at);
      return;
    case 'top_share':
      if (first?.kind === 'per') visitPer(first, { kind: 'metric' }, at);
      else if (first !== undefined) visit(first, scope, at);
      if (second !== undefined) visit(second, { kind: 'constant' }, at);
      clauses((value) => (value.kind === 'name' ? found.push(...datasetName(value, world)) : visit(value, scope, at)));
      return;
    default:
      for (const child of childrenOf(call)) visit(child, scope, at);
  }
}

/** What an aggregate is of: the rows of one dataset, or the values of groups. */
function visitAggregated(value: Expr, call: CallExpr, scope: NameScope, at: Visit): void {
  const { world, found } = at;
  if (value.kind === 'per' || (value.kind === 'where' && value.of.kind === 'per')) {
    visit(value, scope.kind === 'row' ? { kind: 'metric' } : scope, at);
    return;
  }
  const parts = takeApart(value);
  const rows = parts.value.kind === 'name' && parts.value.parts.length === 1 ? parts.value : null;
  const isRows = rows !== null && !call.distinct && world.datasetDefs.has(textOf(rows));
  const base = isRows ? textOf(rows) : baseIn(parts, world);
  if (isRows) found.push(...datasetName(rows, world));
  else visit(parts.value, base === null ? { kind: 'condition' } : { kind: 'row', base }, at);
  const inside: NameScope = base === null ? { kind: 'condition' } : { kind: 'row', base };
  for (const condition of parts.conditions) visit(condition, inside, at);
  for (const time of parts.dated) found.push(...(base === null ? pathUses(time, world) : rowUses(time, base, world)));
}

export function baseIn(parts: ReturnType<typeof takeApart>, world: World): string | null {
  const base = baseOf(parts, world);
  switch (base.kind) {
    case 'one':
      return base.dataset;
    case 'none':
      return null;
    case 'apart':
      return base.from;
    case 'several':
      return base.datasets[0] ?? null;
  }
}

/** `conversion(leads where p to orders by customer_id within 7 days)`: the field is one of both datasets. */
function visitSteps(call: CallExpr, at: Visit): void {
  const { world, found } = at;
  const datasets: string[] = [];
  const step = (value: Expr): void => {
    const [of, condition] = value.kind === 'where' ? [value.of, value.condition] : [value, null];
    if (of.kind !== 'name') return visit(value, { kind: 'condition' }, at);
    found.push(...datasetName(of, world));
    const base = textOf(of);
    if (world.datasetDefs.has(base)) datasets.push(base);
    if (condition !== null)
      visit(condition, datasets.includes(base) ? { kind: 'row', base } : { kind: 'condition' }, at);
  };
  for (const arg of call.args) step(arg);
  for (const { word, value } of call.clauses) {
    if (word === 'to') step(value);
    else if (word === 'by' && value.kind === 'name')
      for (const base of new Set(datasets)) found.push(...rowUses(value, base, world));
    else visit(value, { kind: 'constant' }, at);
  }
}

function datasetName(name: NameExpr, world: World): readonly NameUse[] {
  const text = textOf(name);
  const means: NameUse['means'] = world.datasetDefs.has(text)
    ? { kind: 'symbol', symbol: symbol('dataset', text) }
    : { kind: 'nothing' };
  return [{ range: name.range, means }];
}

function visitLevel(expr: Expr, scope: NameScope, at: Visit, clocks = false): void {
  if (expr.kind === 'name' && clocks && isClockLevel(expr, at.world))
    at.found.push({ range: expr.range, means: { kind: 'level' } });
  else if (expr.kind === 'name') at.found.push(...levelUses(expr, at.world));
  else visit(expr, scope, at);
}

function isClockLevel(expr: NameExpr, world: World): boolean {
  return clockLevel(textOf(expr)) !== null && findLevel(textOf(expr), world) === null;
}

function unitWords({ unit }: NumberExpr, world: World): readonly NameUse[] {
  return unit === null ? [] : unitNames(unit.text, unit.range.start, world);
}

/** The words of a unit: counted things of the project by their names, levels of the calendar, money and lengths of time. */
export function unitNames(text: string, start: number, world: World): readonly NameUse[] {
  if (world.countedThings.has(text))
    return [{ range: { start, end: start + text.length }, means: { kind: 'symbol', symbol: symbol('thing', text) } }];
  return [...text.matchAll(/[\p{L}_][\p{L}\p{N}\p{M}_]*/gu)].map((match): NameUse => {
    const [word] = match;
    const range = { start: start + match.index, end: start + match.index + word.length };
    const [level] = levelUses({ kind: 'name', parts: [{ text: word, quoted: false, range }], range }, world);
    if (level?.means.kind === 'symbol') return level;
    const read = readUnit(word, world.countedThings);
    const [factor] = read.kind === 'unit' ? read.unit : [];
    if (factor?.kind === 'counted') return { range, means: { kind: 'symbol', symbol: symbol('thing', factor.base) } };
    // A month has no fixed length: it is a level, and no unit.
    return read.kind !== 'unit' && level?.means.kind === 'level' ? level : { range, means: { kind: 'unit', word } };
  });
}

// Calendar levels and lengths as they stand in a formula.
import type { Expr } from '../expression/tree.js';
import { datasetNotSaid } from '../names/errors.js';
import type { Range } from '../source/source-file.js';
import { argumentType } from './errors.js';
import { unknownLevel } from './join-errors.js';
import { CLOCK_LEVELS, clockLevel, PLAIN_LEVELS, plainLevel } from './calendar-level.js';
import { isUnknown, numberText } from './make-typed.js';
import type { Scope, World } from './scope.js';
import type { CalendarLevel, CalendarSpan, ClockLevel } from './typed.js';

/** A level by its word: a plain one, or a level of a calendar dataset by field name or `dataset.field`. Null: no level. */
export function findLevel(word: string, world: World): CalendarLevel | null {
  const [level, second] = levelsCalled(word, world);
  return level === undefined || second !== undefined ? null : level;
}

/** Several: two calendars have a level of this name. */
function levelsCalled(word: string, world: World): readonly CalendarLevel[] {
  const plain = plainLevel(word);
  if (plain !== null) return [plain];
  const found: CalendarLevel[] = [];
  for (const { name, calendar } of world.datasetDefs.values()) {
    for (const { text } of calendar?.levels ?? []) {
      const own = word.startsWith(`${name.text}.`) ? word.slice(name.text.length + 1) : word;
      if (own === text || own === `${text}s`) found.push({ dataset: name.text, field: text });
    }
  }
  return found;
}

/** True, and reported, where a word names levels of two calendars. */
export function severalLevels(word: string, range: Range, scope: Scope): boolean {
  const levels = levelsCalled(word, scope.world);
  if (levels.length < 2) return false;
  const owners = levels.flatMap((level) => (typeof level === 'string' ? [] : [level.dataset]));
  scope.report(datasetNotSaid(word, scope.at(range), owners, 'more than one calendar has a level of this name'));
  return true;
}

export function levelWords(world: World): readonly string[] {
  return [
    ...PLAIN_LEVELS,
    ...[...world.datasetDefs.values()].flatMap((dataset) =>
      (dataset.calendar?.levels ?? []).flatMap((level) => [level.text, `${dataset.name.text}.${level.text}`]),
    ),
  ];
}

/** Reads a level argument; reports and returns null where it is none. */
export function readLevel(
  expr: Expr | undefined,
  fn: string,
  scope: Scope,
  others: readonly string[] = [],
): CalendarLevel | null {
  if (expr?.kind !== 'name') {
    if (expr === undefined || expr.kind === 'broken') return null;
    const [found, help] =
      expr.kind === 'text' ? ['a text', 'write the bare word, without quotes'] : ['something else', undefined];
    scope.report(argumentType(fn, 'a calendar level such as `month`', found, scope.at(expr.range), help));
    return null;
  }
  const word = expr.parts.map((part) => part.text).join('.');
  const level = findLevel(word, scope.world);
  if (level === null && !severalLevels(word, expr.range, scope))
    scope.report(unknownLevel(word, scope.at(expr.range), [...levelWords(scope.world), ...others]));
  return level;
}

/** Reads a level argument that may be a minute or a second as well. */
export function readLevelOrClock(expr: Expr | undefined, fn: string, scope: Scope): CalendarLevel | ClockLevel | null {
  const word = expr?.kind === 'name' && expr.parts.length === 1 ? (expr.parts[0]?.text ?? '') : '';
  const clock = findLevel(word, scope.world) === null ? clockLevel(word) : null;
  return clock ?? readLevel(expr, fn, scope, CLOCK_LEVELS);
}

/** Reads a length such as `28 days` or `1 year`, or a parameter that is one; reports and returns null where it is none. */
export function readSpan(expr: Expr | undefined, fn: string, scope: Scope): CalendarSpan | null {
  if (expr === undefined || expr.kind === 'broken') return null;
  if (expr.kind === 'name') {
    const name = expr.parts.map((part) => part.text).join('.');
    if (meansParameter(name, scope)) return spanOfParameter(name, expr.range, fn, scope);
  }
  if (expr.kind !== 'number' || expr.unit === null || expr.percent) {
    scope.report(argumentType(fn, 'a length such as `28 days` or `1 year`', 'something else', scope.at(expr.range)));
    return null;
  }
  if (!/^\d{1,6}$/.test(expr.text) || /^0+$/.test(expr.text)) {
    scope.report(
      argumentType(
        fn,
        'a whole, positive number of days, months or the like',
        `\`${expr.text}\``,
        scope.at(expr.range),
      ),
    );
    return null;
  }
  const level = findLevel(expr.unit.text, scope.world);
  if (level === null) {
    if (!severalLevels(expr.unit.text, expr.unit.range, scope))
      scope.report(unknownLevel(expr.unit.text, scope.at(expr.unit.range), levelWords(scope.world)));
    return null;
  }
  return { amount: parseInt(expr.text, 10), level };
}

/** A field of the row, or a dimension, has the name before any parameter. */
function meansParameter(name: string, { world, position }: Scope): boolean {
  if (position.kind === 'row' && world.field(position.base, name) !== null) return false;
  if (position.kind === 'condition' && world.dimensions.has(name)) return false;
  return world.parameters.has(name);
}

/** The length that a parameter has by default: a window is what it is before any question. */
function spanOfParameter(name: string, range: Range, fn: string, scope: Scope): CalendarSpan | null {
  const { world } = scope;
  let value = world.parameterValue(name);
  // What needs itself has an unknown type.
  for (let steps = world.parameters.size; value?.kind === 'parameter' && steps > 0; steps--)
    value = world.parameterValue(value.parameter);
  if (value === null || isUnknown(value)) return null;
  const [factor, more] = value.type.unit;
  const level = factor?.kind === 'time' && factor.power === 1 && more === undefined ? plainLevel(factor.base) : null;
  const text = numberText(value);
  if (level !== null && text !== null && /^\d{1,6}$/.test(text) && !/^0+$/.test(text))
    return { amount: parseInt(text, 10), level, parameter: name };
  scope.report(
    argumentType(
      fn,
      'a length such as `28 days`',
      `the parameter \`${name}\``,
      scope.at(range),
      `give it a whole number of hours, days or weeks: \`${name}: 28 days\``,
    ),
  );
  return null;
}

// What rows and results share: constants, scalar functions, choices. The parts are evaluated by whoever calls.
import type { CallTyped, CaseTyped, ConstTyped, ConstValue, NullTyped, ParameterTyped, Typed } from '@sextant/parser';
import type { CalendarSettings } from '../calendar/calendar-settings.js';
import { isNameableDay } from '../calendar/time-text.js';
import { constantValue } from '../value/constant-value.js';
import { scalarFunctions } from '../value/functions/scalar-functions.js';
import { NULL, dateValue, integerValue, noValue, type Value } from '../value/value.js';
import type { DatasetLevel, Levels } from '../levels/levels.js';
import { dayMeant } from './time.js';
import type { Watcher } from './watcher.js';

export type ScalarTyped = ConstTyped | NullTyped | ParameterTyped | CallTyped | CaseTyped;

export interface ScalarWorld {
  readonly calendar: CalendarSettings;
  /** Null outside any question. */
  readonly asOfDay: number | null;
  readonly parameters: ReadonlyMap<string, ConstValue>;
  readonly levels: Levels;
  readonly watcher: Watcher | null;
}

export function scalarValue(typed: ScalarTyped, evaluate: (part: Typed) => Value, world: ScalarWorld): Value {
  switch (typed.kind) {
    case 'const':
      return constantValue(typed.value);
    case 'null':
      return NULL;
    case 'parameter': {
      const value = world.parameters.get(typed.parameter);
      return value === undefined ? NULL : constantValue(value);
    }
    case 'call':
      return callValue(typed, typed.args.map(evaluate), world);
    case 'case': {
      for (const [i, branch] of typed.branches.entries()) {
        const when = evaluate(branch.when);
        if (when.kind !== 'boolean' || !when.value) continue;
        world.watcher?.branch(typed, i);
        return evaluate(branch.then);
      }
      world.watcher?.branch(typed, -1);
      return typed.otherwise === null ? NULL : evaluate(typed.otherwise);
    }
  }
}

function callValue(typed: CallTyped, args: readonly Value[], world: ScalarWorld): Value {
  const level = typed.level ?? typed.span?.level;
  if (level !== undefined && typeof level !== 'string') return ofDatasetLevel(typed, level, args, world);
  return scalarFunctions[typed.fn](args, {
    calendar: world.calendar,
    ...(world.asOfDay === null ? {} : { asOfDay: world.asOfDay }),
    level: typed.level,
    span: typed.span,
    type: typed.type.value,
  });
}

/** date_trunc, date_diff and date_add by a level of a calendar dataset: the level's own rows decide. */
function ofDatasetLevel(typed: CallTyped, level: DatasetLevel, args: readonly Value[], world: ScalarWorld): Value {
  const missing = args.find((arg) => arg.kind === 'none');
  if (missing !== undefined) return missing;
  const { levels, calendar } = world;
  const [first, second] = args.map((arg) => dayMeant(arg, calendar.timezone));
  const day = (found: number | null): Value => {
    if (found === null) return noValue('no_bucket');
    return isNameableDay(found) ? dateValue(found) : noValue('out_of_range');
  };
  if (first === undefined || first === null) throw new Error('internal: a date was expected');
  switch (typed.fn) {
    case 'date_trunc':
      return day(levels.firstDay(level, first));
    case 'date_add':
      return day(levels.moveDay(level, first, typed.span?.amount ?? 0));
    case 'date_diff': {
      const from = levels.indexOf(level, first);
      const to = second === undefined || second === null ? null : levels.indexOf(level, second);
      return from === null || to === null ? noValue('no_bucket') : integerValue(to - from);
    }
    default:
      throw new Error(`internal: ${typed.fn} has no calendar level`);
  }
}

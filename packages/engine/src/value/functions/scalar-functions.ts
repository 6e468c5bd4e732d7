// Every scalar function and operator of the typed tree by its name: what the in-memory evaluator calls.
import type { ScalarFunction } from '@sextant/parser';
import { dateValue } from '../value.js';
import {
  absNumber,
  addNumbers,
  approx,
  divideNumbers,
  growth,
  modNumbers,
  multiplyNumbers,
  negateNumber,
  subtractNumbers,
} from './arithmetic.js';
import { cast } from './cast.js';
import { coalesce, nullif } from './choice.js';
import {
  between,
  equal,
  greater,
  greaterEqual,
  greatest,
  inList,
  least,
  less,
  lessEqual,
  notEqual,
} from './comparison.js';
import { dateAdd, dateDiff, dateTrunc, elapsed } from './date-arithmetic.js';
import { day, dayOfWeek, hour, month, quarter, week, year } from './date-parts.js';
import { and, isNull, not, or } from './logic.js';
import { expNumber, lnNumber, powerNumber, sqrtNumber } from './roots.js';
import { ceilNumber, floorNumber, round } from './rounding.js';
import { fault, type ScalarImplementation } from './scalar-context.js';
import { concat, contains, length, like, lower, startsWith, substring, trim, upper } from './text.js';

export const scalarFunctions: Readonly<Record<ScalarFunction, ScalarImplementation>> = {
  add: addNumbers,
  subtract: subtractNumbers,
  multiply: multiplyNumbers,
  divide: divideNumbers,
  negate: negateNumber,
  mod: modNumbers,
  power: powerNumber,
  equal,
  not_equal: notEqual,
  less,
  less_equal: lessEqual,
  greater,
  greater_equal: greaterEqual,
  and,
  or,
  not,
  is_null: isNull,
  in: inList,
  between,
  like,
  coalesce,
  nullif,
  least,
  greatest,
  abs: absNumber,
  round,
  floor: floorNumber,
  ceil: ceilNumber,
  sqrt: sqrtNumber,
  exp: expNumber,
  ln: lnNumber,
  lower,
  upper,
  trim,
  substring,
  concat,
  length,
  starts_with: startsWith,
  contains,
  year,
  quarter,
  month,
  week,
  day,
  day_of_week: dayOfWeek,
  hour,
  date_trunc: dateTrunc,
  date_diff: dateDiff,
  elapsed,
  date_add: dateAdd,
  as_of: (_, { asOfDay }) => (asOfDay === undefined ? fault('there is no question') : dateValue(asOfDay)),
  cast,
  approx,
  growth,
};

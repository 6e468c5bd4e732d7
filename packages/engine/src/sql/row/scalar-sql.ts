// Every scalar function of the typed tree by its name, as SQL; value/functions/scalar-functions.ts is the same table in memory.
import type { ScalarFunction } from '@sextant/parser';
import { lastDayBefore } from '../../calendar/window.js';
import { dateLiteral } from '../dialect-duckdb.js';
import {
  absSql,
  addSql,
  approxSql,
  ceilSql,
  divideSql,
  expSql,
  floorSql,
  growthSql,
  lnSql,
  modSql,
  multiplySql,
  negateSql,
  powerSql,
  roundSql,
  sqrtSql,
  subtractSql,
} from './arithmetic.js';
import { castSql } from './cast.js';
import { coalesceSql, nullifSql } from './choice.js';
import { betweenSql, comparisonSql, greatestSql, inSql, leastSql } from './comparison.js';
import { dateAddSql, dateDiffSql, dateTruncSql, elapsedSql } from './date-arithmetic.js';
import { dayOfWeekSql, daySql, hourSql, monthSql, quarterSql, weekSql, yearSql } from './date-parts.js';
import type { SqlFunction } from './functions.js';
import { andSql, isNullSql, notSql, orSql } from './logic.js';
import { plain } from './row-sql.js';
import {
  concatSql,
  containsSql,
  lengthSql,
  likeSql,
  lowerSql,
  startsWithSql,
  substringSql,
  trimSql,
  upperSql,
} from './texts.js';

export const scalarSql: Readonly<Record<ScalarFunction, SqlFunction>> = {
  add: addSql,
  subtract: subtractSql,
  multiply: multiplySql,
  divide: divideSql,
  negate: negateSql,
  mod: modSql,
  power: powerSql,
  equal: comparisonSql('equal'),
  not_equal: comparisonSql('not_equal'),
  less: comparisonSql('less'),
  less_equal: comparisonSql('less_equal'),
  greater: comparisonSql('greater'),
  greater_equal: comparisonSql('greater_equal'),
  and: andSql,
  or: orSql,
  not: notSql,
  is_null: isNullSql,
  in: inSql,
  between: betweenSql,
  like: likeSql,
  coalesce: coalesceSql,
  nullif: nullifSql,
  least: leastSql,
  greatest: greatestSql,
  abs: absSql,
  round: roundSql,
  floor: floorSql,
  ceil: ceilSql,
  sqrt: sqrtSql,
  exp: expSql,
  ln: lnSql,
  lower: lowerSql,
  upper: upperSql,
  trim: trimSql,
  substring: substringSql,
  concat: concatSql,
  length: lengthSql,
  starts_with: startsWithSql,
  contains: containsSql,
  year: yearSql,
  quarter: quarterSql,
  month: monthSql,
  week: weekSql,
  day: daySql,
  day_of_week: dayOfWeekSql,
  hour: hourSql,
  date_trunc: dateTruncSql,
  date_diff: dateDiffSql,
  elapsed: elapsedSql,
  date_add: dateAddSql,
  as_of: (_args, _call, { asOf }) => plain('date', dateLiteral(lastDayBefore(asOf))),
  cast: castSql,
  approx: approxSql,
  growth: growthSql,
};

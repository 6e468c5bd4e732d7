// Money in another currency: each row's amount times the last rate on or before its date, joined as such.
import type { ConvertTyped, Dataset, FieldTyped } from '@sextant/parser';
import { quoteText } from '../dialect-duckdb.js';
import { refuse, type SqlWorld } from '../sql-world.js';
import { compileRow, fieldSql } from './compile-row.js';
import { literal, withSql } from './fixed.js';
import { referenceJoins } from './join-reference.js';
import { doubleOf, numberOf } from './functions.js';
import { knownRows } from './known-rows.js';
import { alignNumbers, multiplyNumbers } from './numbers.js';
import { envOf, type RowContext } from './row-context.js';
import { makeRowPaths, type RowPaths } from './row-paths.js';
import { allOf, exact, float, isMissing, soleSql, type Fault, type RowSql } from './row-sql.js';
import { daySql, timeArgument, type TimeSql } from './times.js';

export function convertSql(typed: ConvertTyped, context: RowContext): RowSql {
  const amount = compileRow(typed.of, context);
  if (amount.kind === 'null') return amount;
  if (typed.from.kind === 'fixed' && typed.from.code === typed.to) return amount;
  const code = typed.from.kind === 'fixed' ? quoteText(typed.from.code) : textOf(compileRow(typed.from.field, context));
  const at = compileRow(typed.at, context);
  if (at.kind === 'null') return refuse('a conversion at no date');
  const time = timeArgument(at);
  const rates = ratesOf(typed.to, context);
  const fixedCode = typed.from.kind === 'fixed' ? code : null;
  const joined = joinRates(rates, { code, fixedCode, time, fixedTime: typed.at.type.level === 'constant' }, context);
  const same = typed.from.kind === 'fixed' ? null : `${code} = ${quoteText(typed.to)}`;
  const value = product(amount, rates.rate, joined, same);
  return { ...value, faults: [...amount.faults, ...missing(typed, amount, at, joined, same)] };
}

interface Rates {
  readonly paths: RowPaths;
  readonly dataset: Dataset;
  readonly from: string;
  readonly at: TimeSql;
  readonly rate: RowSql;
  /** What the rates to the currency satisfy. */
  readonly where: readonly string[];
}

function ratesOf(to: string, context: RowContext): Rates {
  const { world, asOf } = context;
  const def = world.graph.project.def.exchangeRates ?? refuse('there are no exchange rates');
  const dataset = world.graph.datasets.get(def.dataset.text) ?? refuse('there are no exchange rates');
  const paths = makeRowPaths(dataset.name, context.paths.aliases, referenceJoins(world, asOf));
  const value = (name: string): RowSql =>
    fieldSql(fieldOf(dataset, name, world), { world, asOf, base: dataset.name, prefix: [], paths, parent: null });
  const [from, target, at, rate] = [def.from, def.to, def.at, def.rate].map((one) => value(one.text));
  if (from === undefined || target === undefined || rate === undefined)
    return refuse('exchange rates without their fields');
  const shown = knownRows(dataset, world, asOf).where(paths.base.alias);
  const where = [`${textOf(target)} = ${quoteText(to)}`, `NOT ${isMissing(rate)}`, ...(shown === null ? [] : [shown])];
  return { paths, dataset, from: textOf(from), at: timeArgument(at), rate, where };
}

function fieldOf(dataset: Dataset, name: string, world: SqlWorld): FieldTyped {
  const field = world.graph.datasets.get(dataset.name)?.fields.get(name) ?? refuse(`there is no field \`${name}\``);
  const range = { start: 0, end: 0 };
  return { kind: 'field', base: dataset.name, path: [], dataset: dataset.name, field: name, type: field.type, range };
}

interface Wanted {
  readonly code: string;
  /** The same where it is one for all rows. */
  readonly fixedCode: string | null;
  readonly time: TimeSql;
  readonly fixedTime: boolean;
}

/** Joins the rate of each row; gives the SQL of its column. */
function joinRates(rates: Rates, wanted: Wanted, context: RowContext): string {
  const { paths, from, at, rate, where } = rates;
  // By the day where either side is a day; a day's last rate of several would be no longer the last by its time.
  const byDay = at.kind === 'date' || wanted.time.kind === 'date';
  if (byDay ? at.kind !== 'date' : at.kind !== wanted.time.kind) return refuse('rates by another kind of time');
  const moment = byDay ? daySql(wanted.time, envOf(context)) : wanted.time.sql;
  const relation = knownRows(rates.dataset, context.world, context.asOf).relation;
  const source = [`${relation} AS ${paths.base.alias}`, ...paths.joins()].join(' ');
  const value = soleSql(rate) ?? refuse('a rate that is a quotient');
  const kept = [...where, ...(wanted.fixedCode === null ? [] : [`${from} = ${wanted.fixedCode}`])];
  const same = (alias: string): readonly string[] =>
    wanted.fixedCode === null ? [`${wanted.code} = ${alias}."from"`] : [];
  const key = JSON.stringify(['rates', wanted.code, moment, where.slice(0, 1)]).replaceAll(paths.base.alias, '');
  const alias = context.paths.derive(key, 'rates', (name) => {
    if (wanted.fixedTime) {
      const group =
        wanted.fixedCode === null ? { column: `${from} AS "from", `, by: ' GROUP BY 1' } : { column: '', by: '' };
      const last = `SELECT ${group.column}arg_max(${value}, ${at.sql}) AS "rate" FROM ${source} WHERE ${[...kept, `${at.sql} <= ${moment}`].join(' AND ')}${group.by}`;
      return `LEFT JOIN (${last}) AS ${name} ON ${same(name).join(' AND ') || 'true'}`;
    }
    const all = `SELECT ${from} AS "from", ${at.sql} AS "at", ${value} AS "rate" FROM ${source} WHERE ${kept.join(' AND ')}`;
    return `ASOF LEFT JOIN (${all}) AS ${name} ON ${[...same(name), `${moment} >= ${name}."at"`].join(' AND ')}`;
  });
  return `${alias}."rate"`;
}

/** The amount itself where it is in the wanted currency. */
function product(amount: Exclude<RowSql, { kind: 'null' }>, rate: RowSql, joined: string, same: string | null): RowSql {
  if (amount.kind === 'float' || rate.kind === 'float') {
    const factor = same === null ? joined : `(CASE WHEN ${same} THEN 1 ELSE ${joined} END)`;
    return float(`(${doubleOf(amount).sql} * CAST(${factor} AS DOUBLE))`);
  }
  const number = numberOf(rate);
  const column = { ...number, n: withSql(number.n, joined) };
  const [one, other] = alignNumbers([exact(literal(1n, 0)), column]);
  if (same === null || one === undefined || other === undefined) return multiplyNumbers(numberOf(amount), column);
  const chosen = withSql(other.n, `(CASE WHEN ${same} THEN ${one.n.sql} ELSE ${other.n.sql} END)`);
  return multiplyNumbers(numberOf(amount), { ...other, n: chosen });
}

function missing(typed: ConvertTyped, amount: RowSql, at: RowSql, rate: string, same: string | null): readonly Fault[] {
  if (typed.skipMissing) return [];
  const needed = [`NOT ${isMissing(amount)}`, ...(same === null ? [] : [`(${same}) IS NOT TRUE`])];
  return [
    { when: allOf([...needed, `NOT ${isMissing(at)}`, `${rate} IS NULL`]), reason: 'missing_rate' },
    { when: allOf([...needed, isMissing(at)]), reason: 'no_rate_date' },
  ];
}

function textOf(value: RowSql): string {
  return value.kind === 'text' ? value.sql : refuse('a currency is a text');
}

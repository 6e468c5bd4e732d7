// `cast(x as type)`: what cannot be converted has no value; text is read like a cell of a data file.
import type { ValueType } from '@sextant/parser';
import { cast } from '../dialect-duckdb.js';
import { refuse } from '../sql-world.js';
import type { SqlFunction } from './functions.js';
import { numberOf, strict } from './functions.js';
import { decimalColumn, integerColumn } from './fixed.js';
import { roundNumber } from './arithmetic.js';
import { exact, plain, strictFaults, type RowSql } from './row-sql.js';
import { daySql, instantMeantSql, readingSql, timeArgument } from './times.js';

const DAY = '[0-9]{4}-[0-9]{2}-[0-9]{2}';

export const castSql: SqlFunction = strict((args, call, env) => {
  const [value] = args;
  if (value === undefined) return refuse('a cast without a value');
  const type = call.type.value;
  const faults = strictFaults(args);
  if (value.kind === 'text' && type.kind !== 'text') return { ...fromText(value.sql, type), faults };
  switch (type.kind) {
    case 'text':
      return plain('text', toText(value), faults);
    case 'integer':
      return roundNumber(exactOf(value), 0);
    case 'decimal':
      return roundNumber(exactOf(value), type.scale);
    case 'rational':
      return exactOf(value);
    case 'float':
      return value.kind === 'float' ? value : { ...exactOf(value), approximate: true };
    case 'boolean':
      if (value.kind === 'boolean') return value;
      return value.kind === 'number' ? plain('boolean', `(${value.n.sql} <> 0)`, faults) : refuse('a cast to boolean');
    case 'date':
      return plain('date', daySql(timeArgument(value), env), faults);
    case 'datetime':
      return plain('datetime', readingSql(timeArgument(value), env), faults);
    case 'timestamp':
      return plain('timestamp', instantMeantSql(timeArgument(value), env), faults);
    case 'none':
    case 'unknown':
      return refuse('a cast to no type');
  }
});

function exactOf(value: RowSql): ReturnType<typeof numberOf> {
  // The digits that a double shows are the reference's to find.
  return value.kind === 'float' ? refuse('a cast of a float to an exact number') : numberOf(value);
}

function toText(value: RowSql): string {
  switch (value.kind) {
    case 'text':
      return value.sql;
    case 'number': {
      if (value.d !== null || value.over !== 1n) return refuse('a quotient as text');
      const text = cast(value.n.sql, 'VARCHAR');
      if (value.n.scale === 0) return text;
      const short = `rtrim(rtrim(${text}, '0'), '.')`;
      // A decimal of nothing but places after the point shows no zero before it.
      return `(CASE WHEN ${value.n.sql} = 0 THEN '0' ELSE regexp_replace(${short}, '^(-?)\\.', '\\10.') END)`;
    }
    case 'boolean':
    case 'date':
      return cast(value.sql, 'VARCHAR');
    case 'datetime':
      return `replace(${cast(value.sql, 'VARCHAR')}, ' ', 'T')`;
    case 'timestamp':
      return `(replace(${cast(value.sql, 'VARCHAR')}, ' ', 'T') || 'Z')`;
    case 'float':
      return refuse('a float as text');
    case 'null':
      return 'NULL';
  }
}

function fromText(text: string, type: ValueType): RowSql {
  const when = (fits: string, value: string): string => `(CASE WHEN ${fits} THEN ${value} END)`;
  const matches = (pattern: string): string => `regexp_full_match(${text}, '${pattern}')`;
  switch (type.kind) {
    case 'boolean':
      return plain('boolean', when(`lower(${text}) IN ('true', 'false')`, `(lower(${text}) = 'true')`));
    case 'integer':
      return exact(
        integerColumn(when(matches('[+-]?[0-9]+(\\.0+)?'), `TRY_CAST(split_part(${text}, '.', 1) AS HUGEINT)`), true),
      );
    case 'decimal': {
      const decimals = type.scale === 0 ? '0+' : `([0-9]{1,${type.scale}}0*|0+)`;
      const value = `TRY_CAST(${text} AS DECIMAL(38,${type.scale}))`;
      return exact(decimalColumn(when(matches(`[+-]?[0-9]+(\\.${decimals})?`), value), 38, type.scale));
    }
    case 'date':
      return plain('date', when(`${matches(DAY)} AND NOT starts_with(${text}, '0000')`, `TRY_CAST(${text} AS DATE)`));
    case 'text':
    case 'datetime':
    case 'timestamp':
    case 'float':
    case 'rational':
    case 'none':
    case 'unknown':
      return refuse(`a text read as ${type.kind}`);
  }
}

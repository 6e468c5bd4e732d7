// The chunks of a DuckDB result as columns of values, exactly: decimals from their unscaled integers, never through a double.
import type { DuckDBDataChunk, DuckDBResult, DuckDBType, DuckDBTypeId } from '@duckdb/node-api';
import { valuesOf, type NumberColumn } from '../value/column.js';
import { fromBigInt, fromScaled } from '../value/rational.js';
import type { Value } from '../value/value.js';
import {
  NULL,
  booleanValue,
  dateValue,
  datetimeValue,
  numberValue,
  textValue,
  timestampValue,
} from '../value/value.js';
import { doubleValue } from './double-value.js';
import { executionError } from './execution-error.js';
import type { Table } from './executor.js';
import { numberPacker } from './pack-numbers.js';

type Vector = ReturnType<DuckDBDataChunk['getColumnVector']>;

/** Takes the vectors of one column. */
interface Reader {
  read(vector: Vector, count: number): void;
  /** The column packed; null where it is not. */
  packed(): NumberColumn | null;
  values(): readonly Value[];
}

/** Values repeat: one object per distinct text or number, for so many of them, saves memory and time. */
const MEMO_SIZE = 1 << 14;

export async function readTable(result: DuckDBResult, typeIds: typeof DuckDBTypeId): Promise<Table> {
  const names = result.columnNames();
  const readers = result.columnTypes().map((type) => readerOf(type, typeIds));
  let rowCount = 0;
  let fetching = result.fetchChunk();
  for (;;) {
    const chunk = await fetching;
    const count = chunk?.rowCount ?? 0;
    if (chunk === null || count === 0) break;
    // The engine makes the next chunk while this one is read.
    fetching = result.fetchChunk();
    try {
      for (const [i, reader] of readers.entries()) reader.read(chunk.getColumnVector(i), count);
    } catch (error) {
      await fetching.catch(() => null);
      throw error;
    }
    rowCount += count;
  }
  return { names, columns: lazily(readers), packed: readers.map((reader) => reader.packed()), rowCount };
}

/** Columns whose values are made when somebody asks for them: mostly nobody does where numbers are packed. */
function lazily(readers: readonly Reader[]): Table['columns'] {
  const columns: (readonly Value[])[] = [];
  for (const [i, reader] of readers.entries()) {
    let values: readonly Value[] | null = null;
    Object.defineProperty(columns, i, { enumerable: true, get: () => (values ??= reader.values()) });
  }
  return columns;
}

function readerOf(type: DuckDBType, ids: typeof DuckDBTypeId): Reader {
  switch (type.typeId) {
    case ids.VARCHAR:
    case ids.ENUM:
    case ids.UUID:
      return reader(memoised((item) => textValue(String(item))));
    case ids.BOOLEAN:
      return reader((item) => booleanValue(item === true));
    case ids.TINYINT:
    case ids.SMALLINT:
    case ids.INTEGER:
    case ids.BIGINT:
    case ids.HUGEINT:
      return numberReader(0, wholeNumber);
    case ids.UTINYINT:
    case ids.USMALLINT:
    case ids.UINTEGER:
    case ids.UBIGINT:
    case ids.UHUGEINT:
      return reader(wholeNumber);
    case ids.DECIMAL: {
      const { scale } = type;
      return numberReader(scale, (item) => numberValue(fromScaled((item as Scaled).value, scale)));
    }
    case ids.FLOAT:
    case ids.DOUBLE:
      return reader((item) => doubleValue(item as number));
    case ids.DATE:
      return reader(
        memoised(
          (item) => dateValue((item as { days: number }).days),
          (item) => (item as { days: number }).days,
        ),
      );
    case ids.TIMESTAMP:
      return reader((item) => datetimeValue((item as { micros: bigint }).micros));
    case ids.TIMESTAMP_TZ:
      return reader((item) => timestampValue((item as { micros: bigint }).micros));
    case ids.SQLNULL:
      return reader(() => NULL);
    default:
      throw executionError('refused', `the engine cannot read columns of type ${type.toString()}`);
  }
}

function wholeNumber(item: unknown): Value {
  return numberValue(fromBigInt(BigInt(item as bigint | number)));
}

interface Scaled {
  readonly value: bigint;
}

function reader(make: (item: unknown) => Value, column: Value[] = []): Reader {
  return {
    read(vector, count) {
      for (let i = 0; i < count; i += 1) {
        const item: unknown = vector.getItem(i);
        column.push(item === null ? NULL : make(item));
      }
    },
    packed: () => null,
    values: () => column,
  };
}

/** Packs as long as the numbers fit; from the first that does not on, they are values. */
function numberReader(scale: number, make: (item: unknown) => Value): Reader {
  const packer = numberPacker(scale);
  let byValue: Reader | null = null;
  return {
    read(vector, count) {
      if (byValue === null && packer.read(vector, count)) return;
      byValue ??= reader(make, [...valuesOf(packer.column())]);
      byValue.read(vector, count);
    },
    packed: () => (byValue === null ? packer.column() : null),
    values: () => byValue?.values() ?? valuesOf(packer.column()),
  };
}

function memoised(
  make: (item: unknown) => Value,
  keyOf: (item: unknown) => unknown = (item) => item,
): (item: unknown) => Value {
  const memo = new Map<unknown, Value>();
  return (item) => {
    const key = keyOf(item);
    const known = memo.get(key);
    if (known !== undefined) return known;
    const value = make(item);
    if (memo.size < MEMO_SIZE) memo.set(key, value);
    return value;
  };
}

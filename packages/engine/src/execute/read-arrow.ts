// Batches of Arrow as columns of values, exactly: decimals from the words of their unscaled integers, never through a double.
import { valuesOf, type NumberColumn } from '../value/column.js';
import { fromBigInt, fromScaled } from '../value/rational.js';
import {
  NULL,
  booleanValue,
  dateValue,
  datetimeValue,
  numberValue,
  textValue,
  timestampValue,
  type Value,
} from '../value/value.js';
import { ARROW_TYPES, type ArrowData, type ArrowField, type ArrowReader } from './arrow.js';
import { doubleValue } from './double-value.js';
import { executionError } from './execution-error.js';
import type { Table } from './executor.js';
import { isValid, numberPacker } from './pack-numbers.js';

/** Takes the pieces of one column. */
interface Reader {
  read(data: ArrowData): void;
  /** The column packed; null where it is not. */
  packed(): NumberColumn | null;
  values(): readonly Value[];
}

/** `isCancelled` is asked between batches. */
export async function readArrow(reader: ArrowReader, isCancelled: () => boolean): Promise<Table> {
  const { fields } = (await reader.open()).schema;
  const readers = fields.map(readerOf);
  let rowCount = 0;
  for await (const batch of reader) {
    if (isCancelled()) break;
    for (const [i, column] of readers.entries()) {
      for (const data of batch.getChildAt(i)?.data ?? []) column.read(data);
    }
    rowCount += batch.numRows;
  }
  return {
    names: fields.map(({ name }) => name),
    columns: readers.map((column) => column.values()),
    packed: readers.map((column) => column.packed()),
    rowCount,
  };
}

function readerOf({ type }: ArrowField): Reader {
  switch (type.typeId) {
    case ARROW_TYPES.null:
      return byValue(() => () => NULL);
    case ARROW_TYPES.text:
      return byValue(texts);
    case ARROW_TYPES.boolean:
      return byValue(({ values, offset }) => {
        const bits = bytesOf(values);
        return (row) => booleanValue(isValid(bits, offset + row));
      });
    case ARROW_TYPES.integer:
      return numbers(0, ({ values, offset }) => {
        const integers = values as ArrayLike<number | bigint>;
        return (row) => numberValue(fromBigInt(BigInt(integers[offset + row] ?? 0)));
      });
    case ARROW_TYPES.decimal: {
      const scale = numberOf(type, 'scale');
      return numbers(scale, ({ values, offset }) => {
        const words = values as Uint32Array;
        return (row) => numberValue(fromScaled(unscaled(words, (offset + row) * 4), scale));
      });
    }
    case ARROW_TYPES.float:
      return byValue(({ values, offset }) => {
        const doubles = values as ArrayLike<number>;
        return (row) => doubleValue(doubles[offset + row] ?? 0);
      });
    case ARROW_TYPES.date:
      // In days; a date in milliseconds is never asked for.
      if (numberOf(type, 'unit') !== 0) throw unreadable(type);
      return byValue(
        ({ values, offset }) =>
          (row) =>
            dateValue((values as Int32Array)[offset + row] ?? 0),
      );
    case ARROW_TYPES.timestamp: {
      if (numberOf(type, 'unit') !== MICROS) throw unreadable(type);
      const make = typeof Reflect.get(type, 'timezone') === 'string' ? timestampValue : datetimeValue;
      return byValue(
        ({ values, offset }) =>
          (row) =>
            make((values as BigInt64Array)[offset + row] ?? 0n),
      );
    }
    default:
      throw unreadable(type);
  }
}

const MICROS = 2;

function unreadable(type: object & { toString(): string }): Error {
  return executionError('refused', `the engine cannot read columns of type ${type.toString()}`);
}

function numberOf(type: object, key: string): number {
  const value: unknown = Reflect.get(type, key);
  return typeof value === 'number' ? value : 0;
}

/** Four words of 32 bits, the lowest first. */
function unscaled(words: Uint32Array, at: number): bigint {
  const word = (i: number): bigint => BigInt(words[at + i] ?? 0) << BigInt(32 * i);
  return BigInt.asIntN(128, word(0) | word(1) | word(2) | word(3));
}

type Make = (data: ArrowData) => (row: number) => Value;

function byValue(make: Make, column: Value[] = []): Reader {
  return {
    read(data) {
      const valueAt = make(data);
      const valid = validOf(data);
      for (let row = 0; row < data.length; row += 1) {
        column.push(valid !== null && !isValid(valid, data.offset + row) ? NULL : valueAt(row));
      }
    },
    packed: () => null,
    values: () => column,
  };
}

/** Packs as long as the numbers fit; from the first that does not on, they are values. */
function numbers(scale: number, make: Make): Reader {
  const packer = numberPacker(scale);
  let rest: Reader | null = null;
  return {
    read(data) {
      if (rest === null && data.length === 0) return;
      if (rest === null && packer.take({ bytes: numbersOf(data), valid: validOf(data) }, data.length)) return;
      rest ??= byValue(make, [...valuesOf(packer.column())]);
      rest.read(data);
    },
    packed: () => (rest === null ? packer.column() : null),
    values: () => rest?.values() ?? valuesOf(packer.column()),
  };
}

const NOTHING = new Uint8Array(0);

/** The values of a piece and nothing beside them; unsigned ones are not packed, nor is a piece of a larger one. */
function numbersOf({ values, length, offset }: ArrowData): ArrayBufferView {
  if (offset !== 0) return NOTHING;
  if (values instanceof Uint32Array && values.length >= length * 4) return aligned(values.subarray(0, length * 4));
  const isSigned =
    values instanceof Int8Array ||
    values instanceof Int16Array ||
    values instanceof Int32Array ||
    values instanceof BigInt64Array;
  return isSigned ? aligned(values.subarray(0, length)) : NOTHING;
}

/** Words are read four bytes at a time. */
function aligned(bytes: Int8Array | Int16Array | Int32Array | BigInt64Array | Uint32Array): ArrayBufferView {
  return bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
}

/** Null: every row has a value. */
function validOf({ nullCount, nullBitmap }: ArrowData): Uint8Array | null {
  return nullCount > 0 && nullBitmap instanceof Uint8Array && nullBitmap.length > 0 ? nullBitmap : null;
}

function texts({ values, valueOffsets, offset }: ArrowData): (row: number) => Value {
  const bytes = bytesOf(values);
  const offsets = valueOffsets as Int32Array;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return (row) => textValue(decoder.decode(bytes.subarray(offsets[offset + row] ?? 0, offsets[offset + row + 1] ?? 0)));
}

function bytesOf(values: unknown): Uint8Array {
  return values instanceof Uint8Array ? values : NOTHING;
}

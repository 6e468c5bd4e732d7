// Numbers of DuckDB packed into doubles, read from the memory in which they lie: no object and no bigint for a number.
import type { DuckDBDataChunk } from '@duckdb/node-api';
import { MOST_UNITS, type NumberColumn } from '../value/column.js';
import { NULL } from '../value/value.js';

type Vector = ReturnType<DuckDBDataChunk['getColumnVector']>;

export interface Packer {
  /** False where a number does not fit, or the binding keeps its numbers otherwise; nothing of the vector is taken then. */
  read(vector: Vector, count: number): boolean;
  /** The same from numbers that lie side by side. */
  take(memory: Memory, count: number): boolean;
  column(): NumberColumn;
}

const FIRST_ROOM = 2048;
/** What the upper half of a whole number of 64 bits may be for the whole to stay below MOST_UNITS. */
const MOST_HIGH = MOST_UNITS / 2 ** 32;

/** For signed integers of any width and the decimals made of them. */
export function numberPacker(scale: number): Packer {
  let units = new Float64Array(FIRST_ROOM);
  let missing: Uint8Array | null = null;
  let length = 0;
  const makeRoom = (count: number): void => {
    if (length + count <= units.length) return;
    const room = Math.max(units.length * 2, length + count);
    units = resized(units, new Float64Array(room));
    if (missing !== null) missing = resized(missing, new Uint8Array(room));
  };
  const take = (memory: Memory, count: number): boolean => {
    makeRoom(count);
    const fill = FILLS[memory.bytes.byteLength / count];
    if (fill?.(memory.bytes, count, units, length, memory.valid) !== true) return false;
    if (memory.valid !== null) {
      missing ??= new Uint8Array(units.length);
      for (let i = 0; i < count; i += 1) if (!isValid(memory.valid, i)) missing[length + i] = 1;
    }
    length += count;
    return true;
  };
  return {
    read: (vector, count) => {
      const memory = memoryOf(vector, count);
      return memory !== null && take(memory, count);
    },
    take,
    column: () => ({
      kind: 'numbers',
      length,
      units: units.subarray(0, length),
      scale,
      missing: missing === null ? null : missing.subarray(0, length),
      none: NULL,
    }),
  };
}

function resized<T extends Float64Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

export interface Memory {
  readonly bytes: ArrayBufferView;
  /** A bit for each row, 1 where there is a value; null: everywhere. */
  readonly valid: Uint8Array | null;
}

/**
 * The vector hands out item by item what it keeps in one piece: `items` or `dataView`, and the bits of `validity`. They are private
 * to it, so every one is looked at before it is believed, and without them the items are read one by one.
 */
function memoryOf(vector: Vector, count: number): Memory | null {
  const items: unknown = Reflect.get(vector, 'items') ?? Reflect.get(vector, 'dataView');
  const validity: unknown = Reflect.get(vector, 'validity');
  if (!ArrayBuffer.isView(items) || items.byteLength % count !== 0 || items.byteOffset % 8 !== 0) return null;
  if (typeof validity !== 'object' || validity === null || Reflect.get(validity, 'offset') !== 0) return null;
  const bits: unknown = Reflect.get(validity, 'data');
  if (bits === null) return { bytes: items, valid: null };
  if (!(bits instanceof BigUint64Array)) return null;
  return { bytes: items, valid: new Uint8Array(bits.buffer, bits.byteOffset, bits.byteLength) };
}

export function isValid(valid: Uint8Array, row: number): boolean {
  return (((valid[row >> 3] ?? 0) >> (row & 7)) & 1) === 1;
}

type Fill = (
  memory: ArrayBufferView,
  count: number,
  units: Float64Array,
  at: number,
  valid: Uint8Array | null,
) => boolean;

/** By the bytes of a number. Where there is no value the memory holds anything, so only values are looked at. */
const FILLS: Readonly<Record<number, Fill>> = {
  1: ({ buffer, byteOffset }, count, units, at) => {
    units.set(new Int8Array(buffer, byteOffset, count), at);
    return true;
  },
  2: ({ buffer, byteOffset }, count, units, at) => {
    units.set(new Int16Array(buffer, byteOffset, count), at);
    return true;
  },
  4: ({ buffer, byteOffset }, count, units, at) => {
    units.set(new Int32Array(buffer, byteOffset, count), at);
    return true;
  },
  8: ({ buffer, byteOffset }, count, units, at, valid) => {
    const words = new Int32Array(buffer, byteOffset, count * 2);
    for (let i = 0; i < count; i += 1) {
      const high = words[2 * i + 1] ?? 0;
      if (high >= MOST_HIGH || high < -MOST_HIGH) {
        if (valid === null || isValid(valid, i)) return false;
      } else units[at + i] = high * 4294967296 + ((words[2 * i] ?? 0) >>> 0);
    }
    return true;
  },
  16: ({ buffer, byteOffset }, count, units, at, valid) => {
    const words = new Int32Array(buffer, byteOffset, count * 4);
    for (let i = 0; i < count; i += 1) {
      const high = words[4 * i + 1] ?? 0;
      const sign = high >> 31;
      // The upper half only repeats the sign.
      const fits = high < MOST_HIGH && high >= -MOST_HIGH && words[4 * i + 2] === sign && words[4 * i + 3] === sign;
      if (fits) units[at + i] = high * 4294967296 + ((words[4 * i] ?? 0) >>> 0);
      else if (valid === null || isValid(valid, i)) return false;
    }
    return true;
  },
};

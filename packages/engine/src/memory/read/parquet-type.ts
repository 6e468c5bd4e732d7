// What a Parquet column holds, by the database's name of its type, and how its stored values are read: exactly, never as doubles.
import type { SchemaElement } from 'hyparquet';
import type { Raw } from '../table.js';

export interface ParquetType {
  readonly type: string;
  /** From what is stored; null where such values are of no use here. */
  readonly read: ((stored: unknown) => Raw) | null;
}

const whole = (type: string): ParquetType => ({ type, read: (stored) => BigInt(stored as number | bigint) });

/** Logical types before the older converted ones, which mean the same where both are there. */
export function parquetType(element: SchemaElement): ParquetType {
  const { logical_type: logical, converted_type: converted } = element;
  switch (logical?.type) {
    case 'DECIMAL':
      return decimal(element, logical.precision, logical.scale);
    case 'TIMESTAMP':
      return clock(logical.unit, logical.isAdjustedToUTC);
    case 'DATE':
      return { type: 'DATE', read: Number };
    case 'INTEGER':
      return integer(logical.bitWidth, logical.isSigned);
    case 'UUID':
      return { type: 'UUID', read: uuid };
    case 'STRING':
    case 'ENUM':
      return { type: 'VARCHAR', read: text };
    case 'JSON':
      return { type: 'JSON', read: text };
    case 'TIME':
      return { type: logical.isAdjustedToUTC ? 'TIME WITH TIME ZONE' : 'TIME', read: null };
    default:
  }
  switch (converted) {
    case 'DECIMAL':
      return decimal(element, element.precision ?? 0, element.scale ?? 0);
    case 'TIMESTAMP_MILLIS':
      return clock('MILLIS', true);
    case 'TIMESTAMP_MICROS':
      return clock('MICROS', true);
    case 'DATE':
      return { type: 'DATE', read: Number };
    case 'UTF8':
    case 'ENUM':
      return { type: 'VARCHAR', read: text };
    case 'JSON':
      return { type: 'JSON', read: text };
    case 'INT_8':
    case 'INT_16':
    case 'INT_32':
    case 'INT_64':
      return integer(Number(converted.slice(4)), true);
    case 'UINT_8':
    case 'UINT_16':
    case 'UINT_32':
    case 'UINT_64':
      return integer(Number(converted.slice(5)), false);
    case 'TIME_MILLIS':
    case 'TIME_MICROS':
      return { type: 'TIME', read: null };
    case 'INTERVAL':
      return { type: 'INTERVAL', read: null };
    default:
  }
  switch (element.type) {
    case 'BOOLEAN':
      return { type: 'BOOLEAN', read: (stored) => stored === true };
    case 'INT32':
      return whole('INTEGER');
    case 'INT64':
      return whole('BIGINT');
    case 'FLOAT':
      return { type: 'FLOAT', read: Number };
    case 'DOUBLE':
      return { type: 'DOUBLE', read: Number };
    case 'INT96':
      // Nanos since 1970; the reader has them from the day and the time of day.
      return { type: 'TIMESTAMP', read: (stored) => floorDivide(stored as bigint, 1000n) };
    default:
      return { type: 'BLOB', read: null };
  }
}

const NAMES: Readonly<Record<number, string>> = { 8: 'TINYINT', 16: 'SMALLINT', 32: 'INTEGER', 64: 'BIGINT' };

/** Stored as signed numbers of 32 or 64 bits, whatever they mean. */
function integer(bits: number, isSigned: boolean): ParquetType {
  const name = NAMES[bits] ?? 'BIGINT';
  if (isSigned) return whole(name);
  return { type: `U${name}`, read: (stored) => BigInt.asUintN(bits, BigInt(stored as number | bigint)) };
}

function decimal(element: SchemaElement, precision: number, scale: number): ParquetType {
  const type = `DECIMAL(${precision},${scale})`;
  const isBytes = element.type === 'FIXED_LEN_BYTE_ARRAY' || element.type === 'BYTE_ARRAY';
  return { type, read: isBytes ? (stored) => bigEndian(stored as Uint8Array) : whole(type).read };
}

function bigEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}

function clock(unit: 'MILLIS' | 'MICROS' | 'NANOS', isInstant: boolean): ParquetType {
  if (unit === 'NANOS' && !isInstant) return { type: 'TIMESTAMP_NS', read: (stored) => stored as bigint };
  const micros = (stored: unknown): bigint => {
    const value = BigInt(stored as number | bigint);
    return unit === 'MILLIS' ? value * 1000n : unit === 'NANOS' ? floorDivide(value, 1000n) : value;
  };
  return { type: isInstant ? 'TIMESTAMP WITH TIME ZONE' : 'TIMESTAMP', read: micros };
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

const decoder = new TextDecoder();

function text(stored: unknown): string {
  return typeof stored === 'string' ? stored : decoder.decode(stored as Uint8Array);
}

function uuid(stored: unknown): string {
  const hex = [...(stored as Uint8Array)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

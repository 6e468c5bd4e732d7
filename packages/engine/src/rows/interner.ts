// Small numbers for values and for tuples of values, so that groups are compared and looked up as integers.
import { isPacked, numberOf, type Column, type NumberColumn } from '../value/column.js';
import { valueKey } from '../value/order.js';
import { integerValue, NULL, type Value } from '../value/value.js';
import { PairIds } from './pair-ids.js';

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

export class Interner {
  /** The integers of the first ids, 1 and on. */
  #first: Float64Array = new Float64Array(0);
  /** By id, from the one after those on, id 0 among them. An exact integer is kept as it is, and made a value when somebody asks. */
  readonly #values: (Value | number)[] = [NULL];
  readonly #integers = new Map<number, number>();
  readonly #others = new Map<string, number>();
  /** Ids from here on are not in the maps yet: they are put there when a value is looked up. */
  #unindexed = 1;
  readonly #pairs: PairIds[] = [];

  /** The id of a value; all kinds of no value are one, with id 0. */
  id(value: Value): number {
    if (value.kind === 'none') return 0;
    this.#index();
    const integer = integerOf(value);
    if (integer === null) return this.#otherId(value);
    return this.#integerId(integer, value.kind === 'number' && value.approximate ? value : integer);
  }

  value(id: number): Value {
    const value = this.#at(id);
    return typeof value === 'number' ? integerValue(value) : value;
  }

  /** The exact integers of ids, 0 for none; null where one of them is another value. */
  integers(ids: Int32Array): Float64Array | null {
    const integers = new Float64Array(ids.length);
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0;
      const value = this.#at(id);
      if (typeof value === 'number') integers[i] = value;
      else if (id !== 0) return null;
    }
    return integers;
  }

  column(values: Column): Int32Array {
    const ids = new Int32Array(values.length);
    if (!isPacked(values)) {
      for (let i = 0; i < values.length; i++) ids[i] = this.id(values[i] ?? NULL);
      return ids;
    }
    this.#index();
    for (let i = 0; i < values.length; i++) {
      const unit = unitAt(values, i);
      if (unit === null) continue;
      ids[i] = values.scale === 0 ? this.#integerId(unit, unit) : this.id(numberOf(unit, values.scale));
    }
    return ids;
  }

  /** The same where no two rows have one value: as long as no other column comes, nothing is looked up. */
  distinctColumn(values: Column): Int32Array {
    if (this.#count() > 1 || (isPacked(values) && values.scale !== 0)) return this.column(values);
    const ids = new Int32Array(values.length);
    if (isPacked(values) && values.missing === null) {
      this.#first = values.units;
      for (let i = 0; i < ids.length; i++) ids[i] = i + 1;
      return ids;
    }
    for (let i = 0; i < values.length; i++) {
      const value = isPacked(values) ? unitAt(values, i) : (values[i] ?? NULL);
      if (value === null || (typeof value !== 'number' && value.kind === 'none')) continue;
      ids[i] = this.#values.length;
      this.#values.push(value);
    }
    return ids;
  }

  /** One id for each row's tuple of ids; the empty tuple is 0. The same columns in the same order give the same ids. */
  tuples(columns: readonly Int32Array[], size: number): Int32Array {
    const [first, ...rest] = columns;
    if (first === undefined) return new Int32Array(size);
    let ids = first;
    for (const [depth, column] of rest.entries()) {
      const pairs = (this.#pairs[depth] ??= new PairIds());
      const next = new Int32Array(size);
      for (let i = 0; i < size; i++) next[i] = pairs.id(ids[i] ?? 0, column[i] ?? 0);
      ids = next;
    }
    return ids;
  }

  #integerId(integer: number, value: Value | number): number {
    const known = this.#integers.get(integer);
    if (known !== undefined) return known;
    const id = this.#added(value);
    this.#integers.set(integer, id);
    return id;
  }

  #otherId(value: Value): number {
    const key = valueKey(value);
    const known = this.#others.get(key);
    if (known !== undefined) return known;
    const id = this.#added(value);
    this.#others.set(key, id);
    return id;
  }

  #count(): number {
    return this.#first.length + this.#values.length;
  }

  #at(id: number): Value | number {
    const first = this.#first.length;
    if (id > 0 && id <= first) return this.#first[id - 1] ?? NULL;
    return this.#values[id === 0 ? 0 : id - first] ?? NULL;
  }

  #added(value: Value | number): number {
    const id = this.#count();
    this.#values.push(value);
    this.#unindexed = id + 1;
    return id;
  }

  #index(): void {
    for (; this.#unindexed < this.#count(); this.#unindexed++) {
      const value = this.#at(this.#unindexed);
      const integer = typeof value === 'number' ? value : integerOf(value);
      if (integer !== null) this.#integers.set(integer, this.#unindexed);
      else if (typeof value !== 'number') this.#others.set(valueKey(value), this.#unindexed);
    }
  }
}

function unitAt({ units, missing }: NumberColumn, row: number): number | null {
  return missing !== null && missing[row] === 1 ? null : (units[row] ?? 0);
}

/** Null where it is no integer, or one that a double does not hold. */
function integerOf(value: Value): number | null {
  if (value.kind !== 'number') return null;
  const { n, d } = value.value;
  if (d === 1n) return n <= MOST && n >= -MOST ? Number(n) : null;
  if (n % d !== 0n) return null;
  const whole = n / d;
  return whole <= MOST && whole >= -MOST ? Number(whole) : null;
}

// Small numbers for values and for tuples of values, so that groups are compared and looked up as integers.
import { isPacked, numberOf, type Column } from '../value/column.js';
import { valueKey } from '../value/order.js';
import { integerValue, NULL, type Value } from '../value/value.js';
import { PairIds } from './pair-ids.js';

/** What a double holds exactly: integers up to here are looked up as themselves. */
const MOST = BigInt(Number.MAX_SAFE_INTEGER);

export class Interner {
  /** By id. An integer is kept as it is, and made a value when somebody asks. */
  readonly #values: (Value | number)[] = [NULL];
  readonly #integers = new Map<number, number>();
  readonly #texts = new Map<string, number>();
  readonly #others = new Map<string, number>();
  /** Ids from here on are of a column whose values all differ; they are found only once another column comes. */
  #unindexed = 1;
  readonly #pairs: PairIds[] = [];

  /** The id of a value; all kinds of no value are one, with id 0. */
  id(value: Value): number {
    if (value.kind === 'none') return 0;
    this.#index();
    const integer = integerOf(value);
    if (integer !== null) return this.#integerId(integer);
    if (value.kind === 'text') return idIn(this.#texts, value.value, value, this.#values, this.#after);
    return idIn(this.#others, valueKey(value), value, this.#values, this.#after);
  }

  value(id: number): Value {
    const value = this.#values[id] ?? NULL;
    return typeof value === 'number' ? integerValue(value) : value;
  }

  /** The integer that an id stands for; null where it is another value or none. */
  integer(id: number): number | null {
    const value = this.#values[id];
    return typeof value === 'number' ? value : null;
  }

  column(values: Column): Int32Array {
    const ids = new Int32Array(values.length);
    if (!isPacked(values)) {
      for (let i = 0; i < values.length; i++) ids[i] = this.id(values[i] ?? NULL);
      return ids;
    }
    this.#index();
    const { units, missing, scale } = values;
    for (let i = 0; i < values.length; i++) {
      if (missing !== null && missing[i] === 1) continue;
      const unit = units[i] ?? 0;
      ids[i] = scale === 0 ? this.#integerId(unit) : this.id(numberOf(unit, scale));
    }
    return ids;
  }

  /** The same for values of which no two are equal, save those that are none: nothing needs to be looked up for the first such column. */
  distinctColumn(values: Column): Int32Array {
    if (this.#values.length > 1 || (isPacked(values) && values.scale !== 0)) return this.column(values);
    const ids = new Int32Array(values.length);
    for (let i = 0; i < values.length; i++) {
      const value = isPacked(values) ? rawAt(values, i) : (values[i] ?? NULL);
      if (typeof value !== 'number' && value.kind === 'none') continue;
      ids[i] = this.#values.length;
      this.#values.push(typeof value === 'number' ? value : (integerOf(value) ?? value));
    }
    return ids;
  }

// Small numbers for values and for tuples of values, so that groups are compared and looked up as integers.
import { valueKey } from '../value/order.js';
import { NULL, type Value } from '../value/value.js';

/** Tuples are paired two by two; ids stay below 2^26, so a pair fits a double exactly. */
const PAIR = 67_108_864;

export class Interner {
  readonly #ids = new Map<string, number>([[valueKey(NULL), 0]]);
  readonly #values: Value[] = [NULL];
  readonly #pairs: Map<number, number>[] = [];

  /** The id of a value; all kinds of no value are one, with id 0. */
  id(value: Value): number {
    if (value.kind === 'none') return 0;
    const key = valueKey(value);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#values.length;
    this.#ids.set(key, id);
    this.#values.push(value);
    return id;
  }

  value(id: number): Value {
    return this.#values[id] ?? NULL;
  }

  column(values: readonly Value[]): Int32Array {
    const ids = new Int32Array(values.length);
    for (let i = 0; i < values.length; i++) ids[i] = this.id(values[i] ?? NULL);
    return ids;
  }

  /** One id for each row's tuple of ids; the empty tuple is 0. The same columns in the same order give the same ids. */
  tuples(columns: readonly Int32Array[], size: number): Int32Array {
    const [first, ...rest] = columns;
    if (first === undefined) return new Int32Array(size);
    let ids = first;
    for (const [depth, column] of rest.entries()) {
      const pairs = (this.#pairs[depth] ??= new Map<number, number>());
      const next = new Int32Array(size);
      for (let i = 0; i < size; i++) {
        const key = (ids[i] ?? 0) * PAIR + (column[i] ?? 0);
        let id = pairs.get(key);
        if (id === undefined) {
          id = pairs.size;
          pairs.set(key, id);
        }
        next[i] = id;
      }
      ids = next;
    }
    return ids;
  }
}

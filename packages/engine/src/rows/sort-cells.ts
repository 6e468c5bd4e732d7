// The order of an answer's cells: columns of numbers are compared as doubles, and where they fit into one, sorted as one.
import { isPacked, type Column } from '../value/column.js';
import { compareValues } from '../value/order.js';
import { NULL, type Value } from '../value/value.js';
import type { Interner } from './interner.js';

/** What cells are ordered by. */
export type SortKey =
  /** Numbers in whose order the cells are; infinity is last. */
  | { readonly kind: 'numbers'; readonly of: Float64Array }
  | { readonly kind: 'compare'; readonly compare: (a: number, b: number) => number };

/** Sorts in place, stably; the first key decides, then the next. */
export function sortCells(cells: Int32Array, keys: readonly SortKey[]): Int32Array {
  const compare = comparison(keys);
  if (isSorted(cells, compare)) return cells;
  return sortedAsOne(cells, keys) ?? cells.sort(compare);
}

function comparison(keys: readonly SortKey[]): (a: number, b: number) => number {
  return (a, b) => {
    for (const key of keys) {
      if (key.kind === 'compare') {
        const difference = key.compare(a, b);
        if (difference !== 0) return difference;
        continue;
      }
      const [left, right] = [key.of[a] ?? 0, key.of[b] ?? 0];
      // Infinities are equal to one another, and have no difference.
      if (left < right) return -1;
      if (left > right) return 1;
    }
    return a - b;
  };
}

function isSorted(cells: Int32Array, compare: (a: number, b: number) => number): boolean {
  for (let i = 1; i < cells.length; i++) if (compare(cells[i - 1] ?? 0, cells[i] ?? 0) > 0) return false;
  return true;
}

/** All keys in one number, where a double has room for it and the cell's own number; then nothing is called to compare two. */
function sortedAsOne(cells: Int32Array, keys: readonly SortKey[]): Int32Array | null {
  const parts: Part[] = [];
  const count = cells.reduce((most, cell) => Math.max(most, cell), 0) + 1;
  let room = 1;
  for (const key of keys) {
    if (key.kind === 'compare') return null;
    const part = partOf(cells, key.of);
    parts.push(part);
    room *= part.span;
    if (!(room * count < Number.MAX_SAFE_INTEGER)) return null;
  }
  const codes = new Float64Array(cells.length);
  for (const { of, least, span } of parts) {
    for (let i = 0; i < cells.length; i++) {
      const number = of[cells[i] ?? 0] ?? 0;
      codes[i] = (codes[i] ?? 0) * span + (number === Infinity ? span - 1 : number - least);
    }
  }
  if (room <= SPARSE * cells.length) return byPlaces(cells, codes, room);
  for (let i = 0; i < cells.length; i++) codes[i] = (codes[i] ?? 0) * count + (cells[i] ?? 0);
  codes.sort();
  for (let i = 0; i < cells.length; i++) cells[i] = (codes[i] ?? 0) % count;
  return cells;
}

/** With at most so many numbers to a cell, cells are put where they belong instead of being compared. */
const SPARSE = 8;

function byPlaces(cells: Int32Array, codes: Float64Array, room: number): Int32Array {
  const next = new Int32Array(room + 1);
  for (const code of codes) next[code + 1] = (next[code + 1] ?? 0) + 1;
  for (let code = 0; code < room; code++) next[code + 1] = (next[code + 1] ?? 0) + (next[code] ?? 0);
  const sorted = new Int32Array(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const code = codes[i] ?? 0;
    const place = next[code] ?? 0;
    next[code] = place + 1;
    sorted[place] = cells[i] ?? 0;
  }
  return sorted;
}

interface Part {
  readonly of: Float64Array;
  readonly least: number;
  /** How many numbers there may be; the last one is infinity, where that occurs. */
  readonly span: number;
}

function partOf(cells: Int32Array, of: Float64Array): Part {
  let least = Infinity;
  let most = -Infinity;
  let infinite = 0;
  for (const cell of cells) {
    const number = of[cell] ?? 0;
    if (number === Infinity) {
      infinite = 1;
      continue;
    }
    if (number < least) least = number;
    if (number > most) most = number;
  }
  return least === Infinity ? { of, least: 0, span: 1 } : { of, least, span: most - least + 1 + infinite };
}

export function byNumbers(numbers: Int32Array, descending: boolean): SortKey {
  const of = Float64Array.from(numbers);
  return { kind: 'numbers', of: descending ? negated(of) : of };
}

function negated(numbers: Float64Array): Float64Array {
  for (let i = 0; i < numbers.length; i++) numbers[i] = -(numbers[i] ?? 0);
  return numbers;
}

/** No value sorts last both ways. */
export function byColumn(column: Column, descending: boolean): SortKey {
  if (!isPacked(column)) {
    const direction = descending ? 'desc' : 'asc';
    return { kind: 'compare', compare: (a, b) => compareValues(column[a] ?? NULL, column[b] ?? NULL, direction) };
  }
  const { units, missing } = column;
  const of = Float64Array.from(units, (unit, row) =>
    missing !== null && missing[row] === 1 ? Infinity : descending ? -unit : unit,
  );
  return { kind: 'numbers', of };
}

/** Interned keys: integers are their own order; others are ranked once, however many cells have them. */
export function byKey(ids: Int32Array, interner: Interner, descending: boolean): SortKey {
  const integers = interner.integers(ids);
  if (integers === null) return ranked(ids, interner, descending);
  const of = descending ? negated(integers) : integers;
  for (let cell = 0; cell < ids.length; cell++) if (ids[cell] === 0) of[cell] = Infinity;
  return { kind: 'numbers', of };
}

function ranked(ids: Int32Array, interner: Interner, descending: boolean): SortKey {
  const distinct = Int32Array.from(new Set(ids));
  const values = Array.from(distinct, (id) => interner.value(id));
  const ranks = new Float64Array(distinct.reduce((most, id) => Math.max(most, id), 0) + 1);
  for (const [rank, place] of inOrder(values).entries()) {
    const id = distinct[place] ?? 0;
    ranks[id] = id === 0 ? Infinity : descending ? -rank : rank;
  }
  return { kind: 'numbers', of: Float64Array.from(ids, (id) => ranks[id] ?? 0) };
}

const SURROGATE = /[\ud800-\udfff]/;

/** Places of the values. Without surrogates JavaScript's own order of texts is that of their code points, and much faster. */
function inOrder(values: readonly Value[]): readonly number[] {
  const places = Array.from(values.keys());
  const texts = values.map((value) => (value.kind === 'text' && !SURROGATE.test(value.value) ? value.value : null));
  const plain = values.every((value, i) => value.kind === 'none' || texts[i] !== null);
  if (!plain) return places.sort((a, b) => compareValues(values[a] ?? NULL, values[b] ?? NULL));
  return places.sort((a, b) => {
    const [left, right] = [texts[a] ?? null, texts[b] ?? null];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

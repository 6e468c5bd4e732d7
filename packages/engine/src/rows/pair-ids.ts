// One small number for each pair of small numbers, in the order in which they come: a hash table without an object for an entry.

const FIRST_ROOM = 1024;

export class PairIds {
  #lefts = new Int32Array(FIRST_ROOM);
  #rights = new Int32Array(FIRST_ROOM);
  /** By place in the table: the id of the pair there and one more; 0 is free. */
  #places = new Int32Array(FIRST_ROOM * 2);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The id of the pair; a new one where it has none. */
  id(left: number, right: number): number {
    const place = this.#place(left, right);
    const known = this.#places[place] ?? 0;
    if (known !== 0) return known - 1;
    const id = this.#size;
    if (id === this.#lefts.length) {
      this.#grow();
      return this.id(left, right);
    }
    this.#lefts[id] = left;
    this.#rights[id] = right;
    this.#places[place] = id + 1;
    this.#size += 1;
    return id;
  }

  /** -1 where the pair has none. */
  find(left: number, right: number): number {
    return (this.#places[this.#place(left, right)] ?? 0) - 1;
  }

  /** Where the pair is, or where it would go. */
  #place(left: number, right: number): number {
    const mask = this.#places.length - 1;
    let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
    hash ^= hash >>> 15;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const id = (this.#places[place] ?? 0) - 1;
      if (id < 0 || (this.#lefts[id] === left && this.#rights[id] === right)) return place;
    }
  }

  #grow(): void {
    const [lefts, rights] = [this.#lefts, this.#rights];
    this.#lefts = new Int32Array(lefts.length * 2);
    this.#rights = new Int32Array(rights.length * 2);
    this.#lefts.set(lefts);
    this.#rights.set(rights);
    this.#places = new Int32Array(this.#lefts.length * 2);
    for (let id = 0; id < this.#size; id += 1) this.#places[this.#place(lefts[id] ?? 0, rights[id] ?? 0)] = id + 1;
  }
}

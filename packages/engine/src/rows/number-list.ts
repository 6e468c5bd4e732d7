// Lists of small integers, without an object for each.

export function gather(column: Int32Array, rows: Int32Array): Int32Array {
  const picked = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i] ?? 0] ?? 0;
  return picked;
}

export class NumberList {
  #items = new Int32Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(item: number): void {
    if (this.#length === this.#items.length) this.#makeRoom(1);
    this.#items[this.#length++] = item;
  }

  pushAll(items: Int32Array): void {
    this.#makeRoom(items.length);
    this.#items.set(items, this.#length);
    this.#length += items.length;
  }

  pushTimes(item: number, times: number): void {
    this.#makeRoom(times);
    this.#items.fill(item, this.#length, this.#length + times);
    this.#length += times;
  }

  toArray(): Int32Array {
    return this.#items.subarray(0, this.#length);
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#items.length) return;
    const items = new Int32Array(Math.max(this.#items.length * 2, this.#length + more));
    items.set(this.#items);
    this.#items = items;
  }
}

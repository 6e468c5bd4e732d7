// Plain data whose texts are their own: an engine keeps a part of a text as a view of the whole, which it then keeps in memory.

/** Shorter parts are copied anyway. */
const LONGEST_COPIED = 12;

/** The same, without holding on to the texts that its own are parts of. */
export function detached<T>(value: T): T {
  // What comes out has the type of what goes in: nothing in it is changed.
  return detach(value) as T;
}

function detach(value: unknown): unknown {
  if (typeof value === 'string') return value.length > LONGEST_COPIED ? ` ${value}`.slice(1) : value;
  if (typeof value !== 'object' || value === null || value instanceof Uint32Array) return value;
  if (Array.isArray(value)) return value.map(detach);
  const copy: Record<string, unknown> = { ...value };
  for (const key in copy) copy[key] = detach(copy[key]);
  return copy;
}

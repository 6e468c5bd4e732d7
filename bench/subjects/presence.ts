// A subject may be missing: not built yet, or not installed. Then it is absent with a reason, never 0.

export type Presence<T> =
  { readonly present: true; readonly value: T } | { readonly present: false; readonly why: string };

export function present<T>(value: T): Presence<T> {
  return { present: true, value };
}

export function absent<T>(why: string): Presence<T> {
  return { present: false, why };
}

/** The first line of what was thrown. */
export function reasonOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.split('\n')[0] ?? text;
}

// What was left out on the way to an answer: rows, each counted once, however many numbers left them out.
import type { Row } from './rows.js';

export type NoteKind =
  /** Rows without a time lie in no window. */
  | 'no_time'
  /** Amounts that `skip missing` left out. */
  | 'skipped_rate'
  /** Rows whose entity has no value: no entity of `count(per ..)`, `top_share` and `retention`. */
  | 'no_entity'
  /** Rows of a conversion or a retention whose window is still open. */
  | 'still_open';

export type Note = (kind: NoteKind, dataset: string, row: Row) => void;

export interface Notes {
  readonly note: Note;
  /** How many rows, by kind and dataset, in a fixed order. */
  readonly counts: () => readonly { readonly kind: NoteKind; readonly dataset: string; readonly rows: number }[];
}

export function makeNotes(): Notes {
  const seen = new Map<string, { readonly kind: NoteKind; readonly dataset: string; readonly rows: Set<Row> }>();
  return {
    note(kind, dataset, row) {
      const key = `${kind} ${dataset}`;
      const entry = seen.get(key) ?? { kind, dataset, rows: new Set<Row>() };
      seen.set(key, entry);
      entry.rows.add(row);
    },
    counts: () =>
      [...seen.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { kind, dataset, rows }]) => ({ kind, dataset, rows: rows.size })),
  };
}

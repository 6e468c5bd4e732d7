// The default time of a dataset's rows.
import type { Dataset } from './model.js';
import type { FieldTyped } from './typed.js';

/** Null for rows that are true at all times, or that do not say when they happened. */
export function ownTime(dataset: Dataset): FieldTyped | null {
  switch (dataset.time.kind) {
    case 'event':
    case 'snapshot':
      return dataset.time.at;
    case 'interval':
      return dataset.time.from;
    case 'none':
    case 'undeclared':
      return null;
  }
}

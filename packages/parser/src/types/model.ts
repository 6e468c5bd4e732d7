// Datasets, fields and dimensions with every name resolved and every type known.
import type { DatasetDef, DimensionDef, FieldDef } from '../shape/definitions.js';
import type { FieldTyped, JoinStep, Type, Typed } from './typed.js';

export interface Dataset {
  readonly name: string;
  readonly def: DatasetDef;
  /** What one row is. */
  readonly one: string;
  /** Empty: rows have no identity. */
  readonly key: readonly string[];
  /** How rows lie in time. */
  readonly time: TimeAxis;
  readonly knownAt: FieldTyped | null;
  readonly plan: boolean;
  readonly fields: ReadonlyMap<string, Field>;
  readonly references: readonly Reference[];
}

export type TimeAxis =
  /** Nothing declared: an error under a window. */
  | { readonly kind: 'undeclared' }
  /** `time: none`: true at all times. */
  | { readonly kind: 'none' }
  | { readonly kind: 'event'; readonly at: FieldTyped }
  | { readonly kind: 'snapshot'; readonly at: FieldTyped }
  | {
      readonly kind: 'interval';
      readonly from: FieldTyped;
      /** Null: with `each`, a row ends at the next row of its `each`; without, rows never end. */
      readonly until: FieldTyped | null;
      readonly each: FieldTyped | null;
    };

export interface Field {
  readonly name: string;
  readonly dataset: string;
  readonly def: FieldDef;
  /** Level `row`. */
  readonly type: Type;
  /** The source's column; null for formula fields. */
  readonly column: string | null;
  readonly optional: boolean;
  readonly values: readonly string[] | null;
  /** Null for stored fields. */
  readonly formula: Typed | null;
  /** The field with each row's currency code. */
  readonly currencyField: string | null;
}

/** `from.field` holds the single key field `toKey` of `to`. */
export interface Reference extends JoinStep {
  readonly toKey: string;
  /** Tells two references to one dataset apart; null where none is named. */
  readonly role: string | null;
  readonly optional: boolean;
}

export interface Dimension {
  readonly name: string;
  readonly def: DimensionDef;
  /** In the order written; `base` of each is its own dataset, before the steps of a named role. */
  readonly fields: readonly FieldTyped[];
  readonly type: Type;
}

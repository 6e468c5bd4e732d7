// The nodes of an explanation before anything is computed: what each one is, and which values it needs.
import type { AggregateTyped, Metric, PerTyped, ScalarFunction, Typed } from '@sextant/parser';
import type { Around, ContextOperator } from './around.js';
import type { Ask } from './ask-list.js';
import type { EntityNode, OperandRole, Place } from './explanation.js';

export interface PlannedNode {
  readonly typed: Typed;
  readonly around: Around;
  readonly ask: Ask;
  readonly label: string;
  readonly place: Place | null;
  readonly type: string;
  readonly unit: string;
  readonly percent: boolean;
  readonly decimals: number | null;
  readonly facts: PlannedFacts;
  readonly operands: readonly PlannedOperand[];
}

export interface PlannedOperand {
  readonly role: OperandRole;
  readonly node: PlannedNode;
}

export type PlannedFacts =
  | { readonly kind: 'metric'; readonly metric: Metric }
  | { readonly kind: 'operator'; readonly operator: 'sum' | 'product' | ScalarFunction }
  /** Operands: when, then, when, then, ..., else. */
  | { readonly kind: 'case' }
  | { readonly kind: 'constant' }
  | { readonly kind: 'parameter'; readonly parameter: string }
  | {
      readonly kind: 'aggregate';
      readonly typed: AggregateTyped;
      readonly where: string | null;
      readonly filters: readonly string[];
      readonly inTime: Ask;
      readonly matching: Ask;
      readonly withoutValue: Ask | null;
    }
  | { readonly kind: 'context'; readonly typed: ContextOperator; readonly condition: string }
  | {
      readonly kind: 'per';
      readonly typed: PerTyped;
      readonly where: string | null;
      readonly groups: Ask | null;
      readonly kept: Ask | null;
    }
  | { readonly kind: 'convert'; readonly to: string }
  | { readonly kind: 'target'; readonly kpi: string }
  | { readonly kind: 'entity'; readonly form: EntityNode['form']; readonly datasets: readonly string[] }
  | { readonly kind: 'length' }
  | { readonly kind: 'member' };

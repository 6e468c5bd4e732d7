// What the explain room says about a change: contributions that add up to it exactly, or effects that are said not to.
import type { Figure } from '../status/scorecard.js';
import type { AskedPeriod, OperandRole, Place } from './explanation.js';

export interface Change {
  /** `prior`: the same formula under `prior`, with its window and clip; `period`: another period of its own. */
  readonly against: 'prior' | 'period';
  readonly before: SideReading;
  readonly after: SideReading;
  /** After less before; no value where a side has none, and then nothing is taken apart. */
  readonly change: Figure;
  /** As a part of the value before; no value where that is zero. */
  readonly relative: Figure;
  /** The formula's own operands; null where nothing is taken apart. */
  readonly operands: OperandEffects | null;
  /** One for each dimension that was looked at. */
  readonly segments: readonly SegmentEffects[];
  /** Dimensions that were asked for or looked at, and why they say nothing. */
  readonly left: readonly LeftDimension[];
}

export interface SideReading {
  readonly period: AskedPeriod;
  readonly value: Figure;
}

export interface OperandEffects {
  /** The root's effect is the change. Nothing below it: the formula is one leaf. */
  readonly root: EffectNode;
  /** The change less the effects of all leaves: 0, unless floats are among the values. */
  readonly residual: string;
}

export interface EffectNode {
  /** The formula as written. */
  readonly label: string;
  /** Where the node is a metric. */
  readonly metric: string | null;
  readonly place: Place | null;
  readonly role: OperandRole;
  /** `decimal(2)`, `integer`, `exact quotient`. */
  readonly type: string;
  readonly unit: string;
  readonly percent: boolean;
  readonly before: Figure;
  readonly after: Figure;
  readonly change: Figure;
  /** In the unit of the root. */
  readonly effect: string;
  /** The effect as a part of the whole change; null where that is zero. */
  readonly share: string | null;
  readonly approximate: boolean;
  readonly children: readonly EffectNode[];
}

export type SegmentEffects = AdditiveSegments | MixRateSegments | LeaveOneOutSegments;

interface SegmentsBase {
  /** As it was named. */
  readonly dimension: string;
}

/** Contribution = after less before; they add up to the change. */
export interface AdditiveSegments extends SegmentsBase {
  readonly kind: 'additive';
  /** Largest effect first. */
  readonly rows: readonly AdditiveRow[];
  readonly residual: string;
}

export interface AdditiveRow {
  /** Null is the group without a value. */
  readonly key: string | null;
  readonly before: string;
  readonly after: string;
  readonly effect: string;
  readonly share: string | null;
}

/** Of a quotient: what its groups' own rates did, and what their weights did. Both together are the change. */
export interface MixRateSegments extends SegmentsBase {
  readonly kind: 'mix_rate';
  readonly rows: readonly MixRateRow[];
  /** Sums of the rows. */
  readonly rate: string;
  readonly mix: string;
  readonly residual: string;
}

export interface MixRateRow {
  readonly key: string | null;
  /** Weight is the group's part of the denominator; null where the whole denominator is on no side. */
  readonly weightBefore: string;
  readonly weightAfter: string;
  /** Null where the group has no denominator on the side. */
  readonly rateBefore: string | null;
  readonly rateAfter: string | null;
  readonly rate: string;
  readonly mix: string;
  readonly effect: string;
  readonly share: string | null;
}

/** What the change would be without each group. The effects do not add up to the change. */
export interface LeaveOneOutSegments extends SegmentsBase {
  readonly kind: 'leave_one_out';
  readonly rows: readonly LeaveOneOutRow[];
}

export interface LeaveOneOutRow {
  readonly key: string | null;
  readonly beforeWithout: Figure;
  readonly afterWithout: Figure;
  readonly changeWithout: Figure;
  /** The change less the change without the group. */
  readonly effect: Figure;
}

export interface LeftDimension {
  readonly dimension: string;
  readonly why:
    /** Groups share rows. */
    | 'overlapping'
    /** More groups than can be left out one by one, or be read. */
    | 'too_many_groups'
    | 'one_group'
    /** The groups do not give back the value of the whole. */
    | 'does_not_add_up'
    /** A group's value cannot be computed. */
    | 'no_value';
  readonly groups: number;
}

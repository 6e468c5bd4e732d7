// How plans are written: what each KPI is held against, a second time, by hand, and without reading a definition.
import { add, fraction, multiply, parseDecimal, type Fraction } from '../fraction.js';
import type { Every, Period } from './calendar.js';
import type { Amount, Measure } from './measures.js';
import type { Records } from './records.js';

export type Points = readonly (readonly [x: Fraction, y: Fraction])[];

export type Aim =
  | { readonly kind: 'target'; readonly baseline: Amount; readonly target: Amount; readonly cap: Fraction }
  | {
      readonly kind: 'limit';
      readonly atMost: boolean;
      readonly bound: Fraction;
      /** How much a value scores: from the worst value, or by a curve. */
      readonly worst: Fraction | null;
      readonly curve: Points | null;
    }
  | { readonly kind: 'range'; readonly low: Fraction; readonly high: Fraction; readonly tolerance: Fraction }
  | { readonly kind: 'curve'; readonly curve: Points };

export type Status = 'no_data' | 'not_due' | 'stale' | 'off_track' | 'at_risk' | 'on_track' | 'achieved';

export type Pacing =
  | { readonly kind: 'linear' | 'like prior year' | 'working days' | 'working days without holidays' }
  | { readonly kind: 'steps'; readonly points: Points };

export interface Plan {
  readonly kpi: string;
  readonly goal: string;
  readonly weight: number;
  readonly every: Every;
  readonly up: boolean;
  readonly measure: Measure;
  /** The value of days that are not over: where a plan is part of it, its days are not cut. */
  readonly valueIn?: (known: Records, period: Period, asOf: number) => Amount;
  readonly aim: (known: Records, period: Period, asOf: number, group: string | null) => Aim;
  readonly groups: readonly string[];
  readonly pacing: Pacing | null;
  /** Values of groups add up, so what is missing can be had day by day. */
  readonly adds: boolean;
  readonly basis: 'score' | 'pace' | 'forecast' | 'value';
  readonly onTrack: Fraction;
  readonly atRisk: Fraction;
  readonly guardrails: readonly { readonly kpi: string; readonly atLeast: Status | null }[];
  /** Tables whose rows must not be older than so many days. */
  readonly fresh: readonly { readonly last: (known: Records, asOf: number) => number; readonly within: number }[];
}

export const n = (text: string): Fraction => parseDecimal(text);
export const percent = (text: string): Fraction => multiply(n(text), fraction(1n, 100n));
export const points = (...pairs: readonly (readonly [string, string])[]): Points =>
  pairs.map(([x, y]) => [n(x), n(y)] as const);

const latest = (days: readonly number[], asOf: number): number => Math.max(...days.filter((on) => on <= asOf));
export const orders = {
  within: 3,
  last: (k: Records, asOf: number) =>
    latest(
      k.orders.map((row) => row.on),
      asOf,
    ),
};
export const spend = {
  within: 3,
  last: (k: Records, asOf: number) =>
    latest(
      k.spend.map((row) => row.on),
      asOf,
    ),
};
export const readers = {
  within: 10,
  last: (k: Records, asOf: number) =>
    latest(
      k.readers.map((row) => row.on),
      asOf,
    ),
};
export const stock = {
  within: 40,
  last: (k: Records, asOf: number) =>
    latest(
      k.stock.map((row) => row.takenOn),
      asOf,
    ),
};

/** A target by period, on the way from a baseline. */
export function towards(baseline: Fraction, targets: Readonly<Record<string, string>>, cap = '1'): Plan['aim'] {
  return (_known, { label }) => {
    const target = targets[label];
    return { kind: 'target', baseline, target: target === undefined ? null : n(target), cap: n(cap) };
  };
}

export function upTo(bound: Fraction, worst: Fraction): Plan['aim'] {
  return () => ({ kind: 'limit', atMost: true, bound, worst, curve: null });
}

export function between(low: Fraction, high: Fraction, tolerance: Fraction): Plan['aim'] {
  return () => ({ kind: 'range', low, high, tolerance });
}

/** Quarters from FY2026-Q1 on. */
export function quarters(...targets: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(targets.map((target, i) => [`FY${2026 + Math.floor(i / 4)}-Q${(i % 4) + 1}`, target]));
}

/** Months from 2025-02 on, a text for each fiscal year. */
export function months(...years: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    years
      .join(' ')
      .split(' ')
      .map((target, i) => [
        `${2025 + Math.floor((i + 1) / 12)}-${String(((i + 1) % 12) + 1).padStart(2, '0')}`,
        target,
      ]),
  );
}

export const zero = n('0');
export const score = (onTrack: string, atRisk: string) =>
  ({ basis: 'score', onTrack: n(onTrack), atRisk: n(atRisk) }) as const;
export const pace = (onTrack: string, atRisk: string) =>
  ({ basis: 'pace', onTrack: n(onTrack), atRisk: n(atRisk) }) as const;

export const common = {
  weight: 1,
  every: 'fiscal_quarter',
  up: true,
  groups: [],
  pacing: null,
  adds: false,
  guardrails: [],
  fresh: [],
} as const;

export function sumOf(values: readonly Fraction[]): Fraction {
  return values.reduce(add, zero);
}

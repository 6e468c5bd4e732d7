// A change by the groups of one dimension: contributions of sums, rate and mix of quotients, leave-one-out of everything else.
import type { Diagnostic, Graph, Outcome, Typed } from '@sextant/parser';
import type { AskedKey, CheckedQuestion } from '../question/question.js';
import { writeKey } from '../result/write-cell.js';
import type { ValueRow } from '../result/value-table.js';
import { compareText, valueKey } from '../value/order.js';
import { abs, add, compare, isZero, subtract, ZERO, type Rational } from '../value/rational.js';
import { decimalText } from '../value/to-text.js';
import { noValue, type Value } from '../value/value.js';
import { contributions, total } from './additive.js';
import { askedMetric, makeAskList, type Ask } from './ask-list.js';
import type { Asker } from './asker.js';
import type { LeftDimension, SegmentEffects } from './change.js';
import { MOST_GROUPS, reachOf } from './dimensions.js';
import { exactFigure, figureOf, shareOf, type Shown } from './figures.js';
import { askFactors, askTerms, coefficientsOf, formValue, type AskedTerm, type FormValue } from './form-values.js';
import { formOf, type LinearForm } from './linear-form.js';
import { mixAndRate } from './mix-rate.js';
import { withoutGroup } from './without-group.js';

/** The two questions that are compared: without metrics and groups, and how a formula is asked in each. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

export interface Side {
  readonly question: CheckedQuestion;
  readonly formula: (formula: Typed) => Typed;
}

export interface SegmentsAsked {
  readonly graph: Graph;
  readonly formula: Typed;
  readonly sides: Sides;
  readonly before: Rational;
  readonly after: Rational;
  readonly shown: Shown;
  readonly asker: Asker;
  /** It was named by a person: shown also where there are few groups or many. */
  readonly named: boolean;
}

export type SegmentsFound =
  | { readonly kind: 'segments'; readonly segments: SegmentEffects }
  | { readonly kind: 'left'; readonly left: LeftDimension };

interface Group {
  readonly key: Value;
  readonly before: readonly Value[] | null;
  readonly after: readonly Value[] | null;
}

export async function segmentsBy(key: AskedKey, asked: SegmentsAsked): Promise<Outcome<SegmentsFound | null>> {
  const { graph, formula } = asked;
  const leave = (why: LeftDimension['why'], groups: number): Outcome<SegmentsFound> => ({
    value: { kind: 'left', left: { dimension: key.name, why, groups } },
    diagnostics: [],
  });
  const reach = reachOf(graph, formula, key.member);
  if (reach === 'overlapping') return leave('overlapping', 0);
  const form = formOf(graph, formula);
  const leaves = makeAskList();
  const factors = makeAskList();
  const ask = (terms: LinearForm): readonly AskedTerm[] => askTerms(terms, leaves, factors);
  const numerator = form === null ? [] : ask(form.kind === 'linear' ? form.terms : form.quotient.numerator);
  const denominator = form?.kind === 'quotient' ? ask(form.quotient.denominator) : [];
  const offset = form?.kind === 'quotient' ? form.quotient.offset.map((term) => askFactors(term, factors)) : [];
  if (form === null) leaves.ask(formula);

  const grouped = await groupsOf(
    key,
    leaves.metrics().map((metric) => metric.formula),
    asked,
  );
  if (grouped.value === null) return { value: null, diagnostics: grouped.diagnostics };
  const groups = grouped.value;
  if (groups.length < 2 && !(asked.named && groups.length > 0)) return leave('one_group', groups.length);
  if (groups.length > MOST_GROUPS && (form === null || !asked.named)) return leave('too_many_groups', groups.length);
  // What stands under `across` of the dimension may know nothing of it: no condition leaves a group of it out.
  if (form === null && reach === 'none') return leave('does_not_add_up', groups.length);
  if (form === null) return leaveOneOut(key, groups, asked);

  const scales = await bothSides(
    factors.metrics().map((metric) => metric.formula),
    asked,
  );
  if (scales.value === null) return { value: null, diagnostics: scales.diagnostics };
  const [old, now] = scales.value;
  const valuesOf = (terms: readonly AskedTerm[], side: 'before' | 'after'): readonly FormValue[] | null => {
    const scale = coefficientsOf(terms, (ask) => (side === 'before' ? old : now)[ask] ?? noValue('no_value'));
    if (scale === null) return null;
    const values: FormValue[] = [];
    for (const group of groups) {
      const row = group[side];
      const value = row === null ? NOTHING : formValue(terms, scale, (ask: Ask) => row[ask] ?? noValue('no_rows'));
      if (value === null) return null;
      values.push(value);
    }
    return values;
  };
  const tops = { before: valuesOf(numerator, 'before'), after: valuesOf(numerator, 'after') };
  const bottoms = { before: valuesOf(denominator, 'before'), after: valuesOf(denominator, 'after') };
  if (tops.before === null || tops.after === null || bottoms.before === null || bottoms.after === null)
    return leave('no_value', groups.length);
  const values = {
    tops: { before: tops.before, after: tops.after },
    bottoms: { before: bottoms.before, after: bottoms.after },
  };
  const shift = coefficientsOf(offset, (ask) => now[ask] ?? noValue('no_value'));
  const segments =
    form.kind === 'linear'
      ? additiveBy(key, groups, values, asked)
      : mixRateBy(key, groups, values, total(shift ?? []), asked);
  return segments === null ? leave('does_not_add_up', groups.length) : found(segments);
}

const NOTHING: FormValue = { value: ZERO, approximate: false };

interface FormValues {
  readonly tops: Pair;
  readonly bottoms: Pair;
}

interface Pair {
  readonly before: readonly FormValue[];
  readonly after: readonly FormValue[];
}

function additiveBy(
  key: AskedKey,
  groups: readonly Group[],
  { tops }: FormValues,
  asked: SegmentsAsked,
): SegmentEffects | null {
  const change = subtract(asked.after, asked.before);
  const rows = contributions(
    groups.map((group, i) => ({
      key: writeKey(group.key),
      before: tops.before[i]?.value ?? ZERO,
      after: tops.after[i]?.value ?? ZERO,
    })),
  );
  const residual = subtract(change, total(rows.map(({ effect }) => effect)));
  if (!isZero(residual) && !isApproximate(tops)) return null;
  return {
    kind: 'additive',
    dimension: key.name,
    rows: byEffect(rows).map((row) => ({
      key: row.key,
      before: decimalText(row.before),
      after: decimalText(row.after),
      effect: decimalText(row.effect),
      share: shareOf(row.effect, change),
    })),
    residual: decimalText(residual),
  };
}

function mixRateBy(
  key: AskedKey,
  groups: readonly Group[],
  { tops, bottoms }: FormValues,
  offset: Rational,
  asked: SegmentsAsked,
): SegmentEffects | null {
  const change = subtract(asked.after, asked.before);
  const rows = mixAndRate(
    groups.map((group, i) => ({
      key: writeKey(group.key),
      before: { a: tops.before[i]?.value ?? ZERO, b: bottoms.before[i]?.value ?? ZERO },
      after: { a: tops.after[i]?.value ?? ZERO, b: bottoms.after[i]?.value ?? ZERO },
    })),
  );
  if (rows === null) return null;
  const residual = subtract(change, total(rows.map(({ effect }) => effect)));
  if (!isZero(residual) && !isApproximate(tops) && !isApproximate(bottoms)) return null;
  const rate = (value: Rational | null): string | null => (value === null ? null : decimalText(add(value, offset)));
  return {
    kind: 'mix_rate',
    dimension: key.name,
    rows: byEffect(rows).map((row) => ({
      key: row.key,
      weightBefore: decimalText(row.weightBefore),
      weightAfter: decimalText(row.weightAfter),
      rateBefore: rate(row.rateBefore),
      rateAfter: rate(row.rateAfter),
      rate: decimalText(row.rate),
      mix: decimalText(row.mix),
      effect: decimalText(row.effect),
      share: shareOf(row.effect, change),
    })),
    rate: decimalText(total(rows.map((row) => row.rate))),
    mix: decimalText(total(rows.map((row) => row.mix))),
    residual: decimalText(residual),
  };
}

function isApproximate({ before, after }: Pair): boolean {
  return [...before, ...after].some((value) => value.approximate);
}

/** Everything without each group, on both sides. */
async function leaveOneOut(
  key: AskedKey,
  groups: readonly Group[],
  asked: SegmentsAsked,
): Promise<Outcome<SegmentsFound | null>> {
  const formulas = groups.map((group) => withoutGroup(asked.formula, key, group.key));
  const answered = await bothSides(formulas, asked);
  if (answered.value === null) return { value: null, diagnostics: answered.diagnostics };
  const [old, now] = answered.value;
  const change = subtract(asked.after, asked.before);
  const rows = groups.map((group, i) => {
    const before = old[i] ?? noValue('no_value');
    const after = now[i] ?? noValue('no_value');
    const without = before.kind === 'number' && after.kind === 'number' ? subtract(after.value, before.value) : null;
    const approximate = [before, after].some((value) => value.kind === 'number' && value.approximate);
    const effect = without === null ? ZERO : subtract(change, without);
    const missing = figureOf(before.kind === 'none' ? before : after.kind === 'none' ? after : noValue('no_value'));
    return {
      key: writeKey(group.key),
      effect,
      row: {
        key: writeKey(group.key),
        beforeWithout: figureOf(before, asked.shown),
        afterWithout: figureOf(after, asked.shown),
        changeWithout: without === null ? missing : exactFigure(without, approximate),
        effect: without === null ? missing : exactFigure(effect, approximate),
      },
    };
  });
  return found({ kind: 'leave_one_out', dimension: key.name, rows: byEffect(rows).map(({ row }) => row) });
}

function found(segments: SegmentEffects): Outcome<SegmentsFound> {
  return { value: { kind: 'segments', segments }, diagnostics: [] };
}

/** The largest first, whatever its sign. */
function byEffect<T extends { readonly key: string | null; readonly effect: Rational }>(
  rows: readonly T[],
): readonly T[] {
  return [...rows].sort((a, b) => {
    const order = compare(abs(b.effect), abs(a.effect));
    if (order !== 0 || a.key === b.key) return order;
    if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
    return compareText(a.key, b.key);
  });
}

/** The groups of both sides: nothing is lost that is on one of them only. */
async function groupsOf(
  key: AskedKey,
  formulas: readonly Typed[],
  { sides, asker }: SegmentsAsked,
): Promise<Outcome<readonly Group[] | null>> {
  const diagnostics: Diagnostic[] = [];
  const groups = new Map<string, { key: Value; before: readonly Value[] | null; after: readonly Value[] | null }>();
  for (const side of ['before', 'after'] as const) {
    const { question, formula } = sides[side];
    const metrics = formulas.map((one, i) => askedMetric(formula(one), i));
    const answered = await asker.ask({ ...question, metrics, by: [key] });
    diagnostics.push(...answered.diagnostics);
    if (answered.value === null) return { value: null, diagnostics };
    for (const row of answered.value.rows) {
      const own = keyOf(row);
      const group = groups.get(valueKey(own)) ?? { key: own, before: null, after: null };
      group[side] = row.values;
      groups.set(valueKey(own), group);
    }
  }
  return { value: [...groups.values()], diagnostics };
}

function keyOf({ keys: [key] }: ValueRow): Value {
  return key ?? noValue('no_value');
}

/** Values of formulas over everything, before and after. */
async function bothSides(
  formulas: readonly Typed[],
  { sides, asker }: SegmentsAsked,
): Promise<Outcome<readonly [readonly Value[], readonly Value[]] | null>> {
  if (formulas.length === 0) return { value: [[], []], diagnostics: [] };
  const values: (readonly Value[])[] = [];
  for (const { question, formula } of [sides.before, sides.after]) {
    const metrics = formulas.map((one, i) => askedMetric(formula(one), i));
    const { value, diagnostics } = await asker.ask({ ...question, metrics, by: [] });
    if (value === null) return { value, diagnostics };
    values.push(value.rows[0]?.values ?? []);
  }
  return { value: [values[0] ?? [], values[1] ?? []], diagnostics: [] };
}

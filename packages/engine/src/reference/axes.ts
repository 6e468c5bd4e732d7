// The rows of an answer before their cells: every bucket of a range, or every group that some aggregate reaches.
import type { Typed } from '@sextant/parser';
import { intersect, pointOfDay, sameWindow, type Window } from '../calendar/window.js';
import type { AskedKey, CheckedQuestion } from '../question/question.js';
import { boundText } from '../result/bound-text.js';
import type { BucketCell } from '../result/result.js';
import { groupKey } from '../value/order.js';
import type { Value } from '../value/value.js';
import { entireFrame, frameOf, grouped, type Context } from './context.js';
import { bounded, bucketWindow } from './frames.js';
import type { LevelBucket } from '../levels/levels.js';
import { compareAll, groupsReached } from './reach.js';
import type { World } from './world.js';

export interface AxisRow {
  readonly bucket: BucketCell | null;
  /** Sorts buckets. */
  readonly start: bigint;
  readonly keys: readonly Value[];
  readonly context: Context;
  /** The bucket lies whole in the range and has ended by `as_of`; without buckets, the range has. */
  readonly complete: boolean;
}

export function axisRows(question: CheckedQuestion, world: World): readonly AxisRow[] {
  const outer = outerContext(question, world);
  const members = question.by.map((key: AskedKey) => key.member);
  return timesOf(question, outer, world).flatMap(({ bucket, window, isWhole }) => {
    const time = bucket === null ? outer.range : frameOf(window, world.asOf);
    const context: Context = { ...outer, time };
    const complete = isWhole && window.end !== null && window.end.instant <= world.asOf.instant;
    const isHour = question.grain === 'hour';
    const row = {
      bucket: bucket === null ? null : bucketCell(bucket.label, window, complete, isHour, world.calendar.timezone),
      start: window.start?.instant ?? 0n,
      complete,
    };
    if (members.length === 0) return [{ ...row, keys: [], context }];
    return groupsIn(question, context, world).map((values) => ({
      ...row,
      keys: values,
      context: grouped(context, members, values),
    }));
  });
}

/** The groups that something asked reaches, and those that are asked for in any case. */
function groupsIn(question: CheckedQuestion, context: Context, world: World): readonly (readonly Value[])[] {
  const members = question.by.map((key: AskedKey) => key.member);
  const found = new Map<string, readonly Value[]>();
  const add = (values: readonly Value[]): void => void found.set(groupKey(values), values);
  const [entire, clipped] = [true, false].map((whole) =>
    question.metrics.filter((metric) => (metric.entire === true) === whole).map((metric) => metric.formula),
  );
  const others = [...(clipped ?? []), ...(question.having === null ? [] : [question.having])];
  for (const { values } of groupsReached(others, [context], members, world)) add(values);
  const inWhole = { ...context, time: entireFrame(context.time) };
  for (const { values } of groupsReached(entire ?? [], [inWhole], members, world)) add(values);
  for (const values of question.groups ?? []) add(values);
  return [...found.values()].sort(compareAll);
}

/** What is asked, and the condition on it: a group that either reaches is part of the answer. */
function formulasOf(question: CheckedQuestion): readonly Typed[] {
  const asked = question.metrics.map((metric) => metric.formula);
  return question.having === null ? asked : [...asked, question.having];
}

/** Without an end a question ends with `as_of`; without a start it has none. */
function outerContext(question: CheckedQuestion, world: World): Context {
  const zone = world.calendar.timezone;
  const window: Window = {
    start: question.fromDay === null ? null : pointOfDay(question.fromDay, zone),
    end: question.endDay === null ? world.asOf : pointOfDay(question.endDay, zone),
  };
  const range = frameOf(window, world.asOf);
  return { asked: question.where, filters: [], time: range, groups: [], state: null, range };
}

/** Buckets of a range without a start begin with the history of what is asked. */
function timesOf(
  question: CheckedQuestion,
  outer: Context,
  world: World,
): readonly { readonly bucket: LevelBucket | null; readonly window: Window; readonly isWhole: boolean }[] {
  const range = outer.range.nominal;
  if (question.grain === null) return [{ bucket: null, window: range, isWhole: true }];
  const window = bounded(range, formulasOf(question), world);
  const buckets = window === null ? [] : (world.levels.between(question.grain, window) ?? []);
  return buckets.map((bucket) => {
    const cut = intersect(bucketWindow(bucket), range);
    return { bucket, window: cut, isWhole: sameWindow(cut, bucketWindow(bucket)) };
  });
}

function bucketCell(label: string, window: Window, complete: boolean, isHour: boolean, zone: string): BucketCell {
  return { label, start: boundText(window.start, isHour, zone), end: boundText(window.end, isHour, zone), complete };
}

// The questions that are put to both versions: periods, days on which they are asked, groups.
import {
  bindIn,
  datasetsIn,
  showMember,
  type CalendarLevel,
  type Graph,
  type Member,
  type Typed,
} from '@sextant/parser';
import { bucketOfInstant } from '../../calendar/buckets.js';
import type { CalendarSettings } from '../../calendar/calendar-settings.js';
import { dayOf } from '../../calendar/civil.js';
import { parseDate } from '../../calendar/time-text.js';
import { dayAt, pointOfDay } from '../../calendar/window.js';
import type { At } from './counterexample.js';
import type { Involved } from './involved.js';

/** A day in the middle of nothing in particular: no leap day, no change of clocks, no edge of a quarter or of a year. */
const DAY = dayOf(2026, 5, 15);
const MOST_PERIODS = 3;

/**
 * Periods: the ordinary one, and those that the formulas' own dates lie in; without groups. `every` is the only level of which
 * they may be; where there is none, months, and longer ones where it can matter.
 */
export function periodsAsked(
  every: CalendarLevel | null,
  involved: Involved,
  settings: CalendarSettings,
): readonly At[] {
  const named = [...involved.literals.values()].flatMap((texts) =>
    [...texts].flatMap((text) => parseDate(text.slice(0, 10)) ?? []),
  );
  const periods = new Map<string, At>();
  const level = typeof every === 'string' ? every : 'month';
  const longer = every === null && involved.windows ? (['quarter', 'year'] as const) : [];
  const wanted = [DAY, ...named].map((day) => [day, level] as const);
  for (const [day, of] of [...wanted.slice(0, MOST_PERIODS), ...longer.map((long) => [DAY, long] as const)]) {
    const bucket = bucketOfInstant(of, pointOfDay(day, settings.timezone).instant, settings);
    const [fromDay, endDay] = [bucket.start, bucket.end].map((point) => dayAt(settings.timezone, point.instant));
    if (fromDay === undefined || endDay === undefined) continue;
    periods.set(bucket.label, { over: bucket.label, fromDay, endDay, asOfDay: endDay - 1, group: null });
  }
  const whole = [...periods.values()];
  // Half a period tells what is clipped from what is not.
  const half = involved.windows ? whole.slice(0, 1).map((at) => ({ ...at, asOfDay: at.fromDay + 14 })) : [];
  return [...whole, ...half.filter(({ asOfDay, endDay }) => asOfDay < endDay - 1)];
}

/** The same for groups of the dimensions that the formulas take away, or of any that both can be grouped by. */
export function groupsAsked(
  periods: readonly At[],
  sides: readonly { readonly graph: Graph; readonly formula: Typed }[],
  asked: readonly Member[],
  cellsOf: (dataset: string, field: string) => readonly (string | null)[],
): readonly At[] {
  const [period] = periods;
  if (period === undefined) return [];
  const seen = new Set<string>();
  return asked.flatMap((member) => {
    const by = showMember(member);
    if (seen.has(by) || seen.size > 1) return [];
    seen.add(by);
    const cells = fieldsOf(member, sides).flatMap(({ dataset, field }) => cellsOf(dataset, field));
    const texts = [...new Set(cells)].filter((text) => text !== null).slice(0, 2);
    return texts.map((text) => ({ ...period, group: { by, text } }));
  });
}

/** Fields that a member is, on the rows of everything that is aggregated; none where one of the datasets lacks it. */
function fieldsOf(
  member: Member,
  sides: readonly { readonly graph: Graph; readonly formula: Typed }[],
): readonly { readonly dataset: string; readonly field: string }[] {
  const bound = sides.flatMap(({ graph, formula }) =>
    datasetsIn(graph, formula).map((dataset) => bindIn(graph, member, dataset)),
  );
  return bound.flatMap((one) => (one.kind === 'bound' && !one.overlapping ? [one.field] : [])).slice(0, bound.length);
}

/** Those that the formulas name; else, where operators change the groups, any that everything can be grouped by. */
export function membersAsked(
  sides: readonly { readonly graph: Graph; readonly formula: Typed }[],
  { members, windows }: Involved,
): readonly Member[] {
  if (members.length > 0) return members;
  if (!windows) return [];
  const [side] = sides;
  const names = [...(side?.graph.dimensions.keys() ?? [])];
  const usable = names.find((dimension) =>
    sides.every(({ graph, formula }) =>
      datasetsIn(graph, formula).every(
        (dataset) => bindIn(graph, { kind: 'dimension', dimension }, dataset).kind === 'bound',
      ),
    ),
  );
  return usable === undefined ? [] : [{ kind: 'dimension', dimension: usable }];
}

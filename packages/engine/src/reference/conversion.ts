// `conversion(a to b by entity within span)`: the share of rows of a that a row of b of the same entity follows in time.
import type { CalendarSpan, ConversionTyped } from '@sextant/parser';
import { addToLocal, addToPoint, measureOf } from '../calendar/duration.js';
import { microsOfDay } from '../calendar/micros.js';
import { pointOfInstant } from '../calendar/window.js';
import { instantOf } from '../calendar/zone.js';
import { valueKey } from '../value/order.js';
import { fraction } from '../value/rational.js';
import { integerValue, noValue, numberValue, type Value } from '../value/value.js';
import { groupsOf } from './aggregate.js';
import { cohortRows, entityOf, isInStep } from './cohort-rows.js';
import type { Context } from './context.js';
import type { RowTime } from './lookup.js';
import { ofGroup } from './membership.js';
import type { Row } from './rows.js';
import { dayMeant, instantMeant } from './time.js';
import type { World } from './world.js';

export function conversionValue(typed: ConversionTyped, context: Context, world: World): Value {
  const chosen = cohortRows(typed, context, world);
  if ('reason' in chosen) return chosen;
  const { rows, undecided } = ofGroup(groupsOf(chosen, context, world), context.groups);
  for (const reason of undecided.values()) return reason;
  const later = world.once(typed, 'by entity', () => rowsByEntity(typed, world));
  let base = 0;
  let open = 0;
  let converted = 0;
  for (const row of rows) {
    const time = world.reader.timeOf(typed.from.dataset, row);
    const limit = time === null ? null : limitOf(time, typed.within, world);
    if (time === null || limit === null) continue;
    // A window that is still open says nothing yet, even where the row has converted already.
    if (limit >= context.time.clip.instant) {
      open += 1;
      world.notes.note('still_open', typed.from.dataset, row);
      continue;
    }
    base += 1;
    const entity = entityOf(typed.from, row, world);
    const partners = entity.kind === 'none' ? [] : (later.get(valueKey(entity)) ?? []);
    // A row does not follow itself, where both steps are of one dataset.
    if (partners.some((one) => one !== row && follows(one, row, typed, world))) converted += 1;
  }
  if (typed.result === 'count') return integerValue(converted);
  const share = fraction(BigInt(converted), BigInt(base));
  if (share !== null) return numberValue(share);
  return noValue(open > 0 ? 'not_due' : 'no_rows');
}

/** Every known row of the second step, whatever the window, the filters and the groups. */
function rowsByEntity({ to }: ConversionTyped, world: World): ReadonlyMap<string, readonly Row[]> {
  const byEntity = new Map<string, Row[]>();
  for (const row of world.reader.rows(to.dataset)) {
    if (!isInStep(to, row, world)) continue;
    const key = valueKey(entityOf(to, row, world));
    const list = byEntity.get(key);
    if (list === undefined) byEntity.set(key, [row]);
    else list.push(row);
  }
  return byEntity;
}

/** 0 <= later - earlier <= window: elapsed between instants, in days as soon as one side is a day. */
function follows(laterRow: Row, row: Row, typed: ConversionTyped, world: World): boolean {
  const zone = world.calendar.timezone;
  const earlier = world.reader.timeOf(typed.from.dataset, row);
  const later = world.reader.timeOf(typed.to.dataset, laterRow);
  if (earlier === null || later === null) return false;
  if (earlier.at.kind === 'date' || later.at.kind === 'date') {
    const [from, to] = [dayMeant(earlier.at, zone), dayMeant(later.at, zone)];
    if (from === null || to === null) return false;
    return to >= from && microsOfDay(to) <= addToLocal(microsOfDay(from), durationOf(typed.within));
  }
  const [from, to] = [instantMeant(earlier.at, zone, earlier.zone), instantMeant(later.at, zone, later.zone)];
  const limit = limitOf(earlier, typed.within, world);
  return from !== null && to !== null && limit !== null && to >= from && to <= limit;
}

/** The last instant at which a conversion still counts. Days and weeks between instants are so many times 24 hours. */
function limitOf({ at, zone }: RowTime, span: CalendarSpan, world: World): bigint | null {
  const projectZone = world.calendar.timezone;
  const duration = durationOf(span);
  if (at.kind === 'date') return instantOf(projectZone, addToLocal(microsOfDay(at.day), duration));
  const from = instantMeant(at, projectZone, zone);
  if (from === null) return null;
  const measure = measureOf(duration);
  switch (measure.kind) {
    case 'elapsed':
      return from + measure.micros;
    case 'days':
      return from + microsOfDay(measure.days);
    case 'months':
      return addToPoint(pointOfInstant(from, projectZone), duration, world.calendar).instant;
  }
}

function durationOf(span: CalendarSpan): Parameters<typeof measureOf>[0] {
  if (typeof span.level !== 'string') throw new Error('internal: a conversion within units of a calendar dataset');
  return { amount: span.amount, level: span.level };
}

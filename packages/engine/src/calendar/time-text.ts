// Dates and times as ISO text, read strictly and written in one way.
import { MAX_YEAR, MIN_YEAR, civilOf, dayOf, isCivilDate } from './civil.js';
import {
  MICROS_PER_HOUR,
  MICROS_PER_MINUTE,
  MICROS_PER_SECOND,
  dayOfMicros,
  microsOfDay,
  timeOfDay,
} from './micros.js';
import { localAt, offsetAt } from './zone.js';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATETIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?$/;
const OFFSET = /^(.*?) ?(?:([Zz])|([+-])(\d{2})(?::?(\d{2}))?)$/;

/** `2026-03-01` to a day number; null for another form and for a day that does not exist. */
export function parseDate(text: string): number | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isCivilDate(year, month, day) ? dayOf(year, month, day) : null;
}

/** `2026-03-01T10:00`, `2026-03-01 10:00:00.5` to wall-clock micros; at most six digits of a second, no 24:00, no 60th second. */
export function parseDatetime(text: string): bigint | null {
  const match = DATETIME.exec(text);
  if (match === null) return null;
  const day = parseDate(match[1] ?? '');
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  if (day === null || hour > 23 || minute > 59 || second > 59) return null;
  const fraction = BigInt((match[5] ?? '').padEnd(6, '0'));
  return microsOfDay(day) + BigInt(hour * 3600 + minute * 60 + second) * MICROS_PER_SECOND + fraction;
}

/** A datetime with `Z`, `+02:00`, `+0200` or `+02` to the instant it names; null without an offset. */
export function parseTimestamp(text: string): bigint | null {
  const match = OFFSET.exec(text);
  if (match === null) return null;
  const local = parseDatetime(match[1] ?? '');
  if (local === null) return null;
  if (match[2] !== undefined) return local;
  const [hours, minutes] = [Number(match[4]), Number(match[5] ?? 0)];
  if (hours > 23 || minutes > 59) return null;
  const offset = BigInt(hours) * MICROS_PER_HOUR + BigInt(minutes) * MICROS_PER_MINUTE;
  return match[3] === '-' ? local + offset : local - offset;
}

/** Whether text can name this day: its year has four digits. */
export function isNameableDay(day: number): boolean {
  return day >= dayOf(MIN_YEAR, 1, 1) && day <= dayOf(MAX_YEAR, 12, 31);
}

/** `2026-03-01`. */
export function dateText(day: number): string {
  const date = civilOf(day);
  return `${digits(date.year, 4)}-${digits(date.month, 2)}-${digits(date.day, 2)}`;
}

/** `2026-03-01T10:00:00`, with as many digits of a second as there are. */
export function datetimeText(local: bigint): string {
  const time = timeOfDay(local);
  const fraction = time % MICROS_PER_SECOND;
  const seconds = Number(time / MICROS_PER_SECOND);
  const tail = fraction === 0n ? '' : `.${fraction.toString().padStart(6, '0').replace(/0+$/, '')}`;
  return `${dateText(dayOfMicros(local))}T${clockText(seconds)}:${digits(seconds % 60, 2)}${tail}`;
}

/** `2026-03-01T09:00:00Z`: an instant without a zone is written in UTC. */
export function timestampText(instant: bigint): string {
  return `${datetimeText(instant)}Z`;
}

/** `2026-03-01T10:00:00+01:00`. */
export function timestampTextIn(zone: string, instant: bigint): string {
  return datetimeText(localAt(zone, instant)) + offsetText(offsetAt(zone, instant));
}

/** `2026-10-25T02:00+02:00`: as much of an instant as an hour's label needs. */
export function minuteTextIn(zone: string, instant: bigint): string {
  const local = localAt(zone, instant);
  const seconds = Number(timeOfDay(local) / MICROS_PER_SECOND);
  return `${dateText(dayOfMicros(local))}T${clockText(seconds)}${offsetText(offsetAt(zone, instant))}`;
}

/** `+02:00`, and with seconds where local mean time had them. */
function offsetText(seconds: number): string {
  const size = Math.abs(seconds);
  const tail = size % 60 === 0 ? '' : `:${digits(size % 60, 2)}`;
  return `${seconds < 0 ? '-' : '+'}${clockText(size)}${tail}`;
}

function clockText(seconds: number): string {
  return `${digits(Math.floor(seconds / 3600), 2)}:${digits(Math.floor(seconds / 60) % 60, 2)}`;
}

function digits(value: number, width: number): string {
  const text = Math.abs(value).toString().padStart(width, '0');
  return value < 0 ? `-${text}` : text;
}

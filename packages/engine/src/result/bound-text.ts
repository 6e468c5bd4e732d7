// The bound of a bucket as text: a day, or for hours the instant with its offset.
import { dateText, minuteTextIn } from '../calendar/time-text.js';
import { dayAt, type Point } from '../calendar/window.js';

export function boundText(point: Point | null, hour: boolean, zone: string): string | null {
  if (point === null) return null;
  return hour ? minuteTextIn(zone, point.instant) : dateText(dayAt(zone, point.instant));
}

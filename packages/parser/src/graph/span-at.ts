// A length in the calendar that stands in YAML.
import type { Located } from '../shape/definitions.js';
import { findLevel } from '../types/read-calendar.js';
import type { World } from '../types/scope.js';
import type { CalendarSpan } from '../types/typed.js';

/** `1 year`, `52 weeks`; null where the text is none. */
export function spanAt({ text }: Located, world: World): CalendarSpan | null {
  const parts = /^([1-9]\d{0,5}) (\S+)$/.exec(text);
  const level = parts === null ? null : findLevel(parts[2] ?? '', world);
  return parts === null || level === null ? null : { amount: Number(parts[1]), level };
}

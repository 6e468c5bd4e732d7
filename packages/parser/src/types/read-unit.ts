// The text of a unit (`EUR/customer`, `order`, `1`, `days`) to a unit.
import { currencyCodes } from './currencies.js';
import { combineUnits, NO_UNIT, TIME_UNITS, unitOf, type Unit } from './unit.js';

export type UnitReading =
  | { readonly kind: 'unit'; readonly unit: Unit }
  | { readonly kind: 'unknown'; readonly word: string; readonly start: number }
  /** A month or a year has no fixed length. */
  | { readonly kind: 'span'; readonly word: string; readonly start: number }
  | { readonly kind: 'malformed' };

const SPANS = new Set(['month', 'months', 'quarter', 'quarters', 'year', 'years']);

/** `counted` are the names of counted things that the project knows; a plural `s` is understood. */
export function readUnit(text: string, counted: ReadonlySet<string>): UnitReading {
  if (text === '1') return { kind: 'unit', unit: NO_UNIT };
  const single = /[*/^]/.test(text) ? null : unitWord(text, counted);
  if (single !== null) return { kind: 'unit', unit: single };
  let unit: Unit = NO_UNIT;
  let sign: 1 | -1 = 1;
  let at = 0;
  const pattern = /([\p{L}_][\p{L}\p{N}\p{M}_]*|1)(?:\^(\d))?([*/]?)/uy;
  while (at < text.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return { kind: 'malformed' };
    const word = match[1] ?? '';
    const power = match[2] === undefined ? 1 : match[2].charCodeAt(0) - 48;
    if (power === 0 || (word === '1' && at > 0)) return { kind: 'malformed' };
    if (word !== '1') {
      const factor = unitWord(word, counted);
      if (factor === null) return { kind: SPANS.has(word) ? 'span' : 'unknown', word, start: at };
      for (let i = 0; i < power; i++) unit = combineUnits(unit, factor, sign);
    }
    at = pattern.lastIndex;
    // From left to right, as everywhere: `EUR/hour*order` is (EUR/hour)*order.
    sign = match[3] === '/' ? -1 : 1;
    if (match[3] === '' && at < text.length) return { kind: 'malformed' };
    if (match[3] !== '' && at === text.length) return { kind: 'malformed' };
  }
  return text.length === 0 ? { kind: 'malformed' } : { kind: 'unit', unit };
}

/** What a dataset or a field counts. Days that are counted are days. */
export function countedUnit(thing: string): Unit {
  const singular = thing.endsWith('s') ? thing.slice(0, -1) : thing;
  return Object.hasOwn(TIME_UNITS, singular) ? unitOf(singular, 'time') : unitOf(thing, 'counted');
}

/** Money, time and points come first: a dataset that is called `hours` does not change what `8 hours` means. */
function unitWord(word: string, counted: ReadonlySet<string>): Unit | null {
  if (currencyCodes().has(word)) return unitOf(word, 'currency');
  const singular = word.endsWith('s') ? word.slice(0, -1) : word;
  if (Object.hasOwn(TIME_UNITS, singular)) return unitOf(singular, 'time');
  if (singular === 'point') return unitOf('point', 'point');
  if (counted.has(word)) return unitOf(word, 'counted');
  if (singular !== word && counted.has(singular)) return unitOf(singular, 'counted');
  return null;
}

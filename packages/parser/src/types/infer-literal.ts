// Literals: numbers with units, texts, dates.
import type { DateExpr, NumberExpr } from '../expression/tree.js';
import { malformedLiteral, malformedUnit, spanAsUnit, unknownUnit } from './errors.js';
import { constant, unknownAt } from './make-typed.js';
import { currencyCodes } from './currencies.js';
import { readUnit } from './read-unit.js';
import type { Scope } from './scope.js';
import type { Typed } from './typed.js';
import { NO_UNIT, TIME_UNITS, type Unit } from './unit.js';
import { DATE, DATETIME, decimal, INTEGER, TIMESTAMP } from './value-type.js';

export function inferNumber(expr: NumberExpr, scope: Scope): Typed {
  const text = expr.percent ? shiftPoint(expr.text, 2) : expr.text;
  const point = text.indexOf('.');
  const type = point === -1 ? INTEGER : decimal(text.length - point - 1);
  let unit: Unit = NO_UNIT;
  if (expr.unit !== null) {
    const read = readUnitAt(expr.unit.text, expr.unit.range.start, scope);
    if (read === null) return unknownAt(expr.range);
    unit = read;
  }
  return constant({ kind: 'number', text }, type, unit, expr.range, expr.unit === null);
}

/** Reads a unit that stands at `start` of the formula; reports and returns null where it is none. */
export function readUnitAt(text: string, start: number, scope: Scope): Unit | null {
  const reading = readUnit(text, scope.world.countedThings);
  switch (reading.kind) {
    case 'unit':
      return reading.unit;
    case 'malformed':
      scope.report(malformedUnit(text, scope.at({ start, end: start + text.length })));
      return null;
    case 'span':
    case 'unknown': {
      const at = start + reading.start;
      const span = scope.at({ start: at, end: at + reading.word.length });
      const known = [...scope.world.countedThings, ...currencyCodes(), ...Object.keys(TIME_UNITS), 'point'];
      scope.report(reading.kind === 'span' ? spanAsUnit(reading.word, span) : unknownUnit(reading.word, span, known));
      return null;
    }
  }
}

/** `5` with 2 is `0.05`: exact, on the text. */
function shiftPoint(text: string, digits: number): string {
  const [whole = '0', fraction = ''] = text.split('.');
  const padded = whole.padStart(digits + 1, '0');
  const cut = padded.length - digits;
  return `${padded.slice(0, cut)}.${padded.slice(cut)}${fraction}`;
}

const HOURS = String.raw`(?:[01]\d|2[0-3])`;
const CLOCK = String.raw`[T ]${HOURS}:[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?`;
const PATTERNS = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: new RegExp(String.raw`^\d{4}-\d{2}-\d{2}${CLOCK}$`),
  timestamp: new RegExp(String.raw`^\d{4}-\d{2}-\d{2}${CLOCK}(?:Z|[+-]${HOURS}:?[0-5]\d)$`),
} as const;

const SHOWN = {
  date: "`date '2026-01-31'`",
  datetime: "`datetime '2026-01-31 10:00'`",
  timestamp: "`timestamp '2026-01-31T10:00:00Z'`",
} as const;

export function inferDate(expr: DateExpr, scope: Scope): Typed {
  if (!PATTERNS[expr.type].test(expr.text) || !isCivilDay(expr.text.slice(0, 10))) {
    scope.report(malformedLiteral(`a ${expr.type}`, expr.text, scope.at(expr.range), `write ${SHOWN[expr.type]}`));
    return unknownAt(expr.range);
  }
  const type = { date: DATE, datetime: DATETIME, timestamp: TIMESTAMP }[expr.type];
  return constant({ kind: expr.type, text: expr.text.replace(' ', 'T') }, type, NO_UNIT, expr.range, false);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for the ISO text of a day that exists. */
export function isCivilDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [match[1], match[2], match[3]].map((part) => parseInt(part ?? '0', 10));
  if (year === undefined || month === undefined || day === undefined) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
  return year >= 1 && day >= 1 && day <= last;
}

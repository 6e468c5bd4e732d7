// The cells that are tried for a field, simplest first: what the formulas name, its neighbours, the ordinary, the edges of time.
import type { CalendarSpan, Field, Graph } from '@sextant/parser';
import { measureOf, type Duration } from '../../calendar/duration.js';
import { addMonths } from '../../calendar/civil.js';
import { dateText, parseDate } from '../../calendar/time-text.js';
import { add, fromDecimalText, fromScaled, subtract } from '../../value/rational.js';
import { roundedText } from '../../value/to-text.js';
import type { At } from './counterexample.js';
import type { Involved } from './involved.js';

export interface Column {
  readonly field: string;
  /** Whole texts of cells; null is no value. Never empty. */
  readonly cells: readonly (string | null)[];
  /** A single key: its cells are told apart. */
  readonly unique: boolean;
  /** One of several fields that are the key together. */
  readonly keyPart: boolean;
  /** The dataset whose key the cells hold, where its rows are given too. */
  readonly refers: string | null;
}

/** `graph` is the later version: a test of it is what comes out. */
export function columnsOf(graph: Graph, dataset: string, involved: Involved, at: readonly At[]): readonly Column[] {
  const found = graph.datasets.get(dataset);
  if (found === undefined) return [];
  const days = daysTried(involved, at);
  return [...(involved.fields.get(dataset) ?? [])].flatMap((name) => {
    const field = found.fields.get(name);
    if (field === undefined || field.formula !== null) return [];
    const reference = found.references.find((one) => one.field === name);
    const literals = [...(involved.literals.get(`${dataset}.${name}`) ?? [])];
    const cells = cellsOf(field, literals, days, involved.texts);
    const refers = reference !== undefined && involved.fields.has(reference.to) ? reference.to : null;
    const unique = found.key.length === 1 && found.key[0] === name && refers === null;
    return [
      {
        field: name,
        cells: field.optional && !unique ? [...cells, null] : cells,
        unique,
        keyPart: found.key.length > 1 && found.key.includes(name),
        refers,
      },
    ];
  });
}

function cellsOf(
  field: Field,
  literals: readonly string[],
  days: readonly number[],
  texts: boolean,
): readonly string[] {
  const { value } = field.type;
  switch (value.kind) {
    case 'text':
      return textsTried(field, literals, texts);
    case 'boolean':
      return ['true', 'false'];
    case 'integer':
      return numbersTried(literals, 0);
    case 'decimal':
      return numbersTried(literals, value.scale);
    case 'rational':
    case 'float':
      return numbersTried(literals, 2);
    case 'date':
      return days.map(dateText);
    case 'datetime':
      return days.map((day) => `${dateText(day)}T12:00:00`);
    case 'timestamp':
      return days.map((day) => `${dateText(day)}T12:00:00Z`);
    case 'none':
    case 'unknown':
      return ['x'];
  }
}

function textsTried(field: Field, literals: readonly string[], texts: boolean): readonly string[] {
  if (field.values !== null) {
    const named = literals.filter((text) => field.values?.includes(text));
    return once([...named, ...field.values]);
  }
  const named = literals.flatMap((text) => {
    const plain = text.replaceAll('%', '').replaceAll('_', 'x');
    return texts ? [plain, plain.toUpperCase(), plain.toLowerCase(), `${plain}x`, ` ${plain}`] : [plain];
  });
  return once([...named, 'x', 'y']).filter((text) => text !== '');
}

function numbersTried(literals: readonly string[], scale: number): readonly string[] {
  const step = fromScaled(1n, scale);
  const named = literals.flatMap((text) => {
    const number = fromDecimalText(text);
    return number === null ? [] : [number, add(number, step), subtract(number, step)];
  });
  const ordinary = ['1', '2', '10', '0', '-1'].flatMap((text) => fromDecimalText(text) ?? []);
  return once([...named, ...ordinary].map((number) => roundedText(number, scale)));
}

/** The middle and the edges of the periods that are asked, one step beyond them, and all of it moved by the spans of the formulas. */
function daysTried({ spans, literals }: Involved, at: readonly At[]): readonly number[] {
  const edges = at.flatMap(({ fromDay, endDay }) => [fromDay + 9, fromDay, endDay - 1, fromDay - 1, endDay]);
  const named = [...literals.values()].flatMap((texts) =>
    [...texts].flatMap((text) => parseDate(text.slice(0, 10)) ?? []),
  );
  const near = named.flatMap((day) => [day, day - 1, day + 1]);
  const inside = edges.slice(0, 3);
  const moved = spans.flatMap((span) => inside.flatMap((day) => [movedBy(day, span, -1), movedBy(day, span, 1)]));
  // History begins with the month of the first row, so that one row from long ago makes windows of the past complete.
  const past = at.slice(0, 1).map(({ fromDay }) => addMonths(fromDay, -14));
  return onceNumber([...edges, ...near, ...moved, ...past]);
}

function movedBy(day: number, { amount, level }: CalendarSpan, sign: 1 | -1): number {
  if (typeof level !== 'string') return day + sign * 30 * amount;
  const measure = measureOf({ amount, level } satisfies Duration);
  switch (measure.kind) {
    case 'months':
      return addMonths(day, sign * measure.months);
    case 'days':
      return day + sign * measure.days;
    case 'elapsed':
      return day + sign;
  }
}

function once(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function onceNumber(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)];
}

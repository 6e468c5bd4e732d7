// A unit that stands in YAML, with what is wrong with it at its place.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Located } from '../shape/definitions.js';
import { currencyCodes } from './currencies.js';
import { malformedUnit, spanAsUnit, unknownUnit } from './errors.js';
import { placeIn } from './name-expr-of.js';
import { readUnit } from './read-unit.js';
import { TIME_UNITS, type Unit } from './unit.js';

/** Null where it is none, which was reported. */
export function unitAt(
  located: Located,
  counted: ReadonlySet<string>,
  report: (diagnostic: Diagnostic) => void,
): Unit | null {
  const reading = readUnit(located.text, counted);
  if (reading.kind === 'unit') return reading.unit;
  if (reading.kind === 'malformed') report(malformedUnit(located.text, located.span));
  else {
    const span = placeIn(located)({ start: reading.start, end: reading.start + reading.word.length });
    report(
      reading.kind === 'span'
        ? spanAsUnit(reading.word, span)
        : unknownUnit(reading.word, span, [...counted, ...currencyCodes(), ...Object.keys(TIME_UNITS), 'point']),
    );
  }
  return null;
}

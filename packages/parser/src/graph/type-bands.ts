// The bands of a KPI's status, with their defaults.
import { constant } from '../types/make-typed.js';
import type { Typed } from '../types/typed.js';
import { NO_UNIT } from '../types/unit.js';
import { decimal } from '../types/value-type.js';
import type { StatusDef } from '../shape/definitions.js';
import type { Bands } from './kpi.js';
import type { NumberReaders } from './kpi-stage.js';

const ON_TRACK = number('0.95');
const AT_RISK = number('0.85');

/** Where the definition says no `status:`, or cannot be read. */
export function defaultBands(paced: boolean): Bands {
  return { basis: paced ? 'pace' : 'score', onTrack: ON_TRACK, atRisk: AT_RISK, declared: false };
}

export function typeBands(def: StatusDef | null, paced: boolean, numbers: NumberReaders): Bands {
  if (def === null || def.basis === null || def.onTrack === null) return defaultBands(paced);
  const basis = def.basis.value;
  const read = basis === 'value' || basis === 'forecast' ? numbers.constant : numbers.plain;
  const onTrack = read(def.onTrack, 'the band of `on_track`');
  const atRisk = def.atRisk === null ? null : read(def.atRisk, 'the band of `at_risk`');
  return onTrack === null ? defaultBands(paced) : { basis, onTrack, atRisk, declared: true };
}

function number(text: string): Typed {
  return constant({ kind: 'number', text }, decimal(2), NO_UNIT, { start: 0, end: 0 }, true);
}

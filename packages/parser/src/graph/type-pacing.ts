// Which share of the way to the target is expected when.
import type { Located, PacingDef } from '../shape/definitions.js';
import type { Pacing } from './kpi.js';
import type { World } from '../types/scope.js';

/** Steps are as written; what is wrong with them is said by a rule. Null where nothing is paced, or the holidays are not known. */
export function typePacing(def: PacingDef | null, world: World): Pacing | null {
  switch (def?.kind) {
    case undefined:
      return null;
    case 'linear':
      return { kind: 'linear' };
    case 'like_prior_year':
      return { kind: 'like_prior_year' };
    case 'working_days': {
      const holidays = def.holidays?.text ?? null;
      return holidays !== null && world.dataset(holidays) === null ? null : { kind: 'working_days', holidays };
    }
    case 'steps': {
      const steps = def.steps.map(([elapsed, expected]) => ({
        elapsed: shareText(elapsed),
        expected: shareText(expected),
      }));
      const first = steps[0];
      const last = steps.at(-1);
      return {
        kind: 'steps',
        steps: [
          ...(first !== undefined && isZero(first.elapsed) ? [] : [{ elapsed: '0', expected: '0' }]),
          ...steps,
          ...(last !== undefined && isOne(last.elapsed) ? [] : [{ elapsed: '1', expected: '1' }]),
        ],
      };
    }
  }
}

/** `25%` and `0.25` as `0.25`: exact, on the text. */
export function shareText({ text }: Pick<Located, 'text'>): string {
  if (!text.endsWith('%')) return text;
  const [whole = '0', fraction = ''] = text.slice(0, -1).split('.');
  const padded = whole.padStart(3, '0');
  const after = `${padded.slice(-2)}${fraction}`.replace(/0+$/, '');
  return after === '' ? padded.slice(0, -2) : `${padded.slice(0, -2)}.${after}`;
}

function isZero(text: string): boolean {
  return /^0(?:\.0*)?$/.test(text);
}

function isOne(text: string): boolean {
  return /^1(?:\.0*)?$/.test(text);
}

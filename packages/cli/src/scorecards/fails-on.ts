// Whether a scorecard has what a build must not pass with.
import type { Status } from '@sextant/parser';
import type { Scorecard } from '../engine-port.js';

const WORSE: Readonly<Record<'off_track' | 'at_risk', readonly Status[]>> = {
  off_track: ['off_track'],
  at_risk: ['off_track', 'at_risk'],
};

/** A KPI that is shown stands like this or worse, after guardrails. What cannot be judged fails nothing. */
export function failsOn({ kpis }: Pick<Scorecard, 'kpis'>, worst: 'off_track' | 'at_risk'): boolean {
  return kpis.some(({ status }) => WORSE[worst].includes(status));
}

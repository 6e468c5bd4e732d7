// The words for how a KPI or a goal stands, and their order.

export type Status = 'no_data' | 'not_due' | 'stale' | 'achieved' | 'on_track' | 'at_risk' | 'off_track';

/** Those that take part in `worst` and in guardrails, worst first. */
export const JUDGED = ['off_track', 'at_risk', 'on_track', 'achieved'] as const satisfies readonly Status[];

export const STATUSES = ['no_data', 'not_due', 'stale', ...JUDGED] as const satisfies readonly Status[];

export type JudgedStatus = (typeof JUDGED)[number];

export function isJudged(status: Status): status is JudgedStatus {
  return (JUDGED as readonly Status[]).includes(status);
}

/** The worse of two judged statuses. */
export function worseOf(a: JudgedStatus, b: JudgedStatus): JudgedStatus {
  return JUDGED.indexOf(a) <= JUDGED.indexOf(b) ? a : b;
}

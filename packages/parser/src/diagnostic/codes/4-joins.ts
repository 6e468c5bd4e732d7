// The registry of KPI4xxx: grain, joins and time. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const joinCodes = {
  KPI4001: { title: 'no path between datasets', severity: 'error' },
  KPI4002: { title: 'two paths between datasets', severity: 'error' },
  KPI4003: { title: 'one-to-many step in a row formula', severity: 'error' },
  KPI4004: { title: 'dimension that a metric cannot reach', severity: 'error' },
  KPI4005: { title: 'reference to a dataset without a single key', severity: 'error' },
  KPI4006: { title: 'time that is no time field', severity: 'error' },
  KPI4007: { title: 'dataset without a time', severity: 'error' },
  KPI4008: { title: 'unknown calendar level', severity: 'error' },
  KPI4009: { title: 'datetime without a zone', severity: 'error' },
  KPI4010: { title: 'reference of another type than the key', severity: 'error' },
  KPI4011: { title: 'two references without roles', severity: 'error' },
  KPI4012: { title: 'state added up over time', severity: 'error' },
  KPI4013: { title: 'snapshot or interval expected', severity: 'error' },
  KPI4014: { title: 'bucket finer than the data', severity: 'error' },
  KPI4015: { title: 'window needed', severity: 'error' },
  KPI4016: { title: 'level that does not nest', severity: 'error' },
  KPI4017: { title: 'weeks shifted by months or years', severity: 'error' },
  KPI4018: { title: 'overlapping groups added up', severity: 'error' },
  KPI4019: { title: 'filter that mixes dimensions', severity: 'error' },
} as const satisfies Record<string, CodeEntry>;

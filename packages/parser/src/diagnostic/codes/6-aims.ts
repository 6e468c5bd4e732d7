// The registry of the KPI6xxx codes about what KPIs are held against. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const aimCodes = {
  KPI6005: { title: 'a number of a KPI in another unit', severity: 'error' },
  KPI6021: { title: 'a dataset of targets that cannot be read', severity: 'error' },
  KPI6027: { title: 'an incentive that pays no money', severity: 'error' },
  KPI6029: { title: 'a comparison that is no length in the calendar', severity: 'error' },
  KPI6031: { title: 'a KPI that is not a number', severity: 'error' },
} as const satisfies Record<string, CodeEntry>;

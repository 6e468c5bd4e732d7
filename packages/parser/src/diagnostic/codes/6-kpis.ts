// The registry of KPI6xxx KPIs, goals and owners. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const kpiCodes = {
  KPI6001: { title: 'KPI without a goal', severity: 'error' },
  KPI6002: { title: 'KPI without an owner', severity: 'error' },
  KPI6003: { title: 'KPI without a direction', severity: 'error' },
  KPI6004: { title: 'KPI without a target', severity: 'error' },
  KPI6006: { title: 'goals that are parts of each other', severity: 'error' },
} as const satisfies Record<string, CodeEntry>;

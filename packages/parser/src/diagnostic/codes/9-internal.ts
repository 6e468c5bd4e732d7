// The registry of KPI9xxx backend and internal. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const internalCodes = {
  KPI9001: { title: 'internal error', severity: 'error' },
  KPI9002: { title: 'file that cannot be read', severity: 'error' },
  KPI9003: { title: 'failure of the database below', severity: 'error' },
  KPI9004: { title: 'too many rows for memory', severity: 'error' },
  KPI9005: { title: 'formatting that would change the meaning', severity: 'warning' },
} as const satisfies Record<string, CodeEntry>;

// The registry of KPI8xxx tests. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const testCodes = {
  KPI8001: { title: 'test without a day', severity: 'error' },
  KPI8002: { title: 'reason that is none', severity: 'error' },
  KPI8003: { title: 'table that does not fit its question', severity: 'error' },
  KPI8004: { title: 'rows of a test that cannot be read', severity: 'error' },
  KPI8005: { title: 'finding that is none', severity: 'error' },
} as const satisfies Record<string, CodeEntry>;

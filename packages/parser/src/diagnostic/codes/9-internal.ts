// The registry of KPI9xxx backend and internal. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const internalCodes = {
  KPI9001: { title: 'fault of Sextant', severity: 'error' },
  KPI9002: { title: 'too many rows for memory', severity: 'error' },
} as const satisfies Record<string, CodeEntry>;

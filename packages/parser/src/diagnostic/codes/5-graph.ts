// The registry of KPI5xxx: the dependency graph. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const graphCodes = {
  KPI5001: { title: 'definitions that need each other', severity: 'error' },
} as const satisfies Record<string, CodeEntry>;

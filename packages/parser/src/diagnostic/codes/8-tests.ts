// The registry of KPI8xxx tests. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const testCodes = {} as const satisfies Record<string, CodeEntry>;

// The registry of KPI2xxx names. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const nameCodes = {} as const satisfies Record<string, CodeEntry>;

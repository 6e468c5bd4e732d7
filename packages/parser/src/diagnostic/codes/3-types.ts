// The registry of KPI3xxx types and units. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const typeCodes = {} as const satisfies Record<string, CodeEntry>;

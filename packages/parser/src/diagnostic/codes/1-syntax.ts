// The registry of KPI10xx YAML, KPI11xx shape, KPI12xx formula syntax. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const syntaxCodes = {} as const satisfies Record<string, CodeEntry>;

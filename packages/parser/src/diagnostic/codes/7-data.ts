// The registry of KPI7xxx data. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const dataCodes = {} as const satisfies Record<string, CodeEntry>;

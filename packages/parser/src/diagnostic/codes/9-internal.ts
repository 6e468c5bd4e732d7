// The registry of KPI9xxx backend and internal. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const internalCodes = {} as const satisfies Record<string, CodeEntry>;

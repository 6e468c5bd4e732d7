// The registry of KPI4xxx grain, joins and time. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const joinCodes = {} as const satisfies Record<string, CodeEntry>;

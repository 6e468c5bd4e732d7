// The registry of KPI6xxx KPIs, goals and owners. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const kpiCodes = {} as const satisfies Record<string, CodeEntry>;

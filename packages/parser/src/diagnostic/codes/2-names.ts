// The registry of KPI2xxx: names. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const nameCodes = {
  KPI2001: { title: 'unknown name', severity: 'error' },
  KPI2002: { title: 'name defined twice', severity: 'error' },
  KPI2003: { title: 'name of another kind', severity: 'error' },
  KPI2004: { title: 'unknown function', severity: 'error' },
  KPI2005: { title: 'field without its dataset', severity: 'error' },
  KPI2006: { title: 'unknown library', severity: 'error' },
} as const satisfies Record<string, CodeEntry>;

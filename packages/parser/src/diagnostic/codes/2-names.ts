// The registry of KPI2xxx: names. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const nameCodes = {
  KPI2001: { title: 'unknown name', severity: 'error' },
  KPI2002: { title: 'name defined twice', severity: 'error' },
  KPI2003: { title: 'name of another kind', severity: 'error' },
  KPI2004: { title: 'unknown function', severity: 'error' },
  KPI2005: { title: 'field without its dataset', severity: 'error' },
  KPI2006: { title: 'unknown library', severity: 'error' },
  KPI2007: { title: 'unknown input of a library', severity: 'error' },
  KPI2008: { title: 'missing input of a library', severity: 'error' },
  KPI2009: { title: 'input of another kind or type', severity: 'error' },
  KPI2010: { title: 'library of another version', severity: 'error' },
  KPI2011: { title: 'input that a library does not define', severity: 'error' },
  KPI2012: { title: 'library with rows of its own', severity: 'error' },
  KPI2013: { title: 'section that a library does not have', severity: 'error' },
  KPI2014: { title: 'folder of the standard library', severity: 'error' },
} as const satisfies Record<string, CodeEntry>;

// The registry of KPI7xxx data. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const dataCodes = {
  // KPI700x: sources
  KPI7001: { title: 'source that does not exist', severity: 'error' },
  KPI7002: { title: 'source outside the data folder', severity: 'error' },
  KPI7003: { title: 'source that cannot be read', severity: 'error' },
  KPI7004: { title: 'dataset without a source', severity: 'error' },
  KPI7005: { title: 'names that differ in letter case only', severity: 'error' },
  // KPI701x: columns
  KPI7010: { title: 'missing column', severity: 'error' },
  KPI7011: { title: 'column that stands twice', severity: 'error' },
  KPI7012: { title: 'column of another type', severity: 'error' },
  // KPI702x: values
  KPI7020: { title: 'value of another type', severity: 'error' },
  KPI7021: { title: 'number that is not finite', severity: 'error' },
  KPI7022: { title: 'row without a key', severity: 'error' },
  KPI7023: { title: 'duplicate key', severity: 'error' },
  KPI7024: { title: 'missing value', severity: 'warning' },
  KPI7025: { title: 'value that is not listed', severity: 'warning' },
  KPI7026: { title: 'dangling reference', severity: 'warning' },
  KPI7027: { title: 'unknown currency in the data', severity: 'warning' },
  KPI7028: { title: 'overlapping versions', severity: 'error' },
  // KPI703x: rows that an answer leaves out
  KPI7030: { title: 'row without a time', severity: 'info' },
  KPI7031: { title: 'amount without a rate left out', severity: 'info' },
  KPI7032: { title: 'row without an entity', severity: 'info' },
  KPI7033: { title: 'row whose time is not over', severity: 'info' },
  KPI7034: { title: 'group without a target', severity: 'warning' },
} as const satisfies Record<string, CodeEntry>;

// The registry of KPI10xx YAML, KPI11xx shape, KPI12xx formula syntax. A code is born here, stays for ever and is never used again for something else.
import type { CodeEntry } from './code-entry.js';

export const syntaxCodes = {
  // KPI11xx: the shape of a file
  KPI1101: { title: 'unknown key', severity: 'error' },
  KPI1102: { title: 'missing key', severity: 'error' },
  KPI1103: { title: 'wrong kind of value', severity: 'error' },
  KPI1104: { title: 'missing value', severity: 'error' },
  KPI1105: { title: 'key without effect', severity: 'error' },
  KPI1106: { title: 'keys that exclude each other', severity: 'error' },
  KPI1107: { title: 'unknown word', severity: 'error' },
  KPI1108: { title: 'malformed value', severity: 'error' },
  KPI1109: { title: 'malformed field type', severity: 'error' },
  KPI1110: { title: 'text cut by YAML', severity: 'error' },
  KPI1111: { title: 'malformed name', severity: 'error' },
  KPI1112: { title: 'key in the wrong file', severity: 'error' },
  KPI1113: { title: 'second project file', severity: 'error' },
  KPI1114: { title: 'unsupported connection type', severity: 'error' },
  KPI1115: { title: 'unknown file format', severity: 'error' },
  KPI1116: { title: 'severity that cannot be set', severity: 'error' },
  KPI1117: { title: 'repeated list item', severity: 'error' },
  KPI1118: { title: 'comment in a one-line formula', severity: 'error' },
  KPI1119: { title: 'bare null in a test row', severity: 'error' },
  KPI1120: { title: 'wrong number of list items', severity: 'error' },
} as const satisfies Record<string, CodeEntry>;

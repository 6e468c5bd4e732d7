// The options of `kpi check`.
import type { Options } from '../command-line/command.js';
import { REPORT_FORMATS } from './report-formats.js';

export const checkOptions = {
  format: {
    kind: 'list',
    value: 'FORMAT[=FILE]',
    help: `how findings are written, and where: ${REPORT_FORMATS.join(', ')}`,
    default: 'text; github in a GitHub workflow',
  },
  'fail-on': {
    kind: 'text',
    value: 'SEVERITY',
    choices: ['error', 'warning', 'info'],
    help: 'exit with 1 for findings of this severity and worse',
    default: 'error',
  },
  strict: { kind: 'flag', help: 'the same as `--fail-on warning`' },
  'changed-since': {
    kind: 'text',
    value: 'REF',
    help: 'only what a change since this branch or commit may have brought: findings about changed files, and all errors',
  },
  baseline: { kind: 'text', value: 'FILE', help: 'leave out the findings that are known from this file' },
  'write-baseline': { kind: 'text', value: 'FILE', help: 'make all findings of now known ones' },
  'as-of': {
    kind: 'text',
    value: 'DAY',
    help: 'the day on which reviews are overdue or not',
    default: 'today in the project’s zone',
  },
  fix: { kind: 'flag', help: 'apply the fixes that are safe' },
  'fix-dry-run': { kind: 'flag', help: 'show what `--fix` would change, as a diff' },
  watch: { kind: 'flag', help: 'check again whenever a file changes; Ctrl-C ends it' },
} as const satisfies Options;

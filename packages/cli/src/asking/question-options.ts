// The options by which `kpi eval` and `kpi sql` are asked the same question.
import type { Options } from '../command-line/command.js';

export const questionOptions = {
  by: { kind: 'list', value: 'DIMENSION', help: 'group by it: a dimension or `dataset.field`' },
  grain: { kind: 'text', value: 'LEVEL', help: 'a row per `day`, `week`, `month`, `fiscal_quarter`, ...' },
  from: { kind: 'text', value: 'PERIOD', help: 'first day or period: `2026-01-15`, `2026-01`, `FY2027-Q1`' },
  to: { kind: 'text', value: 'PERIOD', help: 'last day or period, inclusive' },
  where: { kind: 'text', value: 'CONDITION', help: "only rows that satisfy it: `channel = 'web'`" },
  having: { kind: 'text', value: 'CONDITION', help: 'only results that satisfy it: `revenue > 1000 EUR`' },
  order: { kind: 'list', value: 'COLUMN', help: 'sort by a column: `revenue desc`' },
  limit: { kind: 'text', value: 'N', help: 'at most N rows' },
  question: { kind: 'text', value: 'NAME', help: 'a question of the project instead of METRIC and the options above' },
  'as-of': { kind: 'text', value: 'DAY', help: 'the last day that is known', default: 'today in the project’s zone' },
  param: { kind: 'list', value: 'NAME=VALUE', help: 'another value for a parameter' },
  data: { kind: 'list', value: 'DATASET=FILE', help: 'read a dataset from this file, which may lie anywhere' },
  project: { kind: 'text', value: 'DIR', help: 'a folder of the project', default: 'the current one' },
  memory: {
    kind: 'text',
    value: 'SIZE',
    help: 'the most memory for the data, such as `2GB`',
    default: '80% of the machine’s',
  },
  threads: { kind: 'text', value: 'N', help: 'how many cores to use', default: 'all' },
  'no-cache': { kind: 'flag', help: 'check all data files again, also those that passed unchanged before' },
} as const satisfies Options;

/** What a named question says itself. */
export const saidByQuestion = ['by', 'grain', 'from', 'to', 'where', 'having', 'order', 'limit'] as const;

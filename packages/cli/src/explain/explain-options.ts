// The options of `kpi explain`.
import type { Options } from '../command-line/command.js';
import { questionOptions } from '../asking/question-options.js';

const { where, param, data, project, memory, threads } = questionOptions;

export const explainOptions = {
  at: {
    kind: 'text',
    value: 'PERIOD',
    help: 'the period of the number: `2026-05`, `FY2027-Q1`, `2026-01..2026-03`',
    default: 'all that is known; for a KPI its current period',
  },
  versus: {
    kind: 'text',
    value: 'PERIOD',
    help: 'why it changed since that period; `prior` is the one before, or what a KPI compares with',
  },
  by: {
    kind: 'list',
    value: 'DIMENSION',
    help: 'take the change apart by its groups',
    default: 'a KPI’s slices, else up to 3 dimensions with few groups',
  },
  where,
  format: {
    kind: 'text',
    value: 'FORMAT',
    choices: ['text', 'json', 'markdown'],
    help: 'how it is written',
    default: 'text',
  },
  'as-of': questionOptions['as-of'],
  param,
  data,
  project,
  memory,
  threads,
  'no-cache': questionOptions['no-cache'],
} as const satisfies Options;

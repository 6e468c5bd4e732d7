// What the panes computed is what the editor says of names: of the definitions and the day as they are, and of nothing else.
import { expect, test } from 'vitest';
import { dayOf } from '../../packages/playground/src/flow/day-of.js';
import { valuesIn } from '../../packages/playground/src/flow/values-in.js';
import { initialState } from '../../packages/playground/src/state/initial-state.js';
import type { AppState, Done } from '../../packages/playground/src/state/app-state.js';
import type { AskView, ExplainView, Shown } from '../../packages/playground/src/state/views.js';

const opened: AppState = { ...initialState(), asOf: '2026-03-31', revision: 3, dataRevision: 1 };

function shown(text: string, unit = 'EUR'): Shown {
  return { text, exact: null, unit, approximate: false, missing: null };
}

function done<T>(now: AppState, value: T): Done<T> {
  const key = JSON.stringify([...dayOf(now), 'auto', 'what was asked']);
  return { kind: 'done', key, value, engine: 'reference', milliseconds: 1 };
}

const weeks: AskView = {
  columns: [
    { kind: 'bucket', name: 'week' },
    { kind: 'metric', name: 'revenue', title: null, unit: 'EUR', overlapping: false },
  ],
  rows: [
    { bucket: { label: '2026-W12', complete: true }, keys: [], cells: [shown('10')] },
    { bucket: { label: '2026-W13', complete: true }, keys: [], cells: [shown('12')] },
  ],
  asOf: '2026-03-31',
  chart: null,
  notes: [],
  csv: '',
};

const explained: ExplainView = {
  title: 'Revenue',
  name: 'revenue',
  kind: 'metric',
  period: '2026-03',
  asOf: '2026-03-31',
  where: null,
  value: { ...shown('—'), missing: 'there is no row' },
  words: [],
  standing: null,
  tree: {
    id: '0',
    sign: '',
    metric: 'revenue',
    title: '',
    formula: '',
    shown: shown('1'),
    place: null,
    details: [],
    children: [],
  },
  change: null,
  notes: [],
};

test('the last period of an answer is what a metric is worth', () => {
  const now = { ...opened, answers: { ...opened.answers, result: done(opened, weeks) } };
  expect(valuesIn(now)).toEqual([{ kind: 'metric', name: 'revenue', text: '12 EUR (2026-W13, as of 2026-03-31)' }]);
});

test('an explanation says why there is none, until an answer has one', () => {
  const answers = { ...opened.answers, explain: done(opened, explained) };
  const before = valuesIn({ ...opened, answers });
  expect(before.map(({ text }) => text)).toEqual(['no value, there is no row (2026-03, as of 2026-03-31)']);
  const after = valuesIn({ ...opened, answers: { ...answers, result: done(opened, weeks) } });
  expect(after.map(({ text }) => text)).toEqual(['12 EUR (2026-W13, as of 2026-03-31)']);
});

test.each([
  ['another edit', { revision: 4 }],
  ['other data', { dataRevision: 2 }],
  ['another day', { asOf: '2026-04-30' }],
  ['a part of the rows', { asked: { ...opened.asked, where: "channel = 'email'" } }],
])('%s: nothing is known', (_, change) => {
  const now = { ...opened, ...change, answers: { ...opened.answers, result: done(opened, weeks) } };
  expect(valuesIn(now)).toEqual([]);
});

test('groups are no value of the whole', () => {
  const groups = { ...weeks, columns: [{ kind: 'key' as const, name: 'channel' }, ...weeks.columns.slice(1)] };
  const now = { ...opened, answers: { ...opened.answers, result: done(opened, groups) } };
  expect(valuesIn(now)).toEqual([]);
});

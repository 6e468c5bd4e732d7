// The example of the page KPI7034: what is said of groups that nobody planned.
import { parseProject } from '@sextant/parser';
import { referenceAsker, scorecard } from '@sextant/engine';
import { expect, test } from 'vitest';
import { rowsFromTexts } from '../../../packages/engine/src/reference/rows.js';
import { filesOf, readPage } from '../../docs/page.js';
import { readTable } from '../reference/ask.js';

const { sections } = readPage('docs/errors/KPI7034.md');

test.each([
  ['Fails', ['`revenue_by_channel` counts a group without a target in 2026-03: `kiosk`'], '217.00'],
  ['Passes', [], '175.00'],
])('%s', async (title, messages, value) => {
  const blocks = sections.find((section) => section.title === title)?.blocks ?? [];
  const { value: graph } = parseProject(filesOf(blocks.find(({ info }) => info === 'yaml')?.text ?? ''));
  const [, ...table] = (blocks.find(({ info }) => info === 'csv')?.text ?? '').split('\n');
  const rows = rowsFromTexts(graph, new Map([['orders', readTable(table.join('\n'))]])).value;
  const card = (await scorecard(graph, referenceAsker(graph, rows), { asOf: '2026-03-31' })).value;
  expect(card?.diagnostics.filter(({ code }) => code === 'KPI7034').map(({ message }) => message)).toEqual(messages);
  const [reading] = card?.kpis ?? [];
  expect(reading?.standing.value.value).toBe(value.replace(/\.00$/, ''));
  expect(reading?.standing.aim).toMatchObject({ kind: 'target', target: { value: '180' } });
});

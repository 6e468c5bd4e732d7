// The pages of what an answer leaves out (KPI703x): their examples are asked of the reference.
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseProject } from '@sextant/parser';
import { filesOf, readPage, type Section } from '../../docs/page.js';
import { ask, readTable } from './ask.js';
import { rowsFromTexts } from '../../../packages/engine/src/reference/rows.js';

function codesOf(section: Section | undefined): readonly string[] {
  const text = (info: string): string => section?.blocks.find((block) => block.info === info)?.text ?? '';
  const { value: graph, diagnostics } = parseProject(filesOf(text('yaml')));
  expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
  const tables = filesOf(text('csv')).filter((file) => file.path.endsWith('.csv'));
  const rows = rowsFromTexts(
    graph,
    new Map(tables.map((file) => [file.path.replace('.csv', ''), readTable(file.text)])),
  );
  const { as_of: asOf = '2026-06-30', metrics } = parse(text('question'), { schema: 'failsafe' }) as {
    as_of?: string;
    metrics: readonly string[];
  };
  return ask({ graph, rows: rows.value }, { metrics, asOf }).diagnostics.map((one) => one.code);
}

test.each(['KPI7030', 'KPI7031', 'KPI7032', 'KPI7033'])('%s', (code) => {
  const { sections } = readPage(`docs/errors/${code}.md`);
  const section = (title: string): Section | undefined => sections.find((one) => one.title === title);
  expect(codesOf(section('Fails'))).toEqual([code]);
  expect(codesOf(section('Passes'))).toEqual([]);
});

// Warnings that a definition ignores, and ignores that silence nothing.
import { expect, test } from 'vitest';
import { applyIgnores, makeDiagnostic, parseProject } from '@sextant/parser';
import { saidOf, saidWith, whole } from './sets.js';

test('a warning is not said of the definition that ignores it', () => {
  const ignore = '{ KPI6042: both names are in the contract }';
  expect(saidOf([['owners:\n', `  sales: { formula: revenue, ignore: ${ignore} }\nowners:\n`]])).toEqual([]);
  // It is said of the second one.
  expect(
    saidOf([
      ['owners:\n', '  sales: revenue\nowners:\n'],
      ['description: What customers paid.', `description: What customers paid., ignore: ${ignore}`],
    ]),
  ).toEqual(['KPI6060 @ KPI6042', 'KPI6042 @ sales']);
});

test('warnings about a formula of its own', () => {
  const text = 'x: { formula: revenue - sum(orders.cost where returned), ignore: { KPI3025: every month has some } }';
  expect(saidWith('metrics', text)).toEqual([]);
});

test('what is off by default may be ignored where it is on', () => {
  const kpi = [['worst: 20% }', 'worst: 20%, ignore: { KPI6054: nobody acts on it } }']] as const;
  expect(saidOf(kpi, '{ KPI6054: warning }')).toEqual(['KPI6054 @ revenue_month']);
  expect(saidOf(kpi)).toEqual([]);
});

test('an ignore that silences nothing', () => {
  expect(saidOf([['description: All orders.', 'description: All orders., ignore: { KPI6042: why }']])).toEqual([
    'KPI6060 @ KPI6042',
  ]);
  // What data or the day decides cannot be told here; nor can anything beside an error.
  expect(saidOf([['one: visit,', 'one: visit, ignore: { KPI7024: a form lost them },']])).toEqual([]);
  expect(saidOf([['goal: care,', 'goal: care, ignore: { KPI6059: why },']])).toEqual([]);
  expect(
    saidOf([
      ['description: All orders.', 'description: All orders., ignore: { KPI6042: why }'],
      ['goal: care', 'goal: carre'],
    ]),
  ).toEqual(['KPI2001 @ carre']);
});

test('errors are not ignored', () => {
  expect(saidOf([['description: All orders.', 'description: All orders., ignore: { KPI2001: why }']])).toEqual([
    'KPI1116 @ KPI2001',
  ]);
});

test('diagnostics of the data, where they point into a dataset or a field that ignores them', () => {
  const text = whole
    .replace('one: visit,', 'one: visit, ignore: { KPI7024: a form lost them },')
    .replace('channel: text\n', 'channel: { type: text, ignore: { KPI7025: they vary } }\n');
  const { value } = parseProject([{ path: 'a.kpi.yaml', text }]);
  const at = (words: string): { file: string; start: number; end: number } => {
    const start = text.indexOf(words);
    return { file: 'a.kpi.yaml', start, end: start + words.length };
  };
  const said = (code: 'KPI7024' | 'KPI7025', words: string): number =>
    applyIgnores([makeDiagnostic(code, 'm', at(words))], value).length;
  expect(said('KPI7024', 'visits')).toBe(0);
  expect(said('KPI7024', 'order_id: text')).toBe(1);
  expect(said('KPI7025', 'channel')).toBe(0);
  expect(said('KPI7024', 'channel')).toBe(1);
});

// What the YAML extension says of a line is not said twice; what a schema cannot know is always said.
import { expect, test } from 'vitest';
import { withoutDoubles, type Listed } from '../../editors/vscode/src/without-doubles.js';

const on = (line: number, code: unknown, source = 'kpi'): Listed => ({ range: { start: { line } }, code, source });
const ofSchema = (line: number): Listed => on(line, 513, 'yaml-schema: Sextant definitions');

test('without the other extension everything stays', () => {
  const ours = [on(1, 'KPI1101'), on(2, 'KPI2001')];
  expect(withoutDoubles(ours, ours)).toBe(ours);
});

test('keys and values that it marks on the same line are its own', () => {
  const ours = [on(1, 'KPI1101'), on(2, { value: 'KPI1103', target: 'page' }), on(3, 'KPI1102')];
  expect(withoutDoubles(ours, [...ours, ofSchema(1), ofSchema(2)])).toEqual([ours[2]]);
});

test('names, formulas, aims and YAML are said in any case', () => {
  const ours = ['KPI1022', 'KPI1203', 'KPI2001', 'KPI3025', 'KPI6001'].map((code) => on(1, code));
  expect(withoutDoubles(ours, [...ours, ofSchema(1)])).toEqual(ours);
});

test('other extensions say other things', () => {
  const ours = [on(1, 'KPI1101')];
  expect(withoutDoubles(ours, [...ours, on(1, 'x', 'prettier'), on(1, 'y', 'YAML')])).toEqual(ours);
});

// A function of another language is no function here, and the message says what is written instead.
import { expect, test } from 'vitest';
import { parseProject } from '@sextant/parser';
import { foreignFunctionHint, foreignFunctionNames } from '../../../packages/parser/src/functions/foreign-functions.js';
import { findFunction } from '../../../packages/parser/src/functions/registry.js';

test.each(foreignFunctionNames)('%s', (name) => {
  expect(findFunction(name)).toBeNull();
});

test('the hint is the help of the message, whatever the case', () => {
  const { diagnostics } = parseProject([
    { path: 'kpi.project.yaml', text: 'project: shop\n' },
    {
      path: 'x.kpi.yaml',
      text: `datasets:
  orders: { from: orders.csv, key: id, time: none, fields: { id: text, status: integer } }
metrics:
  open: COUNTIF(orders.status = 1)
`,
    },
  ]);
  expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([['KPI2004', foreignFunctionHint('countif')]]);
});

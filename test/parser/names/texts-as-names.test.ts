// The most common slip of those who come from another language: a text without quotes, or in double ones.
import { expect, test } from 'vitest';
import { parseProject } from '@sextant/parser';

function helps(condition: string): readonly (string | undefined)[] {
  const { diagnostics } = parseProject([
    {
      path: 'x.kpi.yaml',
      text: `
datasets:
  orders:
    from: orders.csv
    time: none
    fields: { status: { type: text, values: [paid, open] }, amount: decimal(2) EUR }
metrics:
  revenue: sum(orders.amount where ${condition})
  filtered: sum(orders.amount) where orders.${condition}
`,
    },
  ]);
  return diagnostics.map((one) => `${one.code} ${one.help}`);
}

test.each(['status = "paid"', 'status = paid', 'status = "never heard of"'])('%s', (condition) => {
  const text = /never/.test(condition) ? 'never heard of' : 'paid';
  expect(helps(condition)).toEqual(Array(2).fill(`KPI2001 a text stands in single quotes: \`'${text}'\``));
});

test('a misspelt field is a misspelt field', () => {
  expect(helps("staus = 'paid'")).toEqual(Array(2).fill('KPI2001 did you mean `status`?'));
});

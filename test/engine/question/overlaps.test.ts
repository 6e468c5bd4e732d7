// Only keys of the answer make groups that share rows: what a `per` inside does is not shown.
import { expect, it } from 'vitest';
import { parseProject } from '@sextant/parser';
import { NO_FACTS, planQuestion } from '@sextant/engine';
import { checkQuestion } from '../../../packages/engine/src/question/check-question.js';
import { overlaps } from '../../../packages/engine/src/question/overlaps.js';

const { value: graph } = parseProject([
  { path: 'kpi.project.yaml', text: 'project: bridge\n' },
  {
    path: 'sales.kpi.yaml',
    text: `
datasets:
  sales:
    from: sales.csv
    key: sale_id
    time: day
    fields: { sale_id: text, day: date, product_id: { type: text, references: products }, pieces: integer }
  products: { from: products.csv, key: product_id, time: none, fields: { product_id: text } }
  product_tags:
    from: tags.csv
    key: [product_id, tag]
    time: none
    fields: { product_id: { type: text, references: products }, tag: text }
dimensions: { tag: product_tags.tag, product: products.product_id }
metrics: { sold: sum(sales.pieces) }
`,
  },
]);

it.each([
  [['sold'], ['tag'], true],
  [['sold'], ['product'], false],
  [['max(sold per tag)'], [], false],
  [['max(sold per tag)'], ['product'], false],
  [['sold across tag'], ['tag'], true],
])('%s by %s: %s', (metrics, by, expected) => {
  const checked = checkQuestion(graph, { metrics, by, asOf: '2026-03-31' }).value;
  if (checked === null) throw new Error('the question was refused');
  expect(overlaps(graph, checked)).toBe(expected);
  const planning = planQuestion(graph, checked, NO_FACTS);
  expect(planning.kind === 'plan' && planning.plan.overlapping).toBe(expected);
});

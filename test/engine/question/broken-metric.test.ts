// A metric whose definition has an error is not left out of an answer: there is no answer.
import { expect, test } from 'vitest';
import { parseProject } from '@sextant/parser';
import { checkQuestion } from '../../../packages/engine/src/question/check-question.js';

test('an answer is never short of a column', () => {
  const { value: graph } = parseProject([
    { path: 'kpi.project.yaml', text: 'project: p\n' },
    {
      path: 'x.kpi.yaml',
      text: `
datasets:
  orders: { from: orders.csv, key: order_id, time: none, fields: { order_id: text } }
metrics:
  placed: count(orders)
  broken: sum(orders.nothing)
`,
    },
  ]);
  expect(checkQuestion(graph, { metrics: ['placed', 'broken'], asOf: '2026-06-30' }).value).toBeNull();
  expect(checkQuestion(graph, { metrics: ['placed'], asOf: '2026-06-30' }).value).not.toBeNull();
});

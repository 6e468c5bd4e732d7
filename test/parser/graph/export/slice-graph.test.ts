import { sliceGraph, type Picture } from '@sextant/parser';
import { expect, test } from 'vitest';
import { pictureOfFiles, shopFiles } from './make.js';

const picture = pictureOfFiles(shopFiles);
const ids = (slice: Picture): readonly string[] => slice.nodes.map(({ id }) => id);

test('upstream is all that a node needs, to the data, without the other fields of its datasets', () => {
  expect(ids(sliceGraph(picture, 'kpi:monthly', 'upstream'))).toEqual([
    'dataset:orders',
    'field:orders.amount',
    'metric:revenue',
    'kpi:monthly',
    'goal:growth',
    'owner:sales',
  ]);
});

test('downstream is all that changes with a node', () => {
  expect(ids(sliceGraph(picture, 'field:orders.amount', 'downstream'))).toEqual([
    'field:orders.amount',
    'metric:aov',
    'metric:revenue',
    'kpi:monthly',
    'test:a "quoted" \\back <b>|',
    'question:by_region',
  ]);
});

test('a dataset has its fields and what they reference downstream', () => {
  const slice = ids(sliceGraph(picture, 'dataset:customers', 'downstream'));
  expect(slice).toContain('field:customers.region');
  expect(slice).toContain('field:orders.customer_id');
  expect(slice).toContain('dimension:region');
  expect(slice).not.toContain('metric:revenue');
});

test('both ends of every edge of a slice are in it', () => {
  const slice = sliceGraph(picture, 'metric:aov', 'upstream');
  const nodes = new Set(ids(slice));
  expect(slice.edges.every(({ from, to }) => nodes.has(from) && nodes.has(to))).toBe(true);
});

test('the slice of an unknown node is empty', () => {
  expect(sliceGraph(picture, 'metric:nothing', 'upstream')).toMatchObject({ nodes: [], edges: [] });
});

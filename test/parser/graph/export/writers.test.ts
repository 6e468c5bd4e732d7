import { graphDot, graphJson, graphMermaid, graphText, graphTree } from '@sextant/parser';
import { expect, test } from 'vitest';
import { pictureOfFiles, shopFiles } from './make.js';

const picture = pictureOfFiles(shopFiles);

test('text lists every definition with its edges', () => {
  expect(graphText(picture)).toContain('metric aov\n  uses metric orders_placed\n  uses metric revenue\n');
  expect(graphText(picture)).toContain('metric revenue "The "revenue""');
  expect(graphText(pictureOfFiles([]))).toBe('nothing is defined\n');
});

test('a tree tells what stands above only once', () => {
  expect(graphTree(picture, 'metric:aov', 'upstream')).toBe(
    [
      'metric aov',
      '  uses metric orders_placed',
      '    aggregates dataset orders',
      '  uses metric revenue "The "revenue""',
      '    aggregates dataset orders',
      '    computes from field orders.amount',
      '      is in dataset orders',
      '',
    ].join('\n'),
  );
  expect(graphTree(picture, 'metric:revenue', 'downstream')).toContain(
    '  metric aov uses it\n    question by_region asks it\n',
  );
});

test('JSON is versioned and has places', () => {
  const json = JSON.parse(graphJson(picture, shopFiles)) as {
    version: number;
    project: string;
    nodes: { id: string; line: number; column: number }[];
    edges: unknown[];
  };
  expect(json).toMatchObject({ version: 1, project: 'shop' });
  expect(json.nodes.find(({ id }) => id === 'metric:aov')).toEqual({
    id: 'metric:aov',
    kind: 'metric',
    name: 'aov',
    title: null,
    file: 'shop.kpi.yaml',
    line: 18,
    column: 3,
  });
  expect(json.edges).toContainEqual({ from: 'kpi:monthly', kind: 'serves', to: 'goal:growth' });
});

test('Mermaid gets no sign of its own from a name', () => {
  const text = graphMermaid(picture);
  const line = text.split('\n').find((one) => one.includes('test a '));
  expect(line).toMatch(/^ {2}n\d+>"test a #34;quoted#34; #92;back #60;b#62;#124;"\]$/);
  expect(text.startsWith('flowchart LR\n')).toBe(true);
  expect(text).toMatch(/n\d+ -->\|owned by\| n\d+/);
});

test('DOT quotes every name', () => {
  const text = graphDot(picture);
  expect(text).toContain(
    '"test:a \\"quoted\\" \\\\back <b>|" [label="test\\na \\"quoted\\" \\\\back <b>|", shape=note];',
  );
  expect(text).toContain('"kpi:monthly" -> "goal:growth" [label="serves"];');
  expect(text.startsWith('digraph "shop" {\n')).toBe(true);
});

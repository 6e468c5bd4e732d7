import { expect, test } from 'vitest';
import { pictureOfFiles, shopFiles } from './make.js';

test('nodes come by kind and name, whatever the order of files and definitions', () => {
  const picture = pictureOfFiles(shopFiles);
  const [project, shop] = shopFiles;
  const again = pictureOfFiles([shop, project].flatMap((file) => file ?? []));
  expect(again).toEqual(picture);
  expect(picture.nodes.map(({ kind }) => kind).filter((kind, i, all) => kind !== all[i - 1])).toEqual([
    'dataset',
    'field',
    'dimension',
    'metric',
    'kpi',
    'goal',
    'owner',
    'test',
    'question',
  ]);
});

test('a name that is used and not defined is a node without a place', () => {
  const picture = pictureOfFiles([
    { path: 'kpi.project.yaml', text: 'project: shop\n' },
    { path: 'a.kpi.yaml', text: 'goals:\n  growth: { title: Grow, owner: nobody }\n' },
  ]);
  expect(picture.nodes).toContainEqual({ id: 'owner:nobody', kind: 'owner', name: 'nobody', title: null, span: null });
});

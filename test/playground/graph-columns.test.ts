// Columns of the graph: kinds in their order, and nothing before what it is made of.
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../packages/playground/src/language/graph-columns.js';

const node = (id: string) => ({ id, kind: id.split(':')[0] ?? '' });

describe('columns of the graph', () => {
  test('data stands before metrics, metrics before KPIs, KPIs before goals', () => {
    const nodes = ['goal:growth', 'kpi:sales', 'metric:revenue', 'dataset:orders'].map(node);
    const links = [
      { from: 'dataset:orders', to: 'metric:revenue' },
      { from: 'metric:revenue', to: 'kpi:sales' },
      { from: 'kpi:sales', to: 'goal:growth' },
    ];
    expect(Object.fromEntries(columnsOf(nodes, links))).toEqual({
      'dataset:orders': 0,
      'metric:revenue': 1,
      'kpi:sales': 2,
      'goal:growth': 3,
    });
  });

  test('a metric of metrics stands after them, and all KPIs after all metrics', () => {
    const nodes = ['metric:a', 'metric:b', 'metric:c', 'kpi:of_a', 'kpi:guarded'].map(node);
    const links = [
      { from: 'metric:a', to: 'metric:b' },
      { from: 'metric:b', to: 'metric:c' },
      { from: 'metric:a', to: 'metric:c' },
      { from: 'metric:a', to: 'kpi:of_a' },
      { from: 'kpi:of_a', to: 'kpi:guarded' },
    ];
    const columns = columnsOf(nodes, links);
    expect(['metric:a', 'metric:b', 'metric:c', 'kpi:of_a', 'kpi:guarded'].map((id) => columns.get(id))).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });

  test('a circle, which is an error, has columns all the same', () => {
    const nodes = ['metric:a', 'metric:b'].map(node);
    const columns = columnsOf(nodes, [
      { from: 'metric:a', to: 'metric:b' },
      { from: 'metric:b', to: 'metric:a' },
    ]);
    expect([...columns.values()].every((column) => column >= 0 && column < 3)).toBe(true);
  });
});

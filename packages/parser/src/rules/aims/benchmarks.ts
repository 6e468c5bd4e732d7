// The values of percentiles go one way.
import { compareConstants } from '../../types/constant-number.js';
import type { Rule } from '../rule.js';
import { unorderedPercentiles } from './errors.js';

export const benchmarks: Rule = {
  name: 'benchmarks',
  check(graph, report) {
    for (const { def, benchmark } of graph.kpis.values()) {
      if (benchmark === null) continue;
      const place = (percentile: number) =>
        def.benchmark?.percentiles.find(({ at }) => at.text === `p${percentile}`)?.value;
      let way: number | null = null;
      for (const [i, point] of benchmark.points.entries()) {
        const before = benchmark.points[i - 1];
        const order = before === undefined ? null : compareConstants(before.value, point.value);
        if (before === undefined || order === null || order === 0) continue;
        const [at, last] = [place(point.percentile), place(before.percentile)];
        if (way !== null && way !== order && at !== undefined && last !== undefined) {
          report(unorderedPercentiles(at.span, last.span));
          break;
        }
        way = order;
      }
    }
  },
};

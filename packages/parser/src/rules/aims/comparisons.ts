// The period that a trend compares with is a period: weeks move by weeks.
import type { Rule } from '../rule.js';
import { weeksByYears } from './errors.js';

const LONGER: readonly unknown[] = ['month', 'quarter', 'year', 'fiscal_quarter', 'fiscal_year'];

export const comparisons: Rule = {
  name: 'comparisons',
  check(graph, report) {
    for (const { def, every, compare } of graph.kpis.values()) {
      if (every === 'week' && def.compare !== null && LONGER.includes(compare?.level))
        report(weeksByYears(def.compare));
    }
  },
};

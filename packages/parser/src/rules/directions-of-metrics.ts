// A KPI wants its metric to go where the metric says that better is.
import { directionOfMetric } from './set-errors.js';
import type { Rule } from './rule.js';

export const directionsOfMetrics: Rule = {
  name: 'directions-of-metrics',
  check(graph, report) {
    for (const { def, direction } of graph.kpis.values()) {
      if (def.metric === null || direction === null) continue;
      const says = graph.metrics.get(def.metric.text)?.def.direction ?? null;
      if (says === null || says.value === 'neither' || says.value === direction) continue;
      // A range may be wanted of a number that is better high or low: not too much of a good thing.
      if (direction === 'range') continue;
      report(directionOfMetric(def.direction?.span ?? def.name.span, direction, def.metric, says.span));
    }
  },
};

// Metrics, KPIs and goals say what they mean; a KPI may leave that to its metric.
import { undescribed } from './set-errors.js';
import type { Rule } from './rule.js';

export const descriptions: Rule = {
  name: 'descriptions',
  says: ['KPI6053'],
  check({ metrics, kpis, goals }, report) {
    for (const { def } of metrics.values())
      if (def.description === null && def.origin === null) report(undescribed('metric', def.name));
    for (const { def } of kpis.values()) {
      const metric = def.metric === null ? undefined : metrics.get(def.metric.text);
      // Where the metric lacks one too, it is said there.
      if (def.description === null && metric === undefined) report(undescribed('KPI', def.name));
    }
    for (const { def } of goals.values()) if (def.description === null) report(undescribed('goal', def.name));
  },
};

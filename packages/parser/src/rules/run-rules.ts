// Runs rules over a graph, and remembers of which metrics they had nothing to say.
import { isOff } from '../diagnostic/is-off.js';
import type { Graph, Metric } from '../graph/graph.js';
import { reportingIn } from '../types/reporting-in.js';
import type { Report, Rule } from './rule.js';

/** By rule: the metrics of which it said something. A rule that was not asked is not in it. */
export type RuleMemory = ReadonlyMap<string, ReadonlySet<string>>;

export interface RunWith {
  /** Metrics that may mean something else than when `before` was remembered. */
  readonly unsettled: ReadonlySet<string>;
  readonly before: RuleMemory;
  readonly report: Report;
}

export function runRules(rules: readonly Rule[], graph: Graph, { unsettled, before, report }: RunWith): RuleMemory {
  const memory = new Map<string, ReadonlySet<string>>();
  const touched = metricsOf(unsettled, graph);
  for (const { name, metric: checkMetric, check, says } of rules) {
    if (says?.every((code) => isOff(code, graph)) === true) continue;
    if (checkMetric !== undefined) {
      const known = before.get(name);
      const found = new Set<string>();
      const look = (metric: Metric): void =>
        checkMetric(metric, graph, (diagnostic) => {
          found.add(metric.name);
          reportingIn(metric.def, report)(diagnostic);
        });
      if (known === undefined) for (const metric of graph.metrics.values()) look(metric);
      else {
        for (const metric of touched) look(metric);
        for (const metric of metricsOf(known, graph, unsettled)) look(metric);
      }
      memory.set(name, found);
    }
    check?.(graph, report);
  }
  return memory;
}

function metricsOf(names: ReadonlySet<string>, graph: Graph, but?: ReadonlySet<string>): readonly Metric[] {
  const found: Metric[] = [];
  for (const name of names) {
    const metric = but?.has(name) === true ? undefined : graph.metrics.get(name);
    if (metric !== undefined) found.push(metric);
  }
  return found;
}

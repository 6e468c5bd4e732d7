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
      for (const metric of known === undefined
        ? graph.metrics.values()
        : [...touched, ...metricsOf(known, graph, unsettled)]) {
        const say = reportingIn(metric.def, report);
        checkMetric(metric, graph, (diagnostic) => {
          found.add(metric.name);
          say(diagnostic);
        });
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

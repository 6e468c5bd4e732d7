// The metric or KPI that a person named, or a formula.
import { didYouMeanHelp, type Graph } from '@sextant/parser';
import type { UsageProblem } from '../command-line/read-arguments.js';
import type { ExplainRequest } from '../engine-port.js';
import { problem } from '../asking/read-question.js';

export function findSubject(
  graph: Graph,
  asked: string,
): { readonly kind: 'found'; readonly subject: ExplainRequest['subject'] } | UsageProblem {
  const found = (kind: 'metric' | 'kpi', name: string) => ({ kind: 'found', subject: { kind, name } }) as const;
  const [, only, rest = asked] = /^(?:(metric|kpi):)?(.*)$/s.exec(asked) ?? [];
  const isMetric = only !== 'kpi' && graph.metrics.has(rest);
  const isKpi = only !== 'metric' && graph.kpis.has(rest);
  if (isMetric && isKpi)
    return problem(`\`${asked}\` is a metric and a KPI`, `write \`metric:${asked}\` or \`kpi:${asked}\``);
  if (isMetric) return found('metric', rest);
  if (isKpi) return found('kpi', rest);
  // What is more than a name is a formula, and the checker says what is wrong with it.
  if (only === undefined && !/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(asked))
    return { kind: 'found', subject: { kind: 'formula', text: asked } };
  const names = [...graph.metrics.keys(), ...graph.kpis.keys()];
  const help = didYouMeanHelp(rest, names) ?? '`kpi graph` lists what there is; `kpi explain` alone lists the codes';
  return problem(`there is no metric and no KPI \`${rest}\``, help);
}

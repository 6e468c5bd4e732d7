// What is wrong with the project's own definitions because they name what a use makes that something else is wrong with.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { parseFormula } from '../expression/parse-formula.js';
import type { Graph } from '../graph/graph.js';
import { metricReferences } from '../names/metric-references.js';
import type { Span } from '../source/source-file.js';
import type { ScalarNode } from '../yaml/tree.js';

/** Whether a mistake in types or joins stands in a definition that names, itself or through others, what one of the uses makes. */
export function followsFrom(uses: ReadonlySet<string>, graph: Graph): (diagnostic: Diagnostic) => boolean {
  if (uses.size === 0) return () => false;
  const known = new Map<string, boolean>();
  const isMade = (name: string): boolean => {
    const before = known.get(name);
    if (before !== undefined) return before;
    // What needs itself is no reason of its own.
    known.set(name, false);
    const def = graph.metrics.get(name)?.def;
    const made = def !== undefined && (def.origin === null ? names(def.formula) : uses.has(def.origin.alias));
    known.set(name, made);
    return made;
  };
  const names = (formula: ScalarNode | null): boolean => {
    let found = false;
    if (formula === null) return false;
    metricReferences(
      parseFormula(formula.text, formula.style === 'literal').root,
      (name) => void (found ||= isMade(name)),
      () => undefined,
    );
    return found;
  };
  const around = (span: Span): boolean => {
    const holds = (outer: Span): boolean =>
      outer.file === span.file && outer.start <= span.start && span.end <= outer.end;
    for (const { name, def } of graph.metrics.values()) if (holds(def.span)) return isMade(name);
    for (const { def } of graph.kpis.values())
      if (holds(def.span)) return names(def.formula) || (def.metric !== null && isMade(def.metric.text));
    return false;
  };
  return ({ code, span }) => /^KPI[34]/.test(code) && around(span);
}

// Windows and buckets that a definition makes: every dataset inside says when its rows happened, and knows such small buckets.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { aimFormulas } from '../graph/aim-formulas.js';
import { goesByOwnTime } from '../graph/goes-by-own-time.js';
import type { Graph } from '../graph/graph.js';
import { datasetsIn } from '../graph/read-in-graph.js';
import type { Range, Span } from '../source/source-file.js';
import { nestsIn, plainLevel, showLevel } from '../types/calendar-level.js';
import { CONTEXTUAL, hasKind } from '../types/has-kind.js';
import { bucketTooFine, undeclaredTime } from '../types/join-errors.js';
import type { CalendarLevel, Typed } from '../types/typed.js';
import { walkTyped } from '../types/walk-typed.js';
import { spanInScalar } from '../yaml/tree.js';
import type { Rule } from './rule.js';

export const windowedDatasets: Rule = {
  name: 'windowed-datasets',
  metric({ formula, def }, graph, report) {
    if (hasKind(formula, CONTEXTUAL))
      checkFormula(formula, graph, ({ start, end }) => spanInScalar(def.formula, start, end), report);
  },
  check(graph, report) {
    for (const { formula, def } of graph.kpis.values()) {
      if (formula === null) continue;
      const node = def.formula;
      if (node !== null && hasKind(formula, CONTEXTUAL))
        checkFormula(formula, graph, ({ start, end }) => spanInScalar(node, start, end), report);
      // A KPI is asked for the periods of `every`.
      const place = def.metric?.span ?? node?.span;
      if (def.every !== null && place !== undefined)
        checkDatasets(formula, plainLevel(def.every.text), graph, place, report);
    }
    for (const kpi of graph.kpis.values()) {
      for (const { node, typed } of aimFormulas(kpi)) {
        const at = ({ start, end }: Range): Span => spanInScalar(node, start, end);
        if (hasKind(typed, CONTEXTUAL)) checkFormula(typed, graph, at, report);
        if (kpi.every !== null) checkDatasets(typed, kpi.every, graph, at(typed.range), report);
      }
    }
  },
};

function checkFormula(
  formula: Typed,
  graph: Graph,
  at: (range: Range) => Span,
  report: (diagnostic: Diagnostic) => void,
): void {
  walkTyped(formula, (node) => {
    if (node.kind === 'window' && node.op.kind !== 'cumulative') {
      checkDatasets(node.of, null, graph, at(node.range), report);
    } else if (node.kind === 'per' && node.of !== null) {
      for (const key of node.keys)
        if (key.kind === 'level') checkDatasets(node.of, key.level, graph, at(node.range), report);
    }
  });
}

function checkDatasets(
  inside: Typed,
  level: CalendarLevel | null,
  graph: Graph,
  span: Span,
  report: (diagnostic: Diagnostic) => void,
): void {
  for (const name of datasetsIn(graph, inside)) {
    const dataset = graph.datasets.get(name);
    if (dataset === undefined) continue;
    const { def, time } = dataset;
    // A time that was declared, and is none, was reported where it is declared.
    const silent =
      def.time !== null || def.snapshot !== null || def.valid !== null || graph.broken.has(`datasets/${name}/time`);
    if (time.kind === 'undeclared' && !silent && goesByOwnTime(graph, inside, name))
      report(undeclaredTime(name, span, def.name.span));
    const own = def.grain === null ? null : plainLevel(def.grain.text);
    if (level !== null && own !== null && !nestsIn(own, level))
      report(bucketTooFine(showLevel(level), name, own, span));
  }
}

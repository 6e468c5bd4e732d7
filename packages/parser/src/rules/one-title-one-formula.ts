// A title is what people read: two metrics, or two KPIs, do not share one with different formulas.
import type { Graph } from '../graph/graph.js';
import type { KpiDef, Located, MetricDef } from '../shape/definitions.js';
import { meaningOf, type NamedMeaning } from './named-meanings.js';
import { sharedTitle } from './set-errors.js';
import type { Report, Rule } from './rule.js';

export const oneTitleOneFormula: Rule = {
  name: 'one-title-one-formula',
  check(graph, report) {
    checkTitles('metric', graph.metrics, graph, report);
    checkTitles('KPI', graph.kpis, graph, report);
  },
};

type Titled = ReadonlyMap<string, { readonly def: MetricDef | KpiDef }>;

function checkTitles(kind: NamedMeaning['kind'], titled: Titled, graph: Graph, report: Report): void {
  const first = new Map<string, string>();
  for (const [name, { def }] of titled) {
    // What a library calls its definitions is its own affair.
    if (def.title === null || ('origin' in def && def.origin !== null)) continue;
    const key = asRead(def.title);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, name);
      continue;
    }
    // What they mean is asked only where two are called the same; what has no meaning was reported.
    const [one, other] = [meaningOf(kind, before, graph), meaningOf(kind, name, graph)];
    if (one !== null && other !== null && one.meaning !== other.meaning) report(sharedTitle(other, def.title, one));
  }
}

// A title is read once, in however many checks and at however many places it stands.
const read = new Map<string, string>();
const MOST_READ = 100_000;

function asRead({ text }: Located): string {
  const known = read.get(text);
  if (known !== undefined) return known;
  if (read.size >= MOST_READ) read.clear();
  const title = text.toLowerCase().trim().replace(/\s+/g, ' ');
  read.set(text, title);
  return title;
}

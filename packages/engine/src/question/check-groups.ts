// What a question's groups and window do to the aggregates in its formulas: no groups at all, no window, groups that share rows.
import {
  bindIn,
  datasetsIn,
  overlappingAdded,
  showMember,
  walkTyped,
  type AcrossTyped,
  type Diagnostic,
  type Graph,
  type Member,
  type Span,
  type Typed,
} from '@sextant/parser';
import { noGroups, windowless } from './errors.js';
import { walkLeaves, type Leaf } from './walk-leaves.js';

export interface AskedFormula {
  readonly formula: Typed;
  /** The source that its ranges count in. */
  readonly file: string;
}

interface Asked {
  readonly formulas: readonly AskedFormula[];
  readonly by: readonly { readonly member: Member; readonly place: Span }[];
  readonly windowed: boolean;
  readonly ranged: boolean;
}

export function checkGroups(graph: Graph, asked: Asked): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const keys = asked.by.map(({ member }) => showMember(member));
  const timeless = new Set<string>();
  let reads = false;
  let reaches = false;
  for (const { formula, file } of asked.formulas) {
    walkLeaves(graph, formula, asked, (leaf, { dropped, windowed, range }) => {
      reads = true;
      // A row of the answer is a group that some aggregate sees by all of its dimensions.
      reaches ||= !dropped.has('all') && !keys.some((key) => dropped.has(key));
      const dataset = windowed ? timelessDataset(graph, leaf) : null;
      if (dataset === null || timeless.has(dataset)) return;
      timeless.add(dataset);
      diagnostics.push(windowless(dataset, { file, ...range }));
    });
    diagnostics.push(...sharesOfShared(graph, formula, file, asked.by));
  }
  const [first] = asked.by;
  if (first !== undefined && reads && !reaches) diagnostics.push(noGroups(keys, first.place));
  return diagnostics;
}

/** The dataset of an aggregate whose rows are true at all times. */
function timelessDataset(graph: Graph, leaf: Leaf): string | null {
  if (leaf.kind !== 'aggregate' || leaf.dated !== null) return null;
  return graph.datasets.get(leaf.dataset)?.time.kind === 'none' ? leaf.dataset : null;
}

/** `share(m, all)` of groups that share rows: what a dimension that is named would do was told at the definition. */
function sharesOfShared(graph: Graph, formula: Typed, file: string, by: Asked['by']): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  const visit = (typed: Typed, range: AcrossTyped['range'] | null): void =>
    walkTyped(typed, (node) => {
      if (node.kind === 'metric' && !seen.has(node.metric)) {
        seen.add(node.metric);
        const metric = graph.metrics.get(node.metric);
        if (metric !== undefined) visit(metric.formula, range ?? node.range);
      }
      if (node.kind !== 'across' || node.ofShare !== true || !node.all) return;
      for (const { member } of by) {
        const shared = datasetsIn(graph, node.of).find((dataset) => isShared(graph, member, dataset));
        if (shared !== undefined)
          found.push(overlappingAdded('share', showMember(member), shared, { file, ...(range ?? node.range) }));
      }
    });
  visit(formula, null);
  return found;
}

function isShared(graph: Graph, member: Member, dataset: string): boolean {
  const bound = bindIn(graph, member, dataset);
  return bound.kind === 'bound' && bound.overlapping;
}

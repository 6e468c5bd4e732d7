// The datasets that a plan reads: those it scans, and all that its fields lead to.
import { walkTyped, type FieldTyped, type Graph, type Typed } from '@sextant/parser';
import type { Scan } from './plan.js';

export function datasetsOfScans(graph: Graph, scans: readonly Scan[]): readonly string[] {
  const found = new Set<string>();
  const fields = new Set<string>();
  const field = (one: FieldTyped): void => {
    found.add(one.base);
    for (const step of one.path) {
      found.add(step.from);
      found.add(step.to);
    }
    found.add(one.dataset);
    const id = `${one.dataset}.${one.field}`;
    if (fields.has(id)) return;
    fields.add(id);
    const formula = graph.datasets.get(one.dataset)?.fields.get(one.field)?.formula ?? null;
    if (formula !== null) typed(formula);
  };
  const typed = (root: Typed): void =>
    walkTyped(root, (node) => {
      if (node.kind === 'field') field(node);
      else if (node.kind === 'aggregate') {
        dataset(node.dataset);
      } else if (node.kind === 'child') {
        for (const step of node.link) {
          found.add(step.from);
          found.add(step.to);
        }
      } else if (node.kind === 'convert') {
        const rates = graph.project.def.exchangeRates;
        if (rates !== null) dataset(rates.dataset.text);
      }
    });
  /** The rows of a dataset are seen through its own times. */
  const dataset = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const own = graph.datasets.get(name);
    if (own === undefined) return;
    for (const time of timesOf(own)) field(time);
  };
  for (const scan of scans) {
    dataset(scan.dataset);
    if (scan.time !== null) field(scan.time.at);
    if (scan.visible !== null) field(scan.visible.time.at);
    for (const key of scan.keys) field(key);
    for (const condition of scan.where) typed(condition);
    for (const leaf of scan.leaves) {
      if (leaf.value !== null) typed(leaf.value);
      for (const condition of leaf.where) typed(condition);
    }
  }
  // A version of an interval dataset is picked by its own times.
  for (const name of Array.from(found)) for (const time of timesOf(graph.datasets.get(name))) field(time);
  return [...found].sort();
}

function timesOf(dataset: ReturnType<Graph['datasets']['get']>): readonly FieldTyped[] {
  if (dataset === undefined) return [];
  const known = dataset.knownAt === null ? [] : [dataset.knownAt];
  switch (dataset.time.kind) {
    case 'event':
    case 'snapshot':
      return [dataset.time.at, ...known];
    case 'interval':
      return [dataset.time.from, dataset.time.until, dataset.time.each, ...known].flatMap((field) => field ?? []);
    case 'none':
    case 'undeclared':
      return known;
  }
}

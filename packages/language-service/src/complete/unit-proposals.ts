// Units and types, those that a project has first.
import { baseTypes, type Graph, type World } from '@sextant/parser';
import type { Proposal } from './item.js';
import { currencies } from './proposals.js';

export function types(): readonly Proposal[] {
  return baseTypes.map((base, i) => ({
    label: base === 'decimal' ? 'decimal(2)' : base,
    kind: 'type',
    rank: i,
    detail: null,
  }));
}

/** The units of a project first: its currencies and what it counts; then lengths of time and points. */
export function units(graph: Graph, world: World): readonly Proposal[] {
  const things = [...world.countedThings].sort().map((label): Proposal => ({
    label,
    kind: 'thing',
    rank: 5,
    detail: 'what is counted',
    about: { kind: 'symbol', symbol: 'thing', name: label, dataset: null },
  }));
  const times = ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'quarters', 'years', 'points'];
  const planned = new Set([...graph.datasets.values()].filter(({ plan }) => plan).map(({ one }) => one));
  const rates = used(graph).flatMap(({ label }) =>
    things
      .filter((thing) => !planned.has(thing.label))
      .map((thing): Proposal => ({
        label: `${label}/${thing.label}`,
        kind: 'thing',
        rank: 6,
        detail: 'money for each',
      })),
  );
  return [
    ...used(graph),
    ...things,
    ...rates,
    ...times.map((label): Proposal => ({ label, kind: 'thing', rank: 10, detail: null })),
    ...currencies(30),
  ];
}

/** The currencies that the project's fields have, and its own. */
export function used(graph: Graph): readonly Proposal[] {
  const codes = new Set<string>(graph.project.currency === null ? [] : [graph.project.currency]);
  for (const { fields } of graph.datasets.values())
    for (const { type } of fields.values())
      for (const { base, kind } of type.unit) if (kind === 'currency' && !base.startsWith('<')) codes.add(base);
  return [...codes].sort().map((label) => ({ label, kind: 'thing', rank: 0, detail: 'currency' }));
}

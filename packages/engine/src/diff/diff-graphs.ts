// Two graphs to their differences: renames first, then what is gone and what is new, then definition by definition.
import { graphHash, PROJECT_NODE, type Graph } from '@sextant/parser';
import { VERDICTS, type DefinitionChange, type Diff } from './changes.js';
import { differences } from './compare-definitions.js';
import { definitionText } from './definition-text.js';
import { flowOf } from './downstream.js';
import { findRenames } from './find-renames.js';
import { additions, removals } from './gone-and-new.js';
import { sidesOf, type Sides } from './sides.js';

/** From data to people. */
const KINDS = [
  'project',
  'dataset',
  'field',
  'dimension',
  'parameter',
  'use',
  'metric',
  'kpi',
  'goal',
  'incentive',
  'owner',
  'question',
  'test',
];

export function diffGraphs(before: Graph, after: Graph): Diff {
  const sides = sidesOf(before, after, findRenames(before, after));
  const flows = { before: flowOf(before), after: flowOf(after) };
  const changes = [...removals(sides, flows), ...additions(sides, flows), ...differences(sides, flows)];
  return {
    changes: changes.toSorted(
      (a, b) =>
        VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
        KINDS.indexOf(a.node) - KINDS.indexOf(b.node) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    ),
    files: changedFiles(sides, changes),
    hash: { before: graphHash(before), after: graphHash(after) },
  };
}

/** Files that differ without any of their definitions doing so. */
function changedFiles({ before, after }: Sides, changes: readonly DefinitionChange[]): readonly string[] {
  const texts = new Map(before.files.map(({ path, text }) => [path, text]));
  const touched = new Set<string | undefined>();
  if (changes.some(({ id }) => id === PROJECT_NODE)) touched.add('kpi.project.yaml');
  for (const one of changes)
    for (const graph of [before, after]) {
      touched.add(definitionText(graph, one.id)?.file);
      if (one.nameBefore !== null) touched.add(definitionText(graph, `${one.node}:${one.nameBefore}`)?.file);
    }
  return after.files
    .filter(({ path, text }) => texts.has(path) && texts.get(path) !== text && !touched.has(path))
    .map(({ path }) => path);
}

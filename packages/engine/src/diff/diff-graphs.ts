// Two graphs to their differences: renames first, then node by node, then what each difference reaches.
import { graphHash, normalForm, PROJECT_NODE, type Graph, type NodeId, type NormalForm } from '@sextant/parser';
import {
  isAtLeast,
  NO_EFFECTS,
  VERDICTS,
  worst,
  type Asked,
  type DefinitionChange,
  type Detail,
  type Diff,
  type Verdict,
} from './changes.js';
import { compareNodes } from './compare-nodes.js';
import { definitionText } from './definition-text.js';
import { askedFor, effectsOf, flowOf, personOf, reached, type Flow } from './downstream.js';
import { findRenames } from './find-renames.js';
import { datasetOf, earlierForm, kindOf, nameIn, sidesOf, type Sides } from './sides.js';

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

interface Flows {
  readonly before: Flow;
  readonly after: Flow;
}

function removals(sides: Sides, flows: Flows): readonly DefinitionChange[] {
  const later = sides.laterIds;
  const gone = [...sides.earlierIds].filter((id) => !later.has(sides.laterId(id)));
  const isGone = new Set(gone);
  return gone
    .filter((id) => kindOf(id) !== 'field' || !isGone.has(datasetOf(id)))
    .map((id) => {
      // Who used it and is still there; a test alone is no use.
      const all = reached(flows.before, id).filter((other) => !isGone.has(other));
      const users = (flows.before.get(id) ?? []).filter((other) => !isGone.has(other) && isUse(id, other));
      const verdict = users.length > 0 ? 'breaking' : absence(kindOf(id));
      const details =
        users.length > 0
          ? [
              {
                key: 'used by',
                verdict,
                before: users.map(nameIn).toSorted().join(', '),
                after: null,
                why: 'used_by_others',
              } as const,
            ]
          : [];
      return change('removed', id, sides.before, verdict, details, all, askedFor(sides.before, [id, ...all]));
    });
}

/** A dataset holds its fields, and a goal adds up its parts: neither uses them. */
function isUse(used: NodeId, user: NodeId): boolean {
  const kind = kindOf(user);
  if (kind === 'test') return false;
  return !(kindOf(used) === 'dataset' && kind === 'field') && !(kind === 'goal');
}

/** What it moves when something that nothing else uses is not there any more. */
function absence(kind: string): Verdict {
  switch (kind) {
    case 'test':
      return 'metadata';
    case 'owner':
      return 'ownership';
    case 'kpi':
    case 'goal':
    case 'incentive':
      return 'target';
    default:
      return 'numbers';
  }
}

function additions(sides: Sides, flows: Flows): readonly DefinitionChange[] {
  const earlier = new Set([...sides.earlierIds].map(sides.laterId));
  const fresh = [...sides.laterIds].filter((id) => !earlier.has(id));
  const isFresh = new Set(fresh);
  return fresh
    .filter((id) => kindOf(id) !== 'field' || !isFresh.has(datasetOf(id)))
    .map((id) => {
      const kind = kindOf(id);
      const form = normalForm(sides.after, id);
      // One more part of a goal or of a payout weighs in; all else moves nothing that was there.
      const weighs =
        (kind === 'kpi' || kind === 'goal') && reached(flows.after, id).some((other) => !isFresh.has(other));
      const verdict: Verdict = form?.unknown === true ? 'unknown' : weighs ? 'target' : 'metadata';
      const all = weighs ? reached(flows.after, id).filter((other) => !isFresh.has(other)) : [];
      return change('added', id, sides.after, verdict, [], all, askedFor(sides.after, [id, ...all]));
    });
}

function differences(sides: Sides, flows: Flows): readonly DefinitionChange[] {
  const later = sides.laterIds;
  return [...sides.earlierIds].flatMap((id) => {
    const id2 = sides.laterId(id);
    const earlier = later.has(id2) ? earlierForm(sides, id) : null;
    const form = earlier === null ? null : normalForm(sides.after, id2);
    if (earlier === null || form === null) return [];
    const found = difference(id, id2, [earlier, form], sides, flows);
    return found === null ? [] : [found];
  });
}

function difference(
  earlierId: NodeId,
  id: NodeId,
  [earlier, later]: readonly [NormalForm, NormalForm],
  sides: Sides,
  flows: Flows,
): DefinitionChange | null {
  const texts = [definitionText(sides.before, earlierId), definitionText(sides.after, id)] as const;
  const sameText = texts[0]?.text === texts[1]?.text;
  const details: Detail[] = [...compareNodes(earlier, later, sides)];
  // Fields follow their dataset to its new name.
  const renamed =
    earlierId !== id && (kindOf(id) !== 'field' || nameIn(earlierId).split('.')[1] !== nameIn(id).split('.')[1]);
  if (earlier.unknown || later.unknown) {
    if (earlier.unknown && later.unknown && sameText && !renamed) return null;
    return change(
      'changed',
      id,
      sides.after,
      'unknown',
      details,
      reached(flows.after, id),
      askedFor(sides.after, [id]),
    );
  }
  if (renamed) {
    const users = (flows.before.get(earlierId) ?? []).filter((other) => isUse(earlierId, other));
    const used = users.length > 0;
    const said: Detail = {
      key: 'name',
      verdict: used ? 'breaking' : 'meaning',
      before: nameIn(earlierId),
      after: nameIn(id),
      why: used ? 'used_by_others' : null,
    };
    details.unshift(said);
  } else if (details.length === 0) {
    if (texts[0]?.file !== texts[1]?.file)
      details.push({
        key: 'file',
        verdict: 'cosmetic',
        before: texts[0]?.file ?? null,
        after: texts[1]?.file ?? null,
        why: 'moved_file',
      });
    else if (sameText || kindOf(id) === 'dataset') return null;
  }
  const all = details.map((detail) => (sameText && !renamed ? fromBelow(detail) : detail));
  const verdict = worst(all.map((detail) => detail.verdict));
  const moved = movedBy(verdict, id, sides, flows, earlierId);
  const name = renamed ? nameIn(earlierId) : null;
  const ask = askedAbout(verdict, id, all, moved, sides);
  return { ...change(renamed ? 'renamed' : 'changed', id, sides.after, verdict, all, moved, ask), nameBefore: name };
}

/** The text is the same, so it says something else because of what it is made of. */
function fromBelow(detail: Detail): Detail {
  return detail.why === null && detail.verdict !== 'metadata' ? { ...detail, why: 'from_below' } : detail;
}

function movedBy(
  verdict: Verdict,
  id: NodeId,
  { laterIds }: Sides,
  flows: Flows,
  earlierId: NodeId,
): readonly NodeId[] {
  // What is called otherwise is used under its earlier name by others than us; here everybody follows.
  if (!isAtLeast(verdict, 'target') && verdict !== 'reasons') return [];
  const ids = new Set([...reached(flows.after, id), ...(earlierId === id ? [] : reached(flows.before, earlierId))]);
  return [...ids].filter((other) => laterIds.has(other));
}

function askedAbout(
  verdict: Verdict,
  id: NodeId,
  details: readonly Detail[],
  moved: readonly NodeId[],
  { before, after }: Sides,
): readonly Asked[] {
  if (verdict === 'cosmetic' || verdict === 'metadata' || verdict === 'meaning') return [];
  const asked = new Map(askedFor(after, [id, ...moved]).map((one) => [one.owner, one]));
  for (const { key, before: was, after: is } of details) {
    if (key !== 'owner' && key !== 'contributors') continue;
    for (const [graph, names] of [
      [before, was],
      [after, is],
    ] as const)
      for (const owner of (names ?? '').split(', '))
        if (owner !== '' && !asked.has(owner)) asked.set(owner, { ...personOf(graph, owner), because: [id] });
  }
  return [...asked.values()].toSorted((a, b) => (a.owner < b.owner ? -1 : 1));
}

function change(
  kind: DefinitionChange['kind'],
  id: NodeId,
  graph: Graph,
  verdict: Verdict,
  details: readonly Detail[],
  moved: readonly NodeId[],
  ask: readonly Asked[],
): DefinitionChange {
  return {
    kind,
    id,
    node: kindOf(id),
    name: id === PROJECT_NODE ? graph.project.name : nameIn(id),
    nameBefore: null,
    title: definitionText(graph, id)?.title ?? null,
    verdict,
    details,
    effects: moved.length === 0 ? NO_EFFECTS : effectsOf(moved),
    ask,
  };
}

/** Files that differ without any of their definitions doing so. */
function changedFiles({ before, after }: Sides, changes: readonly DefinitionChange[]): readonly string[] {
  const texts = new Map(before.files.map(({ path, text }) => [path, text]));
  const touched = new Set<string | undefined>();
  for (const one of changes)
    for (const graph of [before, after]) {
      touched.add(definitionText(graph, one.id)?.file);
      if (one.nameBefore !== null) touched.add(definitionText(graph, `${one.node}:${one.nameBefore}`)?.file);
    }
  return after.files
    .filter(({ path, text }) => texts.has(path) && texts.get(path) !== text && !touched.has(path))
    .map(({ path }) => path);
}

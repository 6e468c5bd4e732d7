// Definitions that both versions have, under one name or two.
import { normalForm, PROJECT_NODE, type NodeId, type NormalForm } from '@sextant/parser';
import { isAtLeast, worst, type Asked, type DefinitionChange, type Detail, type Verdict } from './changes.js';
import { compareNodes } from './compare-nodes.js';
import { definitionText } from './definition-text.js';
import { askedFor, personOf } from './downstream.js';
import { bothMoved, isUse, makeChange, movedBy, NOTHING_MOVED, type Flows, type Moved } from './make-change.js';
import { earlierForm, kindOf, nameIn, type Sides } from './sides.js';

export function differences(sides: Sides, flows: Flows): readonly DefinitionChange[] {
  return [...sides.earlierIds].flatMap((earlierId) => {
    const id = sides.laterId(earlierId);
    const earlier = sides.laterIds.has(id) ? earlierForm(sides, earlierId) : null;
    const later = earlier === null ? null : normalForm(sides.after, id);
    if (earlier === null || later === null) return [];
    const found = difference({ earlierId, id, earlier, later }, sides, flows);
    return found === null ? [] : [found];
  });
}

interface Two {
  readonly earlierId: NodeId;
  readonly id: NodeId;
  readonly earlier: NormalForm;
  readonly later: NormalForm;
}

function difference({ earlierId, id, earlier, later }: Two, sides: Sides, flows: Flows): DefinitionChange | null {
  const { after } = sides;
  const was = definitionText(sides.before, earlierId);
  const is = definitionText(after, id);
  // The project's settings have no text of their own.
  const sameText = was !== null && was.text === is?.text;
  // Fields follow their dataset to its new name.
  const renamed = earlierId !== id && (kindOf(id) !== 'field' || fieldName(earlierId) !== fieldName(id));
  if (earlier.unknown || later.unknown) {
    if (earlier.unknown && later.unknown && sameText && !renamed) return null;
    const why = later.unknown ? 'error_after' : 'error_before';
    const details: readonly Detail[] = [{ key: 'error', verdict: 'unknown', before: null, after: null, why }];
    const moved = movedBy(flows.after, id, (other) => sides.laterIds.has(other));
    const ask = askedFor(after, [id]);
    return makeChange({ kind: 'changed', id, graph: after, verdict: 'unknown', details, moved, ask });
  }
  const details: Detail[] = [...compareNodes(earlier, later, sides)];
  if (renamed) details.unshift(nameDetail(earlierId, id, flows));
  else if (details.length === 0) {
    if (was?.file !== is?.file)
      details.push({
        key: 'file',
        verdict: 'cosmetic',
        before: was?.file ?? null,
        after: is?.file ?? null,
        why: 'moved_file',
      });
    // The text of a dataset is that of its fields too, which are looked at one by one.
    else if (sameText || was === null || kindOf(id) === 'dataset') return null;
  }
  const all = details.map((detail) => (sameText && !renamed ? fromBelow(detail) : detail));
  const verdict = worst(all.map((detail) => detail.verdict));
  const moved = movedWith(verdict, earlierId, id, sides, flows);
  return makeChange({
    kind: renamed ? 'renamed' : 'changed',
    id,
    graph: after,
    nameBefore: renamed ? nameIn(earlierId) : null,
    verdict,
    details: all,
    moved,
    ask: askedAbout(verdict, id, all, moved, sides),
  });
}

function fieldName(id: NodeId): string {
  return id.slice(id.indexOf('.') + 1);
}

function nameDetail(earlierId: NodeId, id: NodeId, flows: Flows): Detail {
  const used = (flows.before.all.get(earlierId) ?? []).some((other) => isUse(earlierId, other));
  return {
    key: 'name',
    verdict: used ? 'breaking' : 'meaning',
    before: nameIn(earlierId),
    after: nameIn(id),
    why: used ? 'used_by_others' : null,
  };
}

/** The text is the same, so it says something else because of what it is made of. */
function fromBelow(detail: Detail): Detail {
  return detail.why === null && detail.verdict !== 'metadata' ? { ...detail, why: 'from_below' } : detail;
}

function movedWith(verdict: Verdict, earlierId: NodeId, id: NodeId, { laterIds }: Sides, flows: Flows): Moved {
  if (!isAtLeast(verdict, 'target') && verdict !== 'reasons') return NOTHING_MOVED;
  const stays = (other: NodeId): boolean => laterIds.has(other);
  if (id === PROJECT_NODE) return everything(laterIds);
  const moved = movedBy(flows.after, id, stays);
  // Who used it under its earlier name.
  return earlierId === id ? moved : bothMoved(moved, movedBy(flows.before, earlierId, stays));
}

/** Zones and calendars, rates, the folder of the data: whatever is computed rests on them. */
function everything(ids: ReadonlySet<NodeId>): Moved {
  const all = [...ids].filter((id) => COMPUTED.includes(kindOf(id)));
  return { all, numbers: new Set(all) };
}

const COMPUTED: readonly string[] = ['metric', 'kpi', 'goal', 'incentive', 'question'];

function askedAbout(
  verdict: Verdict,
  id: NodeId,
  details: readonly Detail[],
  moved: Moved,
  { before, after }: Sides,
): readonly Asked[] {
  if (verdict === 'cosmetic' || verdict === 'metadata' || verdict === 'meaning' || id === PROJECT_NODE) return [];
  const asked = new Map(askedFor(after, [id, ...moved.all]).map((one) => [one.owner, one]));
  for (const { key, before: was, after: is } of details) {
    if (key !== 'owner' && key !== 'contributors') continue;
    // Both who answered and who does now.
    for (const [graph, names] of [
      [before, was],
      [after, is],
    ] as const)
      for (const owner of (names ?? '').split(', '))
        if (owner !== '' && !asked.has(owner)) asked.set(owner, { ...personOf(graph, owner), because: [id] });
  }
  return [...asked.values()].toSorted((a, b) => (a.owner < b.owner ? -1 : 1));
}

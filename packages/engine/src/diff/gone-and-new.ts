// Definitions that only one of the versions has.
import { normalForm, type NodeId } from '@sextant/parser';
import type { DefinitionChange, Detail, Verdict } from './changes.js';
import { isUse, makeChange, movedBy, NOTHING_MOVED, type Flows } from './make-change.js';
import { datasetOf, kindOf, nameIn, type Sides } from './sides.js';

export function removals({ before, earlierIds, laterIds, laterId }: Sides, flows: Flows): readonly DefinitionChange[] {
  const gone = new Set([...earlierIds].filter((id) => !laterIds.has(laterId(id))));
  return [...gone].filter(standsForItself(gone)).map((id) => {
    const stays = (other: NodeId): boolean => !gone.has(other);
    const users = (flows.before.all.get(id) ?? []).filter((other) => stays(other) && isUse(id, other));
    const verdict = users.length > 0 ? 'breaking' : absence(kindOf(id));
    const used: Detail = {
      key: 'used by',
      verdict,
      before: [...new Set(users.map(nameIn))].toSorted().join(', '),
      after: null,
      why: 'used_by_others',
    };
    const details = users.length > 0 ? [used] : [];
    return makeChange({
      kind: 'removed',
      id,
      graph: before,
      verdict,
      details,
      moved: movedBy(flows.before, id, stays),
    });
  });
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

export function additions({ after, earlierIds, laterIds, laterId }: Sides, flows: Flows): readonly DefinitionChange[] {
  const earlier = new Set([...earlierIds].map(laterId));
  const fresh = new Set([...laterIds].filter((id) => !earlier.has(id)));
  return [...fresh].filter(standsForItself(fresh)).map((id) => {
    // One more part of a goal or of a payout weighs in; all else moves nothing that was there.
    const weighing = kindOf(id) === 'kpi' || kindOf(id) === 'goal';
    const moved = weighing ? movedBy(flows.after, id, (other) => !fresh.has(other)) : NOTHING_MOVED;
    const unknown = normalForm(after, id)?.unknown === true;
    const verdict: Verdict = unknown ? 'unknown' : moved.all.length > 0 ? 'target' : 'metadata';
    const wrong: Detail = { key: 'error', verdict, before: null, after: null, why: 'error_after' };
    return makeChange({ kind: 'added', id, graph: after, verdict, details: unknown ? [wrong] : [], moved });
  });
}

/** Fields come and go with their dataset. */
function standsForItself(ids: ReadonlySet<NodeId>): (id: NodeId) => boolean {
  return (id) => kindOf(id) !== 'field' || !ids.has(datasetOf(id));
}

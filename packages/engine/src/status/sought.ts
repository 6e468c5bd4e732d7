// What is to be measured: each KPI in its periods, and the groups that have targets there.
import type { Graph } from '@sextant/parser';
import type { LevelBucket } from '../levels/levels.js';
import { parseCell } from '../value/parse-cell.js';
import { groupsOfRows } from '../reference/target-rows.js';
import type { World } from '../reference/world.js';
import { groupKey } from '../value/order.js';
import type { Value } from '../value/value.js';
import { hasComputedGroups } from './columns.js';
import { typeOf, type Sought } from './measure.js';
import { periodsUpTo } from './periods.js';
import { readyKpi, type ReadyKpi } from './ready-kpi.js';

export function soughtFor(
  graph: Graph,
  periods: ReadonlyMap<string, LevelBucket | null>,
  history: number,
  world: World,
): readonly Sought[] {
  return [...periods].flatMap(([name, period]): readonly Sought[] => {
    const kpi = readyKpi(graph.kpis.get(name));
    if (kpi === null || period === null) return [];
    const own = periodsUpTo(kpi, period, history, world.levels);
    const asked = hasComputedGroups(kpi) ? own : [period];
    const groups = new Map(
      asked.flatMap((one) => groupsWithTargets(kpi, one, graph, world)).map((group) => [groupKey(group), group]),
    );
    return [{ kpi, periods: own, groups: [...groups.values()] }];
  });
}

function groupsWithTargets(
  kpi: ReadyKpi,
  period: LevelBucket,
  graph: Graph,
  world: World,
): readonly (readonly Value[])[] {
  const target = kpi.aim.kind === 'target' ? kpi.aim.target : null;
  const [slice] = kpi.slices;
  if (target === null || slice === undefined) return [];
  switch (target.kind) {
    case 'formula':
      return [];
    case 'dataset':
      return groupsOfRows(kpi, target, period, world);
    case 'periods': {
      const declared = target.periods.get(period.label);
      if (declared?.kind !== 'groups' || kpi.slices.length !== 1) return [];
      const type = typeOf(slice.member, graph).value;
      return [...declared.groups.keys()].flatMap((text) => {
        const value = parseCell(text, type);
        return value.kind === 'problem' ? [] : [[value]];
      });
    }
  }
}

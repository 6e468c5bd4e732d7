// Goals by departments: who works for what. A goal counts the KPIs below it too.
import { departmentOf, departmentsOf, goalName, kpiName, type Graph } from '@sextant/parser';
import type { GoalReading } from '../status/scorecard.js';
import { personOf } from './people.js';
import type { Alignment } from './report-model.js';

export function alignmentOf(graph: Graph, goals: readonly Pick<GoalReading, 'goal' | 'depth'>[]): Alignment {
  const departments = departmentsOf(graph.owners);
  return {
    departments: departments.map((name) => personOf(graph, name)),
    rows: goals.map(({ goal, depth }) => {
      const kpis = kpisBelow(graph, goal);
      return {
        goal,
        title: goalName(graph, goal),
        depth,
        cells: departments.map((department) => {
          const isOurs = (owner: string | undefined): boolean =>
            owner !== undefined && departmentOf(owner, graph.owners) === department;
          const owned = kpis.filter((kpi) => isOurs(graph.kpis.get(kpi)?.def.owner?.text));
          const helped = kpis.filter((kpi) => graph.kpis.get(kpi)?.def.contributors.some(({ text }) => isOurs(text)));
          const ownsGoal = isOurs(graph.goals.get(goal)?.def.owner?.text);
          const relation = ownsGoal || owned.length > 0 ? 'owned' : helped.length > 0 ? 'contributes' : 'none';
          const shown = relation === 'owned' ? owned : helped;
          return { relation, ownsGoal, kpis: shown.map((kpi) => kpiName(graph, kpi)) };
        }),
      };
    }),
  };
}

function kpisBelow(graph: Graph, goal: string, above: readonly string[] = []): readonly string[] {
  const found = graph.goals.get(goal);
  // A circle of goals was reported where they are defined.
  if (found === undefined || above.includes(goal)) return [];
  return [...found.kpis, ...found.goals.flatMap((child) => kpisBelow(graph, child, [...above, goal]))];
}

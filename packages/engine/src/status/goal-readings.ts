// Goals as a scorecard shows them.
import type { GoalReading } from './scorecard.js';
import { decimalText } from '../value/to-text.js';
import { exactFigure } from './figure.js';
import type { Needed } from './needed.js';
import type { GoalResult } from './roll-up.js';

export function goalReadings(goals: Needed['goals'], results: ReadonlyMap<string, GoalResult>): readonly GoalReading[] {
  return goals.flatMap(({ goal, depth }) => {
    const result = results.get(goal.name);
    if (result === undefined) return [];
    const { def } = goal;
    return [
      {
        goal: goal.name,
        title: def.title?.text ?? goal.name,
        parent: goal.parent,
        depth,
        owner: def.owner?.text ?? null,
        period: def.period?.text ?? null,
        weight: goal.weight,
        score: exactFigure(result.score),
        coverage: decimalText(result.coverage),
        missing: goal.missing,
        basis: goal.status,
        status: result.status,
        decidedBy: result.decidedBy,
        goals: goal.goals,
        kpis: goal.kpis,
      },
    ];
  });
}

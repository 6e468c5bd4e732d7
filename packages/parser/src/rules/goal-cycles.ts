// Goals form trees: no goal is part of itself.
import { dependencyOrder } from '../names/dependency-order.js';
import { goalCycle } from './errors.js';
import type { Rule } from './rule.js';

export const goalCycles: Rule = {
  name: 'goal-cycles',
  check(graph, report) {
    const needs = new Map(
      [...graph.goals.values()].map((goal) => [goal.name, goal.parent === null ? [] : [goal.parent]]),
    );
    for (const cycle of dependencyOrder(needs).cycles) {
      const diagnostic = goalCycle(cycle.flatMap((name) => graph.goals.get(name)?.def.name ?? []));
      if (diagnostic !== null) report(diagnostic);
    }
  },
};

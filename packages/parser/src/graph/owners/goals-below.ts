// The tree of goals, from above: everything that serves a goal.
import type { Graph } from '../graph.js';
import type { Goal } from '../kpi.js';

/** The goal itself first. Goals that are parts of each other come once. */
export function goalsBelow(name: string, goals: Graph['goals']): readonly Goal[] {
  const found = new Map<string, Goal>();
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const goal = goals.get(next);
    if (goal === undefined || found.has(next)) continue;
    found.set(next, goal);
    waiting.push(...goal.goals);
  }
  return [...found.values()];
}

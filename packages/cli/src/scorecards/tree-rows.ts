// A scorecard as rows in the order in which people read it: a goal, its KPIs with their groups, the goals below.
import type { GoalReading, KpiReading, Scorecard, Standing } from '../engine-port.js';
import { sliceName } from './explain-reading.js';

export type TreeRow =
  | { readonly kind: 'goal'; readonly depth: number; readonly goal: GoalReading }
  | { readonly kind: 'kpi'; readonly depth: number; readonly reading: KpiReading }
  | {
      readonly kind: 'slice';
      readonly depth: number;
      readonly reading: KpiReading;
      readonly name: string;
      readonly standing: Standing;
    }
  | { readonly kind: 'more'; readonly depth: number; readonly text: string };

/** Of more groups the first are shown; the others are in the JSON. */
const MOST_SLICES = 8;

export function treeRows({ goals, kpis }: Pick<Scorecard, 'goals' | 'kpis'>): readonly TreeRow[] {
  const left = new Map(kpis.map((reading) => [reading.kpi, reading]));
  const rows: TreeRow[] = [];
  const add = (reading: KpiReading, depth: number): void => {
    left.delete(reading.kpi);
    rows.push({ kind: 'kpi', depth, reading });
    for (const { keys, standing } of reading.slices.slice(0, MOST_SLICES)) {
      rows.push({ kind: 'slice', depth: depth + 1, reading, name: sliceName(keys), standing });
    }
    const more = reading.slices.length - MOST_SLICES;
    if (more > 0) rows.push({ kind: 'more', depth: depth + 1, text: `and ${more} more` });
  };
  // Goals are in the order of a walk through their tree, each with its depth.
  for (const goal of goals) {
    rows.push({ kind: 'goal', depth: goal.depth, goal });
    for (const name of goal.kpis) {
      const reading = left.get(name);
      if (reading !== undefined) add(reading, goal.depth + 1);
    }
  }
  for (const reading of left.values()) add(reading, 0);
  return rows;
}

// A goal as the handbook shows it.
import type { Goal } from '@sextant/parser';
import type { GoalEntry } from '../model/handbook.js';
import { linkTo, self } from '../links/links-of.js';
import type { Subject } from './part.js';

export function goalEntry(goal: Goal, { names, numbers, placeOf, lineage }: Subject): GoalEntry {
  const { name, def } = goal;
  return {
    link: self(names, 'goal', name),
    description: def.description?.text.trim() ?? null,
    place: placeOf(def.name.span),
    lineage: lineage(`goal:${name}`),
    parent: linkTo(names, 'goal', def.parent),
    children: names.links('goal', goal.goals),
    owner: linkTo(names, 'owner', def.owner),
    period: def.period?.text ?? null,
    kpis: names.links('kpi', goal.kpis),
    reading: numbers.report?.goals.find(({ reading }) => reading.goal === name) ?? null,
  };
}

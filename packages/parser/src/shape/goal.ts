// A goal: what KPIs are for.
import type { GoalDef } from './definitions.js';
import { described, line, numberText } from './described.js';
import { object, optional } from './read-object.js';
import { words } from './read-scalar.js';
import { located, type Reader } from './reader.js';

export const goal: Reader<GoalDef> = object({
  noun: 'a goal',
  subject: 'name',
  keys: {
    ...described,
    parent: optional(line, 'the goal that this one serves'),
    owner: optional(line, 'who answers for it'),
    period: optional(line, 'when it holds, such as `FY2027`'),
    weight: optional(numberText, 'its weight among its siblings; 1 where nothing is said'),
    status: optional(words(['worst', 'from_score']), 'how its status follows from its children'),
    on_track: optional(numberText, 'the score from which on it is on track; 0.95 where nothing is said'),
    at_risk: optional(numberText, 'the score from which on it is at risk; 0.85 where nothing is said'),
    missing: optional(words(['renormalise', 'zero', 'strict']), 'what a child without data does to its score'),
  },
  rules: [
    {
      kind: 'needs',
      when: { key: 'on_track' },
      others: [{ key: 'status', like: /^from_score$/ }],
      why: 'only a status that follows from the score has bands',
    },
    {
      kind: 'needs',
      when: { key: 'at_risk' },
      others: [{ key: 'status', like: /^from_score$/ }],
      why: 'only a status that follows from the score has bands',
    },
  ],
  build: ({ on_track, at_risk, ...values }, span, at) => ({
    name: located(at),
    ...values,
    onTrack: on_track,
    atRisk: at_risk,
    span,
  }),
});

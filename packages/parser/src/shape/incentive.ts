// An incentive: what reaching KPIs and goals pays.
import type { IncentiveDef } from './definitions.js';
import { described, line, numberText } from './described.js';
import { heldStatus } from './kpi.js';
import { formula } from './read-formula.js';
import { list, oneOrMore, pair } from './read-list.js';
import { object, optional, required } from './read-object.js';
import { located, type Reader } from './reader.js';

const component = object({
  noun: 'a component',
  subject: 'item',
  keys: {
    kpi: optional(line, 'the KPI that counts'),
    goal: optional(line, 'the goal that counts'),
    weight: optional(numberText, 'its weight among the components; 1 where nothing is said'),
  },
  rules: [
    {
      kind: 'requires',
      when: null,
      others: [{ key: 'kpi' }, { key: 'goal' }],
      why: 'a component is the score of a KPI or of a goal',
    },
    {
      kind: 'excludes',
      when: { key: 'kpi' },
      others: [{ key: 'goal' }],
      why: 'a component is the score of a KPI or of a goal',
    },
  ],
  build: (values, span) => ({ ...values, span }),
});

const gate = object({
  noun: 'a gate',
  subject: 'key',
  keys: {
    kpi: required(line, 'the KPI without which nothing is paid'),
    at_least: required(heldStatus, 'the status that it must have'),
  },
  build: ({ kpi, at_least }, span) => (kpi === null ? null : { kpi, atLeast: at_least, span }),
});

export const incentive: Reader<IncentiveDef> = object({
  noun: 'an incentive',
  subject: 'name',
  keys: {
    ...described,
    participants: required(oneOrMore(line), 'the owners who are paid'),
    components: required(list(component), 'the KPIs and goals that count'),
    amount: required(formula, 'what a score of 1 pays'),
    curve: optional(list(pair(formula)), 'pairs of score and paid share; the score itself where nothing is said'),
    gate: optional(gate, 'a KPI without which nothing is paid'),
    cap: optional(formula, 'the most that is paid'),
  },
  build: ({ participants, components, curve, ...rest }, span, at): IncentiveDef => ({
    name: located(at),
    ...rest,
    participants: participants ?? [],
    components: components ?? [],
    curve: curve ?? [],
    span,
  }),
});

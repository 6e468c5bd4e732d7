// What has a weight counts for something.
import type { Located } from '../../shape/definitions.js';
import { isZeroText } from '../../types/make-typed.js';
import type { Rule } from '../rule.js';
import { noWeight } from './errors.js';

export const weights: Rule = {
  name: 'weights',
  check(graph, report) {
    const hold = (weight: Located | null): void => {
      if (weight !== null && isZeroText(weight.text)) report(noWeight(weight));
    };
    for (const { def } of graph.goals.values()) hold(def.weight);
    for (const { def } of graph.kpis.values()) hold(def.weight);
    for (const { def } of graph.incentives.values()) for (const { weight } of def.components) hold(weight);
  },
};

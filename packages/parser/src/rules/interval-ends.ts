// Both ends of an interval are times of one type, or nobody could say whether a row is valid at an instant.
import { differentTypes } from '../types/errors.js';
import { showValueType } from '../types/value-type.js';
import type { Rule } from './rule.js';

export const intervalEnds: Rule = {
  name: 'interval-ends',
  check(graph, report) {
    for (const { time, def } of graph.datasets.values()) {
      const place = def.valid?.until ?? null;
      if (time.kind !== 'interval' || time.until === null || place === null) continue;
      const [from, until] = [time.from.type.value, time.until.type.value];
      if (from.kind === until.kind) continue;
      const [first, second] = [showValueType(from), showValueType(until)];
      report(differentTypes('bound an interval by', first, second, def.valid?.from.span ?? place.span, place.span));
    }
  },
};

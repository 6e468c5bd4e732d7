// A limit: its worst value lies on the bad side, and the direction is the one that the limit says.
import { compareConstants } from '../../types/constant-number.js';
import type { Rule } from '../rule.js';
import { limitAgainstDirection, wrongWorst } from './errors.js';

export const limits: Rule = {
  name: 'limits',
  check(graph, report) {
    for (const { def, aim } of graph.kpis.values()) {
      const limit = def.atMost ?? def.atLeast;
      if (limit === null) continue;
      const side = def.atMost === null ? 'at_least' : 'at_most';
      const { direction } = def;
      if (direction !== null && direction.value !== (side === 'at_most' ? 'down' : 'up'))
        report(limitAgainstDirection({ text: direction.value, span: direction.span }, limit.span, side));
      if (aim?.kind !== 'limit' || aim.worst === null || def.worst === null) continue;
      const order = compareConstants(aim.worst, aim.bound);
      if (order !== null && (side === 'at_most' ? order <= 0 : order >= 0))
        report(wrongWorst(side, def.worst.span, limit.span));
    }
  },
};

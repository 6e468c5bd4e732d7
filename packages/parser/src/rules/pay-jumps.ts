// What an incentive pays rises without jumps.
import { compareScaled, scaledOf } from './decimal-texts.js';
import { payJump } from './set-errors.js';
import type { Rule } from './rule.js';

export const payJumps: Rule = {
  name: 'pay-jumps',
  check({ incentives }, report) {
    for (const { def } of incentives.values()) {
      for (const [i, [score]] of def.curve.entries()) {
        const [here, before] = [scaledOf(score.text), scaledOf(def.curve[i - 1]?.[0].text ?? '')];
        if (here !== null && before !== null && compareScaled(here, before) === 0)
          report(payJump(def.name, score.text, score.span));
      }
    }
  },
};

// Weights that are written as shares of 1 add up to 1: they are relative, so nothing else would notice a missing part.
import type { Located } from '../shape/definitions.js';
import { addScaled, compareScaled, ONE, scaledOf, showScaled, type Scaled } from './decimal-texts.js';
import { weightsOff } from './set-errors.js';
import type { Rule } from './rule.js';

interface Part {
  readonly name: string;
  readonly weight: Located | null;
}

export const weightsAddUp: Rule = {
  name: 'weights-add-up',
  check({ goals, kpis, incentives }, report) {
    const check = (subject: string, place: Located, parts: readonly Part[]): void => {
      const written = parts.flatMap(({ name, weight }) => (weight === null ? [] : [{ name, weight }]));
      const sum = written.length === parts.length ? sumOfShares(written.map(({ weight }) => weight.text)) : null;
      if (sum !== null && compareScaled(sum, ONE) !== 0) report(weightsOff(subject, place, showScaled(sum), written));
    };
    for (const goal of goals.values()) {
      const parts: readonly Part[] = [
        ...goal.goals.map((name) => ({ name, weight: goals.get(name)?.def.weight ?? null })),
        ...goal.kpis.map((name) => ({ name, weight: kpis.get(name)?.def.weight ?? null })),
      ];
      check(`below \`${goal.name}\``, goal.def.name, parts);
    }
    for (const { name, def } of incentives.values()) {
      const parts = def.components.map(({ kpi, goal, weight }) => ({ name: (kpi ?? goal)?.text ?? '', weight }));
      check(`in \`${name}\``, def.name, parts);
    }
  },
};

/** Null where one of them is no share: 2 and 3 are weights that need not add up to anything. */
function sumOfShares(weights: readonly string[]): Scaled | null {
  let sum: Scaled | null = null;
  for (const text of weights) {
    const weight = scaledOf(text);
    if (weight === null || compareScaled(weight, ONE) >= 0) return null;
    sum = sum === null ? weight : addScaled(sum, weight);
  }
  return sum;
}

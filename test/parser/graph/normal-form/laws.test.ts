// A law of normal forms must hold for every row and every reason. Generated formulas are rewritten in ways that are right, wrong, or
// right only sometimes; wherever the normal form says "the same", the reference evaluator must say so too.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandedFormula, normalFormula } from '@sextant/parser';
import { arbitraryMetric, formulaText, rewritten } from './arbitrary-formula.js';
import { arbitraryTables, formulaIn, lawGraph, outcomes, rowsOf } from './laws-project.js';

const withRates = lawGraph(true);
const withoutRates = lawGraph(false);

/** Without the words between brackets: which reason it is. */
const valuesOnly = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => (text.startsWith('(') ? '-' : text));

for (const [name, graph] of [
  ['with exchange rates', withRates],
  ['without', withoutRates],
] as const) {
  test(`equal normal forms have equal values and reasons, ${name}`, { timeout: 300_000 }, () => {
    const seen = { pairs: 0, equal: 0, loose: 0, different: 0 };
    fc.assert(
      fc.property(
        arbitraryMetric,
        fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        fc.array(arbitraryTables, { minLength: 4, maxLength: 4 }),
        (metric, choices, tables) => {
          let changed = metric;
          for (const choice of choices) {
            const options = rewritten(changed);
            changed = options[choice % Math.max(1, options.length)] ?? changed;
          }
          const [a, b] = [formulaIn(graph, formulaText(metric)), formulaIn(graph, formulaText(changed))];
          if (a === null || b === null || changed === metric) return;
          seen.pairs++;
          const forms = (options: { reasons: 'all' | 'none' }): boolean => {
            const [left, right] = [expandedFormula(graph, a, options), expandedFormula(graph, b, options)];
            return (
              normalFormula(graph, a, options) === normalFormula(graph, b, options) || (left !== null && left === right)
            );
          };
          const same = forms({ reasons: 'all' });
          const sameButReasons = forms({ reasons: 'none' });
          // What is the same with its reasons is the same without them.
          if (same) expect(sameButReasons).toBe(true);
          if (!sameButReasons) {
            seen.different++;
            return;
          }
          if (same) seen.equal++;
          else seen.loose++;
          for (const one of tables) {
            const rows = rowsOf(graph, one);
            const [x, y] = [outcomes(graph, a, rows), outcomes(graph, b, rows)];
            if (same) expect(y).toEqual(x);
            else expect(valuesOnly(y)).toEqual(valuesOnly(x));
          }
        },
      ),
      { numRuns: 2500, seed: 20260317 },
    );
    // The test is worth its name only while laws are used, and while not everything is the same.
    expect(seen.equal).toBeGreaterThan(300);
    expect(seen.loose).toBeGreaterThan(5);
    expect(seen.different).toBeGreaterThan(300);
  });
}

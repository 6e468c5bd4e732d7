// A percentage of two counts says which part of the rows below the line stands above it: so those above are among them.
import { numberText } from '../types/make-typed.js';
import type { CallTyped, Typed } from '../types/typed.js';
import { spanInScalar } from '../yaml/tree.js';
import { countedRows } from './rates/counted-rows.js';
import { whyNoPart } from './rates/subset.js';
import { notAPart, partOfAnother } from './set-errors.js';
import type { Rule } from './rule.js';

export const ratesAreParts: Rule = {
  name: 'rates-are-parts',
  metric({ def, formula, percent }, graph, report) {
    const quotient = percent ? quotientIn(formula) : null;
    const [part, whole] = quotient?.args.map((one) => countedRows(one, def.formula.text, graph)) ?? [];
    if (quotient === null || part === null || part === undefined || whole === null || whole === undefined) return;
    const span = spanInScalar(def.formula, quotient.range.start, quotient.range.end);
    if (part.dataset !== whole.dataset) report(partOfAnother(def.name, span, part.dataset, whole.dataset));
    else {
      const why = whyNoPart(part, whole, graph);
      if (why !== null) report(notAPart(def.name, span, why));
    }
  },
};

/** `a / b`, or `1 - a / b`. */
function quotientIn(formula: Typed): CallTyped | null {
  if (formula.kind !== 'call') return null;
  if (formula.fn === 'divide') return formula;
  const [one, rest] = formula.args;
  if (formula.fn !== 'subtract' || one === undefined || numberText(one) !== '1' || rest === undefined) return null;
  return rest.kind === 'call' && rest.fn === 'divide' ? rest : null;
}

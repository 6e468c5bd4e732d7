// A formula as the printer writes it: two texts with one layout differ in spaces, brackets and comments only.
import { parseFormula } from '../../expression/parse-formula.js';
import { printFormula } from '../../expression/print-formula.js';

/** The text itself where it is no formula. */
export function formulaLayout(text: string): string {
  const { root, problems } = parseFormula(text, true);
  return problems.length > 0 ? text : printFormula(root);
}

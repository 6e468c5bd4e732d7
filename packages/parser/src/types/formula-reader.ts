// Formulas from their scalars: parsed once per text, typed in a scope, with every diagnostic at its place in the file.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { formulaDiagnostic } from '../expression/errors.js';
import { parseFormula } from '../expression/parse-formula.js';
import type { ParsedFormula } from '../expression/parsed-formula.js';
import type { Expr } from '../expression/tree.js';
import { spanInScalar, type ScalarNode } from '../yaml/tree.js';
import { infer } from './infer.js';
import { unknownAt } from './make-typed.js';
import type { Position, World } from './scope.js';
import type { Typed } from './typed.js';

export interface FormulaReader {
  /** The syntax tree of a scalar's text; what is wrong with the text is reported the first time the scalar is read. */
  readonly parse: (node: ScalarNode) => Expr;
  readonly type: (node: ScalarNode, position: Position, world: World) => Typed;
}

export function formulaReader(report: (diagnostic: Diagnostic) => void): FormulaReader {
  const parsed = new Map<string, ParsedFormula>();
  const reported = new Set<ScalarNode>();
  const parse = (node: ScalarNode): Expr => {
    // Comments are legal in literal blocks only, so the same text may be right in one style and wrong in another.
    const comments = node.style === 'literal';
    const key = comments ? `|${node.text}` : node.text;
    let formula = parsed.get(key);
    if (formula === undefined) {
      formula = parseFormula(node.text, comments);
      parsed.set(key, formula);
    }
    if (formula.problems.length > 0 && node.broken !== true && !reported.has(node)) {
      reported.add(node);
      for (const problem of formula.problems) report(formulaDiagnostic(problem, node));
    }
    return formula.root;
  };
  return {
    parse,
    // What YAML cut was reported where it was read: nothing in it can be trusted.
    type: (node, position, world) =>
      node.broken === true
        ? unknownAt({ start: 0, end: node.text.length })
        : infer(parse(node), { world, position, at: (range) => spanInScalar(node, range.start, range.end), report }),
  };
}

// Formulas from their scalars: parsed once per text, typed in a scope, with every diagnostic at its place in the file.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { formulaDiagnostic } from '../expression/errors.js';
import type { Expr } from '../expression/tree.js';
import { spanInScalar, type ScalarNode } from '../yaml/tree.js';
import { formulaTexts, type FormulaText, type FormulaTexts } from './formula-texts.js';
import { infer } from './infer.js';
import { unknownAt } from './make-typed.js';
import type { Position, World } from './scope.js';
import type { Typed } from './typed.js';

export interface FormulaReader {
  /** The syntax tree of a scalar's text; what is wrong with the text is reported the first time the scalar is read. */
  readonly parse: (node: ScalarNode) => Expr;
  /** The same with what it names. */
  readonly text: (node: ScalarNode) => FormulaText;
  readonly type: (node: ScalarNode, position: Position, world: World, say?: (diagnostic: Diagnostic) => void) => Typed;
}

export function formulaReader(
  report: (diagnostic: Diagnostic) => void,
  texts: FormulaTexts = formulaTexts(),
): FormulaReader {
  const parsed = new Map<ScalarNode, FormulaText>();
  const text = (node: ScalarNode): FormulaText => {
    const known = parsed.get(node);
    if (known !== undefined) return known;
    const read = texts.of(node);
    parsed.set(node, read);
    if (node.broken !== true) for (const problem of read.problems) report(formulaDiagnostic(problem, node));
    return read;
  };
  const parse = (node: ScalarNode): Expr => text(node).root;
  return {
    parse,
    text,
    // What YAML cut was reported where it was read: nothing in it can be trusted.
    type: (node, position, world, say = report) =>
      node.broken === true
        ? unknownAt({ start: 0, end: node.text.length })
        : infer(parse(node), {
            world,
            position,
            at: (range) => spanInScalar(node, range.start, range.end),
            report: say,
          }),
  };
}

// The words for what is wrong with a formula's text.
import type { Diagnostic, DiagnosticParts, Fix } from '../diagnostic/diagnostic.js';
import { makeDiagnostic } from '../diagnostic/make-diagnostic.js';
import type { Code } from '../diagnostic/codes.js';
import type { Range } from '../source/source-file.js';
import { spanInScalar, type ScalarNode } from '../yaml/tree.js';
import { foreignNotation } from './foreign.js';
import type { FormulaProblem } from './parsed-formula.js';

/** `node` is the scalar that holds the formula. */
export function formulaDiagnostic(problem: FormulaProblem, node: ScalarNode): Diagnostic {
  const span = spanInScalar(node, problem.range.start, problem.range.end);
  const make = (code: Code, message: string, parts: DiagnosticParts): Diagnostic =>
    makeDiagnostic(code, message, span, parts);
  switch (problem.kind) {
    case 'unexpectedCharacter': {
      const { hint, replacement } = foreignNotation(problem.text);
      const fixes: Fix[] =
        replacement === null
          ? []
          : [
              {
                title: `write \`${replacement}\``,
                edits: [{ span, text: apart(replacement, node.text, problem.range) }],
                safe: true,
              },
            ];
      return make('KPI1201', `${show(problem.text)} is not part of the formula language`, {
        label: 'not understood',
        ...helpOf(hint),
        fixes,
      });
    }
    case 'unterminatedText': {
      const name = node.text.startsWith('"', problem.range.start);
      return make('KPI1202', name ? 'a quoted name does not end' : 'a text does not end', {
        label: 'starts here',
        notes: [`a ${name ? 'quoted name' : 'text'} ends on the line on which it starts`],
        help: name ? 'close the name with `"`' : "close the text with `'`; an apostrophe inside it is written `''`",
      });
    }
    case 'expected':
      return make(
        'KPI1203',
        problem.found === null
          ? `the formula ends too early: expected ${problem.expected}`
          : `expected ${problem.expected}, found ${show(problem.found)}`,
        { label: problem.found === null ? 'the formula ends here' : 'not expected here', ...helpOf(problem.hint) },
      );
    case 'tooDeep':
      return make('KPI1204', `the formula has more than ${problem.limit} levels`, {
        label: 'nested too deeply',
        help: 'name parts of the formula as metrics or fields of their own',
      });
    case 'tooLong':
      return make('KPI1204', `the formula is longer than ${problem.limit} characters`, {
        label: 'too long from here',
        help: 'name parts of the formula as metrics or fields of their own',
      });
    case 'empty':
      return make('KPI1205', 'the formula is empty', {
        label: 'nothing here',
        help: 'write an expression or remove the key',
      });
    // In a file the shape stage has said so already and the formula does not come here; a formula from elsewhere does.
    case 'comment':
      return make('KPI1118', 'a comment in a formula that is not a `|` block', {
        label: 'starts a comment',
        notes: ['the comment would swallow all that follows on the line'],
        help: 'remove the comment; for a double minus write `a - (-b)`',
      });
  }
}

/** With the spaces that keep it from becoming one word or sign with a neighbour: `a&&b`, `a −-b`. */
function apart(replacement: string, text: string, { start, end }: Range): string {
  const glued = (a: string, b: string): boolean =>
    [/[\p{L}\p{N}_"]/u, /[-*/<>=|!]/].some((kind) => kind.test(a) && kind.test(b));
  const before = glued(text.charAt(start - 1), replacement.charAt(0)) ? ' ' : '';
  const after = glued(replacement.charAt(replacement.length - 1), text.charAt(end)) ? ' ' : '';
  return `${before}${replacement}${after}`;
}

function helpOf(hint: string | null): DiagnosticParts {
  return hint === null ? {} : { help: hint };
}

/** A piece of the formula as it can stand in a message: short, on one line. */
function show(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const short = line.length > 30 ? `${line.slice(0, 29)}…` : line;
  return `\`${short}\``;
}

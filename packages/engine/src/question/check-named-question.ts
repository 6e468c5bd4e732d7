// The named questions of a project, checked with it: what is wrong with one is shown where it stands in its file.
import type { Diagnostic, Graph, Located, Outcome, QuestionDef, ScalarNode, Span } from '@sextant/parser';
import { spanInScalar } from '@sextant/parser';
import { checkQuestion } from './check-question.js';
import type { CheckedQuestion } from './question.js';
import { questionOf } from './question-texts.js';

/** Any day: what a question says is right or wrong on every one. */
const SOME_DAY = '2000-01-01';

export function checkNamedQuestion(
  graph: Graph,
  def: QuestionDef,
  asOf: string = SOME_DAY,
): Outcome<CheckedQuestion | null> {
  const { value, diagnostics } = checkQuestion(graph, questionOf(def, asOf));
  const place = (span: Span): Span => placeIn(def, span);
  const moved = diagnostics.map((one): Diagnostic => ({
    ...one,
    span: place(one.span),
    related: one.related.map((related) => ({ ...related, span: place(related.span) })),
    fixes: one.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: place(edit.span) })) })),
  }));
  // `over` stands for `from` and `to`: what is wrong with it is said once.
  const said = new Set<string>();
  return {
    value,
    diagnostics: moved.filter((one) => {
      const key = JSON.stringify([one.code, one.span, one.message]);
      if (said.has(key)) return false;
      said.add(key);
      return true;
    }),
  };
}

/** The places of a question's texts have the names that question-texts.ts gives them; all others are in files already. */
function placeIn(def: QuestionDef, span: Span): Span {
  const numbered = /^(metric|--by|--order) (\d+)$/.exec(span.file);
  if (numbered !== null) {
    const list = { metric: def.metrics, '--by': def.by, '--order': def.order }[numbered[1] ?? ''] ?? [];
    return inText(list[parseInt(numbered[2] ?? '1', 10) - 1], span, def);
  }
  if (span.file.startsWith('--param ')) {
    const name = span.file.slice('--param '.length);
    return inFormula(def.parameters.find((one) => one.name.text === name)?.value, span, def);
  }
  switch (span.file) {
    case '--where':
      return inFormula(def.where, span, def);
    case '--having':
      return inFormula(def.having, span, def);
    case '--grain':
      return inText(def.grain, span, def);
    case '--from':
      return inText(def.over ?? def.from, span, def);
    case '--to':
      return inText(def.over ?? def.to, span, def);
    case '--as-of':
      return inText(def.asOf, span, def);
    case '--limit':
      return def.limit?.span ?? def.name.span;
    default:
      return span;
  }
}

function inText(located: Located | null | undefined, span: Span, def: QuestionDef): Span {
  if (located === null || located === undefined) return def.name.span;
  const { start, end } = located.span;
  // A text that YAML rewrote (escapes, folds) is pointed at as a whole.
  return end - start === located.text.length
    ? { file: located.span.file, start: start + span.start, end: Math.min(start + span.end, end) }
    : located.span;
}

function inFormula(node: ScalarNode | null | undefined, span: Span, def: QuestionDef): Span {
  return node === null || node === undefined ? def.name.span : spanInScalar(node, span.start, span.end);
}

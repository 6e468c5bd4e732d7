// A question's texts as sources, so that a diagnostic can point into them like into a file.
import type { QuestionDef, SourceFile } from '@sextant/parser';
import type { Question } from './question.js';

/** One source per text, named like the option of the command line that gives it. */
export function questionSources(question: Question): readonly SourceFile[] {
  const one = (path: string, text: string | undefined): readonly SourceFile[] =>
    text === undefined ? [] : [{ path, text }];
  return [
    ...question.metrics.map((text, i) => ({ path: `metric ${i + 1}`, text })),
    ...(question.by ?? []).map((text, i) => ({ path: `--by ${i + 1}`, text })),
    ...one('--grain', question.grain),
    ...one('--from', question.from),
    ...one('--to', question.to),
    ...one('--where', question.where),
    ...one('--having', question.having),
    ...(question.order ?? []).map((text, i) => ({ path: `--order ${i + 1}`, text })),
    ...one('--as-of', question.asOf),
    ...Object.entries(question.parameters ?? {}).map(([name, text]) => ({ path: `--param ${name}`, text })),
    ...(question.limit === undefined ? [] : [{ path: '--limit', text: String(question.limit) }]),
  ];
}

/** A named question of a project, as a question. `asOf` counts only where the definition has none. */
export function questionOf(def: QuestionDef, asOf: string): Question {
  const texts = (list: readonly { readonly text: string }[]): readonly string[] => list.map((one) => one.text);
  const [from, to] = def.over === null ? [def.from?.text, def.to?.text] : splitOver(def.over.text);
  return {
    metrics: texts(def.metrics),
    by: texts(def.by),
    order: texts(def.order),
    asOf: def.asOf?.text ?? asOf,
    ...(def.grain === null ? {} : { grain: def.grain.text }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(def.where === null ? {} : { where: def.where.text }),
    ...(def.having === null ? {} : { having: def.having.text }),
    ...(def.limit === null ? {} : { limit: def.limit.value }),
    parameters: Object.fromEntries(def.parameters.map((parameter) => [parameter.name.text, parameter.value.text])),
  };
}

function splitOver(text: string): readonly [string, string] {
  const dots = text.indexOf('..');
  return dots < 0 ? [text, text] : [text.slice(0, dots), text.slice(dots + 2)];
}

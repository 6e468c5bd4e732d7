// Helper: definitions and rows as texts, questions asked of the reference.
import { parseProject, type Diagnostic, type Graph } from '@sextant/parser';
import { checkQuestion } from '../../../packages/engine/src/question/check-question.js';
import type { Question } from '../../../packages/engine/src/question/question.js';
import type { Result } from '../../../packages/engine/src/result/result.js';
import { evaluateReference } from '../../../packages/engine/src/reference/evaluate-reference.js';
import { rowsFromTexts, type Rows, type TextRow } from '../../../packages/engine/src/reference/rows.js';

export interface Situation {
  readonly graph: Graph;
  readonly rows: Rows;
}

/** `tables` are CSV texts without quotes: a header, then rows; the first line may be indented. */
export function situation(
  definitions: string,
  tables: Readonly<Record<string, string>> = {},
  project = 'project: p\n',
): Situation {
  const parsed = parseProject([
    { path: 'kpi.project.yaml', text: project },
    { path: 'a.kpi.yaml', text: definitions },
  ]);
  refuse(parsed.diagnostics);
  const texts = new Map(Object.entries(tables).map(([name, text]) => [name, readTable(text)]));
  const rows = rowsFromTexts(parsed.value, texts);
  refuse(rows.diagnostics);
  return { graph: parsed.value, rows: rows.value };
}

export function ask({ graph, rows }: Situation, question: Question): Result {
  const checked = checkQuestion(graph, question);
  refuse(checked.diagnostics);
  if (checked.value === null) throw new Error('the question was refused');
  return evaluateReference(graph, checked.value, rows);
}

/** The answer as lines: bucket, keys, then values, with the reason in brackets where there is none. */
export function answer(given: Situation, question: Question): readonly string[] {
  return ask(given, question).rows.map((row) =>
    [
      ...(row.bucket === null ? [] : [row.bucket.label]),
      ...row.keys.map((key) => key ?? '-'),
      ...row.cells.map((cell) => cell.value ?? `(${cell.reason ?? '?'})`),
    ].join(' '),
  );
}

export function readTable(text: string): readonly TextRow[] {
  const [header = '', ...lines] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])));
}

function refuse(diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((one) => `${one.code} ${one.message}`).join('\n'));
}

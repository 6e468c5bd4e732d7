// Files that a person handed over, as rows in memory: read, and checked against their declarations.
import { applyIgnores, applySeverities, type Diagnostic, type Graph, type Outcome } from '@sextant/parser';
import { checkRows } from './memory/check-rows.js';
import type { GivenFile } from './memory/given-file.js';
import { readFiles } from './memory/read-files.js';
import { checkQuestion } from './question/check-question.js';
import type { Question } from './question/question.js';
import { evaluateReference } from './reference/evaluate-reference.js';
import type { Rows } from './reference/rows.js';
import type { Result } from './result/result.js';

/** The value is null where the files cannot be read or break a declaration that numbers rest on. */
export async function openRows(
  graph: Graph,
  files: ReadonlyMap<string, readonly GivenFile[]>,
): Promise<Outcome<Rows | null>> {
  const read = await readFiles(graph, files);
  const found: Diagnostic[] = [...read.diagnostics];
  if (!found.some(isError)) found.push(...checkRows(graph, read.value));
  const diagnostics = applySeverities(applyIgnores(found, graph), graph);
  return { value: diagnostics.some(isError) ? null : read.value, diagnostics };
}

/** Answers a question over rows in memory, by the reference evaluator. */
export function askRows(graph: Graph, rows: Rows, question: Question): Outcome<Result | null> {
  const { value, diagnostics } = checkQuestion(graph, question);
  return { value: value === null ? null : evaluateReference(graph, value, rows), diagnostics };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

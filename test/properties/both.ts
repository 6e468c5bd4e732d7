// Questions over generated rows, answered by both executors: a property is held against an answer that both agree on.
import { expect } from 'vitest';
import { parseProject, type Graph, type SourceFile } from '@sextant/parser';
import {
  askChecked,
  checkQuestion,
  evaluateReference,
  openDuckDb,
  prepareRows,
  sessionOver,
  type Cell,
  type DuckDbExecutor,
  type Question,
  type Result,
} from '@sextant/engine';
import { loadRows } from '../../packages/engine/src/execute/load-rows.js';
import type { GeneratedProject } from '../differential/arbitrary-project.js';

export type Rows = GeneratedProject['rows'];

/** The days of the generated rows end before this one. */
export const LAST_DAY = '2025-04-30';

export interface Data {
  /** Null where the checker refuses the question. */
  readonly ask: (question: Partial<Question>) => Promise<Result | null>;
  /** The cells of one formula; the checker must accept it. */
  readonly cells: (question: Partial<Question>) => Promise<Cells>;
}

/** Few cases, always the same; more of them, and others, where the environment says so. */
export function propertyRuns(seed: number): { readonly numRuns: number; readonly seed: number } {
  const { PROPERTY_RUNS: count = '12', PROPERTY_SEED: other } = process.env;
  return { numRuns: Number.parseInt(count, 10), seed: other === undefined ? seed : Number.parseInt(other, 10) };
}

/** Answers by row: the bucket's label and the keys, `-` for the group without a value; `all` where there are neither. */
export type Cells = ReadonlyMap<string, readonly Cell[]>;

let opened: Promise<DuckDbExecutor> | null = null;

export async function closeBoth(): Promise<void> {
  if (opened !== null) await (await opened).close();
  opened = null;
}

/** The generated project's definitions, after its project file; `metrics` are defined beside them. */
export function filesOf(project: GeneratedProject, metrics: readonly string[] = []): readonly SourceFile[] {
  return [
    {
      path: 'kpi.project.yaml',
      text: `project: generated\ncalendar: { timezone: ${project.timezone}, fiscal_year_starts: february }\nexchange_rates: { dataset: fx, from: ccy, to: quote, at: day, rate: rate }\n`,
    },
    { path: 'generated.kpi.yaml', text: project.definitions },
    ...(metrics.length === 0
      ? []
      : [{ path: 'metrics.kpi.yaml', text: `metrics:\n${metrics.map((line) => `  ${line}\n`).join('')}` }]),
  ];
}

export function graphOf(files: readonly SourceFile[]): Graph {
  const { value, diagnostics } = parseProject(files);
  const errors = diagnostics.filter((one) => one.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((one) => `${one.code} ${one.message}`).join('\n'));
  return value;
}

/** What was asked of these rows is gone as soon as others are opened: there is one database. */
export async function dataOf(graph: Graph, rows: Rows): Promise<Data> {
  opened ??= openDuckDb({ threads: 1 });
  const executor = await opened;
  const prepared = await prepareRows(executor, graph, rows);
  expect(prepared.diagnostics).toEqual([]);
  const session = await sessionOver(graph, executor, prepared.value);
  const loaded = await loadRows(prepared.value);
  if (loaded.kind !== 'rows') throw new Error('too many rows');
  const ask = async (asked: Partial<Question>): Promise<Result | null> => {
    const { value: question } = checkQuestion(graph, { metrics: [], asOf: LAST_DAY, ...asked });
    if (question === null) return null;
    const { value, diagnostics } = await askChecked(session, question);
    if (value === null) throw new Error(diagnostics.map((one) => one.message).join('\n'));
    expect(withoutNotes(value)).toEqual(withoutNotes(evaluateReference(graph, question, loaded.rows)));
    return value;
  };
  return {
    ask,
    cells: async (question) => {
      const result = await ask(question);
      if (result === null) {
        const { diagnostics } = checkQuestion(graph, { metrics: [], asOf: LAST_DAY, ...question });
        throw new Error(diagnostics.map((one) => `${one.code} ${one.message}`).join('\n'));
      }
      return new Map(result.rows.map((row) => [nameOf(row.bucket?.label ?? null, row.keys), row.cells]));
    },
  };
}

export async function dataOfProject(project: GeneratedProject, metrics: readonly string[] = []): Promise<Data> {
  return dataOf(graphOf(filesOf(project, metrics)), project.rows);
}

export function nameOf(bucket: string | null, keys: readonly (string | null)[]): string {
  const parts = [...(bucket === null ? [] : [bucket]), ...keys.map((key) => key ?? '-')];
  return parts.length === 0 ? 'all' : parts.join(' ');
}

/** Only the evaluator in memory says yet what an answer left out. */
export function withoutNotes({ columns, rows, asOf }: Result): Omit<Result, 'diagnostics'> {
  return { columns, rows, asOf };
}

export function textOf(cell: Cell | undefined): string {
  return cell === undefined ? 'no row' : (cell.value ?? `no value: ${cell.reason}`);
}

// Helper: definitions and rows as texts to a scorecard, by the database and by the reference; the two must be the same.
import { expect } from 'vitest';
import { parseProject, type Diagnostic, type Graph } from '@sextant/parser';
import {
  openDuckDb,
  prepareRows,
  referenceAsker,
  scorecard,
  sessionAsker,
  sessionOver,
  type DuckDbExecutor,
  type Figure,
  type KpiReading,
  type Scorecard,
  type ScorecardOptions,
} from '@sextant/engine';
import { rowsFromTexts, type TextRow } from '../../../packages/engine/src/reference/rows.js';
import { readTable } from '../reference/ask.js';

export interface Given {
  readonly graph: Graph;
  readonly texts: ReadonlyMap<string, readonly TextRow[]>;
}

/** `tables` are CSV texts without quotes: a header, then rows; lines may be indented. */
export function given(
  definitions: string,
  tables: Readonly<Record<string, string>> = {},
  project = 'project: p\n',
): Given {
  const { value: graph, diagnostics } = parseProject([
    { path: 'kpi.project.yaml', text: project },
    { path: 'a.kpi.yaml', text: definitions },
  ]);
  refuse(diagnostics);
  return { graph, texts: new Map(Object.entries(tables).map(([name, text]) => [name, readTable(text)])) };
}

export interface Cards {
  readonly card: (given: Given, options: ScorecardOptions) => Promise<Scorecard>;
  readonly close: () => Promise<void>;
}

/** Opens a database that lasts for a file of tests. */
export async function openCards(): Promise<Cards> {
  const executor = await openDuckDb({ threads: 1 });
  return { card: (one, options) => bothWays(executor, one, options), close: () => executor.close() };
}

async function bothWays(
  executor: DuckDbExecutor,
  { graph, texts }: Given,
  options: ScorecardOptions,
): Promise<Scorecard> {
  const prepared = await prepareRows(executor, graph, texts);
  refuse(prepared.diagnostics);
  const asked = await scorecard(graph, sessionAsker(await sessionOver(graph, executor, prepared.value)), options);
  const read = rowsFromTexts(graph, texts);
  refuse(read.diagnostics);
  const computed = await scorecard(graph, referenceAsker(graph, read.value), options);
  refuse(computed.diagnostics);
  expect(asked).toEqual(computed);
  if (computed.value === null) throw new Error('no scorecard');
  return computed.value;
}

/** The reference alone: for what is refused. */
export async function refusals({ graph }: Given, options: ScorecardOptions): Promise<readonly Diagnostic[]> {
  const { value, diagnostics } = await scorecard(graph, referenceAsker(graph, new Map()), options);
  expect(value).toBe(null);
  return diagnostics;
}

export function kpiOf(card: Scorecard, name: string): KpiReading {
  const found = card.kpis.find((one) => one.kpi === name);
  if (found === undefined) throw new Error(`no KPI ${name}`);
  return found;
}

/** The text of a figure, or its reason in brackets. */
export function text(figure: Figure | null | undefined): string {
  return figure === null || figure === undefined ? '-' : (figure.value ?? `(${figure.reason ?? '?'})`);
}

function refuse(diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter((one) => one.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((one) => `${one.code} ${one.message}`).join('\n'));
}

// Public data sets with definitions beside this file: opened once per set, and asked beside hand-written SQL over the same files.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseProject, type Diagnostic, type Graph } from '@sextant/parser';
import {
  askChecked,
  checkQuestion,
  evaluateReference,
  openSession,
  type Question,
  type Session,
} from '@sextant/engine';
import { loadRows, type LoadedRows } from '../../packages/engine/src/execute/load-rows.js';
import { rounded } from './rounded.js';

/** The data is not part of the repository: where the folder is absent these tests are skipped. */
const DATA = '/work/shared/data';
const DEFINITIONS = fileURLToPath(new URL('.', import.meta.url));

export interface Case extends Omit<Question, 'asOf'> {
  readonly name: string;
  readonly asOf?: string;
  /** A period instead of `from` and `to`. */
  readonly over?: string;
  /** Rows of `[bucket, keys..., values...]`. A value is a number, a fraction `12.5/7`, a float `~0.1`, a text, or `!reason` for no value. */
  readonly sql: string;
  /** The order of the answer is the order of the SQL. Otherwise it is sorted by bucket and keys, no value last. */
  readonly ordered?: boolean;
}

export interface DataSet {
  /** Of definitions; and of the data, where that is another. */
  readonly folder: string;
  readonly data?: string;
  readonly asOf: string;
  /** The evaluator over rows must agree too: only for sets that are small. */
  readonly reference: boolean;
  readonly cases: readonly Case[];
}

type Table = readonly (readonly (string | null)[])[];

export function describeDataSet({ folder, data = folder, asOf, reference, cases }: DataSet): void {
  const source = `${DATA}/${data}`;
  describe.skipIf(!existsSync(source))(`${folder}, beside SQL by hand`, () => {
    let session: Session;
    let oracle: DuckDBConnection;
    let rows: LoadedRows | null = null;
    const open: (() => unknown)[] = [];
    beforeAll(async () => {
      session = await opened(folder, source);
      open.push(() => session.executor.close());
      oracle = await oracleOver(source);
      open.push(() => oracle.closeSync());
    });
    afterAll(async () => {
      for (const close of open) await close();
    });
    const asked = async (one: Case): Promise<readonly [Table, Table]> => {
      const checked = checkQuestion(session.graph, {
        ...one,
        ...(one.over === undefined ? {} : { from: one.over, to: one.over }),
        asOf: one.asOf ?? asOf,
      });
      if (checked.value === null) throw new Error(texts(checked.diagnostics));
      const { value, diagnostics } = await askChecked(session, checked.value);
      if (value === null) throw new Error(texts(diagnostics));
      const first = (one.grain === undefined ? 0 : 1) + (one.by ?? []).length;
      const expected = (await sorted(oracle, one, first)).map((row) =>
        row.map((cell, i) => {
          const column = value.columns[i];
          return column?.kind !== 'metric' ? cell : rounded(cell, column);
        }),
      );
      const answer = value.rows.map((row, r) => [
        ...(row.bucket === null ? [] : [row.bucket.label]),
        ...row.keys,
        ...row.cells.map((cell, c) => {
          const beside = expected[r]?.[first + c] ?? null;
          if (cell.value === null) return beside?.startsWith('!') === true ? `!${cell.reason}` : null;
          return isClose(cell.value, beside) ? beside : cell.value;
        }),
      ]);
      if (reference) {
        rows ??= await loadRows(session.data);
        if (rows.kind !== 'rows') throw new Error('too many rows');
        const other = evaluateReference(session.graph, checked.value, rows.rows);
        expect({ ...value, diagnostics: [] }).toEqual({ ...other, diagnostics: [] });
      }
      return [answer, expected];
    };
    it.each(cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
      const [answer, expected] = await asked(one);
      expect(expected.length).toBeGreaterThan(0);
      expect(answer).toEqual(expected);
    });
  });
}

function texts(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(
      (one) => `${one.severity} ${one.code} ${one.message} (${one.label ?? ''}) ${one.help ?? ''} at ${one.span.file}`,
    )
    .join('\n');
}

function graphOf(folder: string): Graph {
  const files = readdirSync(DEFINITIONS + folder)
    .filter((name) => name.endsWith('.kpi.yaml') || name === 'kpi.project.yaml')
    .map((name) => ({ path: name, text: readFileSync(`${DEFINITIONS}${folder}/${name}`, 'utf8') }));
  const { value, diagnostics } = parseProject(files);
  if (diagnostics.some((one) => one.severity === 'error')) throw new Error(texts(diagnostics));
  return value;
}

async function opened(folder: string, source: string): Promise<Session> {
  const graph = graphOf(folder);
  const extraSources: Record<string, string> = {};
  for (const [name, { def }] of graph.datasets) {
    if (def.from?.kind === 'files') extraSources[name] = `${source}/${def.from.path.text}`;
  }
  const { value, diagnostics } = await openSession(graph, { root: DEFINITIONS + folder, extraSources });
  if (value === null) throw new Error(texts(diagnostics));
  return value;
}

/** Each file is a view of its name. */
async function oracleOver(source: string): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const path of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    const name = /([^/]+)\.(?:parquet|csv|json)$/.exec(path)?.[1];
    if (name !== undefined) await connection.run(`CREATE VIEW "${name}" AS SELECT * FROM '${source}/${path}'`);
  }
  return connection;
}

async function sorted(oracle: DuckDBConnection, { sql, ordered }: Case, keys: number): Promise<Table> {
  const columns = Array.from({ length: keys }, (_, i) => `${i + 1} NULLS LAST`);
  const order = ordered === true || keys === 0 ? '' : ` ORDER BY ${columns.join(', ')}`;
  const plain = (await oracle.runAndReadAll(`SELECT * FROM (${sql})${order}`)).getRowsJson();
  return plain.map((row) =>
    row.map((value) => (value === null || typeof value === 'string' ? value : JSON.stringify(value))),
  );
}

function isClose(value: string, beside: string | null): boolean {
  if (beside?.startsWith('~') !== true) return false;
  const [a, b] = [Number(value), Number(beside.slice(1))];
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

// The engine in a browser, over rows in memory and over DuckDB in a worker, without a network: the same digits as the command's.
import {
  ask,
  givenRows,
  openDuckDb,
  openSession,
  prepareRows,
  scorecard,
  sessionAsker,
  sessionOver,
  type DuckDbExecutor,
  type Question,
  type Result,
  type Scorecard,
  type Session,
  type TestResult,
} from '@sextant/engine';
import { askRows } from '@sextant/engine/browser';
import { parseProject, type Diagnostic, type Graph, type SourceFile } from '@sextant/parser';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answers } from '../../examples/trailhead/answers/compute.js';
import { readCase } from '../cases/read-case.js';
import { definitionFiles, examples } from '../examples/example-files.js';
import { chromiumPath, launchChromium } from './chromium.js';
import { serveEngine, type Server } from './engine-in-browser/serve.js';

const cases = join(import.meta.dirname, '../cases');
const trailhead = join(examples, 'trailhead');

// Without a browser there is nothing to try it in: Debian's is `apt-get install chromium`.
describe.skipIf(chromiumPath === null)('the engine in a browser', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  let native: DuckDbExecutor;
  const foreign: string[] = [];
  const faults: string[] = [];

  const engine = <T>(method: string, params?: unknown): Promise<T> =>
    page.evaluate(
      ([name, given]) =>
        (globalThis as unknown as { engine: (method: string, params: unknown) => Promise<unknown> }).engine(
          name as string,
          given,
        ),
      [method, params],
    ) as Promise<T>;

  interface Found {
    readonly parsed: readonly Diagnostic[];
    readonly found: readonly Diagnostic[];
    readonly memory: readonly Diagnostic[];
    readonly duckdb: readonly Diagnostic[];
  }

  const openFiles = (
    files: readonly SourceFile[],
    data: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  ): Promise<Found> => engine('open', { files, data: data.map(({ path, bytes }) => ({ path, bytes: base64(bytes) })) });

  beforeAll(async () => {
    server = await serveEngine();
    browser = await launchChromium();
    native = await openDuckDb({ threads: 1 });
    const context = await browser.newContext();
    page = await context.newPage();
    context.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol !== 'blob:' && host !== new URL(server.address).host) foreign.push(request.url());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(server.address);
    const times = await engine<Record<string, number>>('start', {
      worker: '/duckdb.worker.js',
      wasm: '/duckdb.wasm.gz',
    });
    expect(times['bytes']).toBeGreaterThan(5_000_000);
    // From here on there is no network at all.
    await context.setOffline(true);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await native.close();
    expect(foreign).toEqual([]);
    expect(faults).toEqual([]);
  });

  describe('the database', () => {
    const queried = (sql: string) =>
      engine<{ rows: readonly (readonly string[])[]; packed: readonly boolean[]; error?: string; kind?: string }>(
        'query',
        sql,
      );

    test('hands out every type exactly', async () => {
      const { rows } = await queried(
        `SELECT * FROM (VALUES
          (1.10::DECIMAL(4,2), -123456789012345678901234567890123456.78::DECIMAL(38,2), -170141183460469231731687303715884105727::HUGEINT,
           9007199254740993::BIGINT, -7::TINYINT, 4294967295::UINTEGER, 18446744073709551615::UBIGINT, 0.1::DOUBLE, true, 'ä\u{1F600}', DATE '1969-12-31',
           TIMESTAMP '1969-12-31 23:59:59.999999', 'nan'::DOUBLE),
          (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)) v`,
      );
      expect(rows.map(([first]) => first)).toEqual([
        '110/100',
        '-12345678901234567890123456789012345678/100',
        '-170141183460469231731687303715884105727/1',
        '9007199254740993/1',
        '-7/1',
        '4294967295/1',
        '18446744073709551615/1',
        '1/10~',
        'boolean true',
        'text ä\u{1F600}',
        'date -1',
        'datetime -1',
        'out_of_range',
      ]);
      expect(rows.every(([, second]) => second === 'no_value')).toBe(true);
    });

    test('packs numbers, over many batches, until one does not fit', async () => {
      const { rows, packed } = await queried(
        `SELECT CASE WHEN i % 7 <> 0 THEN i::DECIMAL(18,2) / 1::BIGINT END::DECIMAL(18,2) AS a,
           CASE WHEN i = 5000 THEN 9007199254740993 ELSE i END AS b, CASE WHEN i % 2 = 0 THEN i % 3 = 0 END AS c
         FROM range(6000) r(i) ORDER BY i`,
      );
      expect(packed).toEqual([true, false, false]);
      expect([rows[0]?.[0], rows[0]?.[5998], rows[1]?.[5000], rows[1]?.[5999]]).toEqual([
        'no_value',
        '599800/100',
        '9007199254740993/1',
        '5999/1',
      ]);
      expect([rows[2]?.[4], rows[2]?.[5], rows[2]?.[4098]]).toEqual(['boolean false', 'no_value', 'boolean true']);
    });

    test.each([
      ['SELECT 1; SELECT 2', 'refused'],
      ['CREATE TABLE t AS SELECT 1', 'refused'],
      ['', 'refused'],
      ["SELECT * FROM read_csv('/etc/passwd')", 'failed'],
      ["SELECT * FROM read_csv('http://localhost/x.csv')", 'failed'],
      ["SELECT * FROM read_parquet('x.parquet')", 'failed'],
      ["SELECT * FROM read_json('x.json')", 'failed'],
      ["SELECT timezone('Europe/Berlin', TIMESTAMP '2026-01-01')", 'failed'],
      ["SELECT error('boom')", 'failed'],
    ])('%s: %s', async (sql, kind) => {
      expect((await queried(sql)).kind).toBe(kind);
    });

    test('its settings cannot be changed', async () => {
      const { error } = await engine<{ error: string }>('run', 'SET autoinstall_known_extensions = true');
      expect(error).toContain('locked');
      expect((await queried('SELECT 42')).rows).toEqual([['42/1']]);
    });

    test('a statement can be cancelled, and the next one runs', async () => {
      const sql = 'SELECT sum(a.i * b.i) FROM range(100000) a(i), range(100000) b(i)';
      for (const after of [0, 50]) {
        const { how } = await engine<{ how: string }>('cancel', { sql, after });
        expect(how).toBe('interrupted');
        expect((await queried('SELECT 42')).rows).toEqual([['42/1']]);
      }
    });
  });

  describe('the worked cases', () => {
    const names = readdirSync(cases).filter((name) => name.endsWith('.yml'));

    test.each(names)('%s', async (name) => {
      const worked = readCase(readFileSync(join(cases, name), 'utf8'));
      const files = [
        { path: 'kpi.project.yaml', text: worked.project },
        { path: 'case.kpi.yaml', text: worked.definitions },
      ];
      const questions = worked.asks.map(({ question }) => question);
      const { answers, diagnostics } = await engine<{
        answers: readonly { readonly duckdb: Result; readonly reference: Result }[];
        diagnostics: readonly Diagnostic[];
      }>('cases', { files, rows: [...worked.rows], questions });
      expect(diagnostics).toEqual([]);
      const { value: graph } = parseProject(files);
      const prepared = await prepareRows(native, graph, worked.rows);
      const session = await sessionOver(graph, native, prepared.value);
      const rows = givenRows(graph, worked.rows);
      for (const [i, question] of questions.entries()) {
        expect(answers[i]?.duckdb).toEqual((await ask(session, question)).value);
        expect(answers[i]?.reference).toEqual(askRows(graph, rows.value, question).value);
      }
    });
  });

  describe('files', () => {
    const definitions = (from: string): string => `datasets:
  t:
    time: at
    key: a
    from: ${from}
    fields:
      a: text
      b: { type: decimal(2) EUR, optional: true }
      at: { type: timestamp, optional: true }
      n: { type: integer, optional: true }
dimensions: { a: t.a }
metrics: { total: sum(t.b), most: max(t.n) }
`;
    const project = { path: 'kpi.project.yaml', text: 'project: t\ncalendar: { timezone: Europe/Berlin }\n' };
    const folder = mkdtempSync(join(tmpdir(), 'sextant-e2e-'));
    afterAll(() => rmSync(folder, { recursive: true }));

    /** What the command says of the same files, and answers. */
    async function nativeAnswer(from: string, name: string, bytes: Uint8Array, question: Question) {
      writeFileSync(join(folder, name), bytes);
      const { value: graph } = parseProject([project, { path: 't.kpi.yaml', text: definitions(from) }]);
      const opened = await openSession(graph, { root: folder });
      if (opened.value === null) return { diagnostics: opened.diagnostics, value: null };
      const { value } = await ask(opened.value, question);
      await opened.value.executor.close();
      return { diagnostics: opened.diagnostics, value };
    }

    const CSV =
      'a,b,at,n\nx,1.10,2026-03-29T01:30:00Z,9007199254740993\n"y ""z""\n",-0.1,2026-10-25T02:30:00+02:00,\n"ä",,,7\n';
    const JSON_TEXT =
      '[{"a":"x","b":12345678901234567.89,"at":"2026-03-01T10:00:00Z"},{"a":"","n":9007199254740993,"b":1.10}]';
    const PARQUET = `COPY (SELECT * FROM (VALUES ('x', 12345678901234567.89::DECIMAL(20,2), make_timestamptz(1772272800123456), 9007199254740993),
      ('', -0.10, NULL, NULL), ('quote " and , comma', NULL, make_timestamptz(-1), -7)) v(a, b, "at", n)) TO '${join(folder, 'made.parquet')}' (FORMAT parquet, COMPRESSION zstd)`;

    beforeAll(async () => {
      const writer = await openDuckDb({ threads: 1 });
      await writer.run(PARQUET);
      await writer.close();
    });

    test.each([
      ['t.csv', () => Buffer.from(CSV), []],
      ['t.csv.gz', () => gzipSync(CSV), []],
      ['t.tsv', () => Buffer.from(CSV.replaceAll(',', '\t')), []],
      ['t.json', () => Buffer.from(JSON_TEXT), []],
      ['t.ndjson', () => Buffer.from(JSON_TEXT.slice(1, -1).replace('},{', '}\n{')), []],
      ['t.parquet', () => readFileSync(join(folder, 'made.parquet')), []],
      ['t.csv', () => Buffer.from('a,b,at,n\nx,1.105,2026-03-01,1\nx,abc,,\n'), ['KPI7020', 'KPI7020']],
      ['t.csv', () => Buffer.from('a,b,at,n\nx,1,,\nx,2,,\n,3,,\n'), ['KPI7022', 'KPI7023']],
      ['t.csv', () => Buffer.from('a,b,at\nx,1,\n'), ['KPI7010']],
      ['t.csv', () => Buffer.from('a,b,at,n\nx,1\n'), ['KPI7003']],
      ['t.json', () => Buffer.from('[{"a":"x","b":1.105,"n":1.5}]'), ['KPI7020', 'KPI7020']],
    ])('%s (%#)', async (name, make, codes) => {
      const bytes = make();
      const question: Question = { metrics: ['total', 'most'], by: ['a'], grain: 'day', asOf: '2026-12-31' };
      const expected = await nativeAnswer(name, name, bytes, question);
      const found = await openFiles(
        [project, { path: 't.kpi.yaml', text: definitions(name) }],
        [{ path: name, bytes }],
      );
      expect(found.duckdb).toEqual(expected.diagnostics);
      expect(found.memory).toEqual(expected.diagnostics);
      expect(found.duckdb.map(({ code }) => code)).toEqual(codes);
      if (codes.length > 0) return;
      const answered = await engine<{ duckdb: Result; reference: Result }>('ask', question);
      expect(answered.duckdb).toEqual(expected.value);
      expect(answered.reference).toEqual(expected.value);
    });
  });

  describe('trailhead', () => {
    let graph: Graph;
    let session: Session;

    beforeAll(async () => {
      graph = parseProject(definitionFiles('trailhead')).value;
      const opened = await openSession(graph, { root: trailhead });
      if (opened.value === null) throw new Error('the data is not sound');
      session = opened.value;
      const data = filesBelow(join(trailhead, 'data')).map((path) => ({
        path,
        bytes: readFileSync(join(trailhead, path)),
      }));
      const found = await openFiles(definitionFiles('trailhead'), data);
      // The one campaign that only orders know, found by all three.
      expect([found.parsed, found.found]).toEqual([[], []]);
      expect(found.duckdb).toEqual(opened.diagnostics);
      expect(found.memory).toEqual(opened.diagnostics);
    });
    afterAll(() => session.executor.close());

    test('answers every committed question as the command does', async () => {
      const { asOf, answers } = JSON.parse(readFileSync(join(trailhead, 'answers.json'), 'utf8')) as Answers;
      const questions = new Map<string, Question>();
      for (const { metric, by, grain } of answers) {
        const formula = graph.metrics.get(metric)?.def.formula.text ?? metric;
        const question: Question = {
          metrics: [formula],
          by: by === null ? [] : Object.keys(by),
          asOf,
          ...(grain === null ? {} : { grain }),
        };
        questions.set(JSON.stringify(question), question);
      }
      expect(questions.size).toBeGreaterThan(40);
      for (const question of questions.values()) {
        const answered = await engine<{
          duckdb: Result;
          reference: Result;
          differences: readonly unknown[];
        }>('ask', question);
        const expected = await ask(session, question);
        expect(answered.duckdb, JSON.stringify(question)).toEqual(expected.value);
        expect(answered.differences, JSON.stringify(question)).toEqual([]);
      }
    });

    test('takes the scorecard as the command does', async () => {
      const options = { asOf: '2026-10-15' };
      const { duckdb, reference } = await engine<{ duckdb: Scorecard; reference: Scorecard }>('scorecard', options);
      const expected = await scorecard(graph, sessionAsker(session), options);
      expect(duckdb).toEqual(expected.value);
      expect(reference.kpis.map(({ kpi, status }) => [kpi, status])).toEqual(
        expected.value?.kpis.map(({ kpi, status }) => [kpi, status]),
      );
    });

    test('says its SQL', async () => {
      const sql = await engine<string>('sql', { metrics: ['revenue'], grain: 'month', asOf: '2026-10-15' });
      expect(sql).toContain('SELECT');
    });

    test('runs its tests on both engines', async () => {
      const results = await engine<readonly TestResult[]>('tests', 10);
      expect(results).toHaveLength(10);
      expect(results.filter(({ passed }) => !passed)).toEqual([]);
    });
  });

  function filesBelow(folder: string): readonly string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.csv'))
      .map((entry) => join(entry.parentPath, entry.name).slice(trailhead.length + 1))
      .sort();
  }
});

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

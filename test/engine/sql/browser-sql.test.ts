// No statement asks for what the database of a browser does not have: time zones, JSON, Parquet, a network.
import { definitionFiles, examples } from '../../examples/example-files.js';
import { openSession, prepareRows, sqlOf, type DuckDbExecutor, type Session } from '@sextant/engine';
import { parseProject } from '@sextant/parser';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkQuestion } from '../../../packages/engine/src/question/check-question.js';
import { checkData } from '../../../packages/engine/src/execute/check-data.js';
import { relationFacts } from '../../../packages/engine/src/execute/relation-facts.js';

/** Functions, types and operators of the extensions icu, json, parquet and httpfs. */
const ABSENT: readonly RegExp[] = [
  /\bAT\s+TIME\s+ZONE\b/i,
  /\bTIMESTAMP\s+WITH\s+TIME\s+ZONE\b|\bTIMESTAMPTZ\b|::timestamptz/i,
  /\b(?:timezone|timezone_hour|timezone_minute|pg_timezone_names|to_timestamp|make_timestamptz|now|get_current_timestamp|current_localtimestamp|current_date|today|transaction_timestamp)\s*\(/i,
  /\bcurrent_(?:timestamp|date|time)\b|\blocaltimestamp\b/i,
  /\bCOLLATE\b|\bicu_sort_key\b/i,
  /\bread_(?:json|ndjson|parquet|text|blob)\w*\s*\(|\bparquet_\w+\s*\(|\bjson_\w+\s*\(|\bto_json\b|->>?/i,
  /https?:\/\/|s3:\/\//i,
  /\b(?:INSTALL|LOAD|ATTACH|COPY|PRAGMA)\b\s/i,
];

/** What the statement says without its comments and texts. */
function bare(sql: string): string {
  return sql.replaceAll(/--[^\n]*/g, '').replaceAll(/'(?:[^']|'')*'/g, "''");
}

const graph = parseProject(definitionFiles('trailhead')).value;
let session: Session;

beforeAll(async () => {
  const opened = await openSession(graph, { root: join(examples, 'trailhead') });
  if (opened.value === null) throw new Error('the data is not sound');
  session = opened.value;
});
afterAll(() => session.executor.close());

test('of questions', async () => {
  const { asOf } = JSON.parse(readFileSync(join(examples, 'trailhead/answers.json'), 'utf8')) as { asOf: string };
  let statements = 0;
  for (const metric of graph.metrics.keys()) {
    for (const grain of ['hour', 'day', 'week', 'month', 'fiscal_quarter', null]) {
      const checked = checkQuestion(graph, {
        metrics: [metric],
        asOf,
        from: '2026-03-01',
        to: '2026-06-30',
        ...(grain === null ? {} : { grain }),
      });
      if (checked.value === null) continue;
      const sql = bare(await sqlOf(session, checked.value));
      statements += sql.split(';').length - 1;
      for (const absent of ABSENT) expect(sql, `${metric} by ${grain}`).not.toMatch(absent);
    }
  }
  expect(statements).toBeGreaterThan(300);
});

test('of loading rows, checking them and looking at them', async () => {
  const asked: string[] = [];
  const { executor } = session;
  // The relations of the session stand in for those that are not made here.
  const listening: DuckDbExecutor = {
    query: (sql) => {
      asked.push(sql);
      return executor.query(sql);
    },
    run: async (sql) => void asked.push(sql),
    seal: async () => undefined,
    isSealed: () => true,
    interrupt: () => undefined,
    close: async () => undefined,
  };
  const prepared = await prepareRows(listening, graph, new Map());
  expect(prepared.diagnostics).toEqual([]);
  await checkData(prepared.value);
  await relationFacts(prepared.value);
  expect(asked.length).toBeGreaterThan(100);
  for (const sql of asked) for (const absent of ABSENT) expect(bare(sql)).not.toMatch(absent);
});

// Writes answers.json: tsx examples/trailhead/answers/compute.ts [file]
// The numbers come from SQL over exact decimals and from fractions of whole numbers, never from Sextant's engine.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import { decimalText, divide, fraction, fractionText, parseDecimal, quantile, variance } from './fraction.js';
import type { Fraction } from './fraction.js';
import { questions } from './questions.js';
import type { Asked } from './questions.js';
import { scorecards, type ScorecardAnswer } from './scorecard/scorecards.js';
import { tableStatements } from './tables.js';

export interface Answer {
  readonly metric: string;
  /** The group: a value per dimension, null for the group without a value. */
  readonly by: Readonly<Record<string, string | null>> | null;
  readonly grain: string | null;
  readonly bucket: string | null;
  /** The exact decimal, or 34 significant digits where it does not end; null for no value. Not rounded to a metric's decimals. */
  readonly value: string | null;
  /** The exact value as a fraction in lowest terms, or a whole number. */
  readonly fraction: string | null;
  /** Why there is no value. */
  readonly reason?: string;
}

export interface Answers {
  readonly asOf: string;
  readonly answers: readonly Answer[];
  /** How KPIs, goals and pay stand at the end of several days; from the rows of the files, without SQL. */
  readonly scorecards: readonly ScorecardAnswer[];
}

export async function computeAnswers(folder: string): Promise<Answers> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    for (const statement of tableStatements(folder)) await connection.run(statement);
    const answers: Answer[] = [];
    for (const asked of questions) answers.push(...(await answersOf(connection, asked)));
    return { asOf: '2026-06-17', answers, scorecards: scorecards(folder) };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

export function answersText(answers: Answers): string {
  return `${JSON.stringify(answers, null, 2)}\n`;
}

async function answersOf(connection: DuckDBConnection, asked: Asked): Promise<readonly Answer[]> {
  const reader = await connection.runAndReadAll(asked.sql);
  const rows = reader.getRows().map((row) => row.map((cell) => (cell === null ? null : String(cell))));
  const by = asked.by ?? [];
  const grain = asked.grain ?? null;
  if (asked.make === 'median' || asked.make === 'p90' || asked.make === 'variance') {
    const values = rows.flatMap(([cell]) => (cell === null || cell === undefined ? [] : [parseDecimal(cell)]));
    return [answer(asked, {}, null, overall(asked.make, values))];
  }
  return rows.map((row) => {
    const groups = Object.fromEntries(by.map((name, index) => [name, row[index] ?? null]));
    const bucket = grain === null ? null : (row[by.length] ?? null);
    const [n, d] = row.slice(by.length + (grain === null ? 0 : 1));
    if (n === null || n === undefined) throw new Error(`${asked.metric}: no number in ${row.join()}`);
    const value = asked.make === 'number' ? parseDecimal(n) : divide(parseDecimal(n), parseDecimal(d ?? '0'));
    return answer(asked, groups, bucket, value);
  });
}

function overall(make: 'median' | 'p90' | 'variance', values: readonly Fraction[]): Fraction | null {
  if (make === 'variance') return variance(values);
  return quantile(values, make === 'median' ? fraction(1n, 2n) : fraction(9n, 10n));
}

function answer(asked: Asked, by: Answer['by'], bucket: string | null, value: Fraction | null): Answer {
  return {
    metric: asked.metric,
    by: asked.by === undefined ? null : by,
    grain: asked.grain ?? null,
    bucket,
    value: value === null ? null : decimalText(value),
    fraction: value === null ? null : fractionText(value),
    ...(value === null ? { reason: 'division_by_zero' } : {}),
  };
}

const here = fileURLToPath(new URL('.', import.meta.url));
if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const file = process.argv[2] ?? resolve(here, '../answers.json');
  const answers = await computeAnswers(resolve(here, '../data'));
  writeFileSync(file, answersText(answers));
  process.stdout.write(`${answers.answers.length} answers in ${file}\n`);
}

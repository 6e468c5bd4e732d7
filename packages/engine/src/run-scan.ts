// One scan: its statements made, run and read.
import type { LeafTable } from './plan/leaf-table.js';
import type { Scan } from './plan/plan.js';
import { calendarOf } from './question/check-question.js';
import type { CheckedQuestion } from './question/question.js';
import type { Session } from './session.js';
import { readScan } from './sql/read-scan.js';
import { scanSql, type ScanQuery } from './sql/scan-sql.js';

/** Null where a row formula has no exact form in the database. */
export async function runScan(session: Session, question: CheckedQuestion, scan: Scan): Promise<LeafTable | null> {
  const made = scanSql(scan, {
    graph: session.graph,
    parameters: question.parameters,
    calendar: calendarOf(session.graph),
  });
  return made.kind === 'refusal' ? null : runStatements(session, scan, made.queries);
}

export async function runStatements(
  session: Session,
  scan: Scan,
  statements: readonly ScanQuery[],
): Promise<LeafTable> {
  const tables = [];
  for (const statement of statements) tables.push(await session.executor.query(statement.sql));
  return readScan(scan, statements, tables);
}

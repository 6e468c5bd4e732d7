// One scan: its statements made, run and read.
import type { Graph } from '@sextant/parser';
import type { Table } from './execute/executor.js';
import type { LeafColumns, LeafTable } from './plan/leaf-table.js';
import type { Scan } from './plan/plan.js';
import { calendarOf } from './question/check-question.js';
import type { CheckedQuestion } from './question/question.js';
import { quoteName } from './execute/sources/quote.js';
import { readGroups } from './read-groups.js';
import type { Session } from './session.js';
import { readScan } from './sql/read-scan.js';
import { scanSql } from './sql/scan-sql.js';
import { isSqlRefusal, type ScanQuery, type SqlWorld } from './sql/sql-world.js';
import type { RelationFacts } from './execute/relation-facts.js';

/** Null where a row formula has no exact form in the database. */
export async function runScan(session: Session, question: CheckedQuestion, scan: Scan): Promise<LeafTable | null> {
  const made = scanSql(scan, sqlWorld(session.graph, question, session.relations));
  return isSqlRefusal(made) ? null : readScan(scan, made, await tablesOf(session, made));
}

export async function runStatements(
  session: Session,
  scan: Scan,
  statements: readonly ScanQuery[],
): Promise<LeafColumns> {
  const tables = await tablesOf(session, statements);
  return readGroups(scan, statements, tables) ?? readScan(scan, statements, tables);
}

async function tablesOf(session: Session, statements: readonly ScanQuery[]): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const statement of statements) tables.push(await session.executor.query(statement.sql));
  return tables;
}

/** Without facts of the relations the SQL is as right, and slower. */
export function sqlWorld(graph: Graph, question: CheckedQuestion, relations: RelationFacts | null): SqlWorld {
  return {
    graph,
    parameters: question.parameters,
    calendar: calendarOf(graph),
    relation: (dataset) => `"data".${quoteName(dataset)}`,
    ...(relations === null
      ? {}
      : { decimalWidths: relations.widths, estimate: { rows: relations.rows, distinct: relations.distinct } }),
  };
}

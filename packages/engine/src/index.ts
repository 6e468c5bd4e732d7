// The engine: questions over a checked graph, answered exactly; with what needs a disk and the native database.
export * from './anywhere.js';
export { evaluate } from './evaluate.js';
export { openSession, type PassedChecks, type SessionOptions } from './open-session.js';
export { explainSql } from './explain-sql.js';
export { explainNumber } from './explain-number.js';
export { openDuckDb, type DuckDbOptions } from './execute/duckdb.js';

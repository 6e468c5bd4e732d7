// Tests on DuckDB: rows are checked as a project's data is, and asked through plans and SQL.
import type { Diagnostic } from '@sextant/parser';
import { checkData } from './execute/check-data.js';
import type { DuckDbExecutor } from './execute/duckdb-executor.js';
import type { PreparedData } from './execute/prepared-data.js';
import { prepareRows } from './execute/prepare-rows.js';
import { sessionAsker } from './session-asker.js';
import { sessionOver } from './session.js';
import type { TestExecutor } from './testing/test-executor.js';

/** One connection for all tests: the rows of each take the place of those before. */
export function duckDbTestExecutor(executor: DuckDbExecutor): TestExecutor {
  let before: PreparedData | null = null;
  return {
    name: 'DuckDB',
    open: async (graph, given) => {
      const last = before;
      before = null;
      const prepared = await prepareRows(executor, graph, given, last);
      const wrong = prepared.diagnostics.some((one) => one.severity === 'error');
      if (wrong) return { value: null, diagnostics: prepared.diagnostics };
      before = prepared.value;
      const found = await checkData(prepared.value, given.keys());
      const diagnostics: readonly Diagnostic[] = [...prepared.diagnostics, ...found];
      if (found.some((one) => one.severity === 'error')) return { value: null, diagnostics };
      return { value: sessionAsker(await sessionOver(graph, executor, prepared.value, found)), diagnostics };
    },
  };
}

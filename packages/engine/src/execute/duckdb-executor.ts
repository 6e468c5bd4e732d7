// A DuckDB into which this room loads data: the native one, or the one in a browser.
import type { Executor } from './executor.js';

export interface DuckDbExecutor extends Executor {
  /** Runs one statement of any type. For this room's own statements: nothing that a project says goes in unquoted. */
  run(sql: string): Promise<void>;
  /**
   * Closes the doors for good: from here on only `files` can be read, none written, and no setting changed. Happens by itself,
   * with no files, before the first query.
   */
  seal(files: readonly string[]): Promise<void>;
  isSealed(): boolean;
}

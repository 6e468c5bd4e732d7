// Who runs tests: the reference evaluator, and every engine that must agree with it.
import type { Diagnostic, Graph, Outcome } from '@sextant/parser';
import { rowsFromTexts, type TextRow } from '../reference/rows.js';
import type { Watcher } from '../reference/watcher.js';
import { referenceAsker, type Asker } from '../status/asker.js';

export interface TestExecutor {
  readonly name: string;
  /** Takes the rows of a test in the place of all data. The value is null where they cannot be read. */
  readonly open: (graph: Graph, given: ReadonlyMap<string, readonly TextRow[]>) => Promise<Outcome<Asker | null>>;
}

/** `watcher` sees which branches and conditions the tests reach. */
export function referenceExecutor(watcher: Watcher | null = null): TestExecutor {
  return {
    name: 'reference',
    open: async (graph, given) => {
      const { value, diagnostics } = rowsFromTexts(graph, given);
      const wrong = diagnostics.some((one: Diagnostic) => one.severity === 'error');
      return { value: wrong ? null : referenceAsker(graph, value, watcher), diagnostics };
    },
  };
}

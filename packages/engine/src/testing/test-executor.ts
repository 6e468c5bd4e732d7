// Who runs tests: the reference evaluator, and every engine that must agree with it.
import type { Diagnostic, Graph, Outcome } from '@sextant/parser';
import { checkRows } from '../memory/check-rows.js';
import { givenRows } from '../memory/given-rows.js';
import type { TextRow } from '../reference/rows.js';
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
      const read = givenRows(graph, given);
      if (read.diagnostics.some(isError)) return { value: null, diagnostics: read.diagnostics };
      const found = checkRows(graph, read.value, given.keys());
      const diagnostics = [...read.diagnostics, ...found];
      return { value: found.some(isError) ? null : referenceAsker(graph, read.value, watcher), diagnostics };
    },
  };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

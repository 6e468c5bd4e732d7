// Explanations over rows in memory: the oracle, and what a browser uses on small data.
import type { Graph } from '@sextant/parser';
import type { CalendarRow } from '../levels/levels.js';
import { NO_FACTS } from '../plan/facts.js';
import { factsNeeded } from '../plan/plan-question.js';
import { referenceValues } from '../reference/evaluate-reference.js';
import type { Rows } from '../reference/rows.js';
import type { Asker } from './asker.js';

/** When snapshots were taken is not told: the days of `snapshot` nodes stay unknown. */
export function rowsAsker(graph: Graph, rows: Rows): Asker {
  return {
    ask: async (question) => ({ value: referenceValues(graph, question, rows), diagnostics: [] }),
    facts: async (question) => ({
      ...NO_FACTS,
      calendars: new Map(
        factsNeeded(graph, question).calendars.map((name): [string, readonly CalendarRow[]] => [
          name,
          rows.get(name) ?? [],
        ]),
      ),
    }),
  };
}

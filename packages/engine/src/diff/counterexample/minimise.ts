// A smaller example that shows the same: fewer rows, then simpler cells.
import type { TextRow } from '../../reference/rows.js';
import type { At, Tables } from './counterexample.js';
import { tidy, type Columns } from './tables.js';

export interface Shown {
  readonly tables: Tables;
  readonly at: At;
}

/** `holds` says whether a smaller one still shows it; it is asked at most `budget` times. */
export function minimise(
  found: Shown,
  columns: Columns,
  ats: readonly At[],
  holds: (tables: Tables, at: At) => boolean,
  budget = 400,
): Shown {
  let best = found;
  let left = budget;
  const attempt = (tables: Tables, at: At): boolean => {
    if (left-- <= 0 || !holds(tables, at)) return false;
    best = { tables, at };
    return true;
  };

  // The plainest question that shows it.
  for (const at of ats) if (at === best.at || attempt(best.tables, at)) break;
  for (let again = true; again;) {
    again = false;
    for (const [dataset, rows] of best.tables)
      for (let at = rows.length - 1; at >= 0; at--) {
        const fewer = (best.tables.get(dataset) ?? []).toSpliced(at, 1);
        if (attempt(new Map([...best.tables, [dataset, fewer]]), best.at)) again = true;
      }
  }
  for (const [dataset, list] of columns)
    for (let row = 0; row < (best.tables.get(dataset)?.length ?? 0); row++)
      for (const { field, cells, unique, refers } of list) {
        if (unique) continue;
        const known = best.tables.get(dataset)?.[row]?.[field] ?? null;
        // Nothing is simpler than no value; then come the cells in their order.
        const simpler = [...(cells.includes(null) ? [null] : []), ...cells.filter((cell) => cell !== null)];
        const until = simpler.indexOf(known);
        for (const cell of until < 0 ? simpler.filter((one) => one === null) : simpler.slice(0, until)) {
          if (refers !== null && cell !== null) continue;
          if (attempt(withCell(best.tables, dataset, row, field, cell), best.at)) break;
        }
      }
  // Rows that are numbered anew read better, if nothing hangs on their numbers.
  attempt(tidy(best.tables, columns), best.at);
  return best;
}

function withCell(tables: Tables, dataset: string, row: number, field: string, cell: string | null): Tables {
  const rows = tables.get(dataset) ?? [];
  const changed = rows.map((one, i): TextRow => (i === row ? { ...one, [field]: cell } : one));
  return new Map([...tables, [dataset, changed]]);
}

// Tables made of candidate cells: a base row with each cell varied in turn, then rows by chance.
import type { TextRow } from '../../reference/rows.js';
import type { Column } from './candidates.js';
import type { Tables } from './counterexample.js';
import type { Random } from './random.js';

export type Columns = ReadonlyMap<string, readonly Column[]>;

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** One row each, of the first cells; then the same with one cell another; then with two rows. */
export function* plannedTables(columns: Columns): Generator<Tables> {
  const base = new Map([...columns].map(([dataset, list]) => [dataset, [rowOf(list, () => 0)]]));
  yield tidy(base, columns);
  for (const [dataset, list] of columns)
    for (const [at, column] of list.entries())
      for (let choice = 1; choice < column.cells.length; choice++) {
        const varied = rowOf(list, (i) => (i === at ? choice : 0));
        yield tidy(new Map([...base, [dataset, [varied]]]), columns);
        yield tidy(new Map([...base, [dataset, [rowOf(list, () => 0), varied]]]), columns);
      }
}

/** No row to three of each dataset, some of them alike. */
export function tablesByChance(columns: Columns, random: Random): Tables {
  const tables = new Map<string, readonly TextRow[]>();
  for (const [dataset, list] of columns) {
    const rows: TextRow[] = [];
    const count = random.pick([0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4]) ?? 1;
    while (rows.length < count) {
      const last = rows.at(-1);
      // A row like the one before, but for one cell.
      if (last !== undefined && random.chance(35)) {
        const column = random.pick(list);
        rows.push(column === undefined ? last : { ...last, [column.field]: random.pick(column.cells) ?? null });
      } else rows.push(rowOf(list, (i) => random.below(list[i]?.cells.length ?? 1)));
    }
    tables.set(dataset, rows);
  }
  return tidy(tables, columns, random);
}

function rowOf(list: readonly Column[], choose: (column: number) => number): TextRow {
  return Object.fromEntries(list.map(({ field, cells }, i) => [field, cells[choose(i)] ?? null]));
}

/** Keys are told apart, and references lead to rows that are there, as far as there are any. */
export function tidy(tables: Tables, columns: Columns, random: Random | null = null): Tables {
  const tidied = new Map<string, readonly TextRow[]>();
  const keyOf = (dataset: string): string | null => columns.get(dataset)?.find(({ unique }) => unique)?.field ?? null;
  for (const [dataset, rows] of tables) {
    const list = columns.get(dataset) ?? [];
    const made = rows.map((row, at) => {
      const cells: Record<string, string | null> = { ...row };
      for (const { field, unique, refers, cells: known } of list) {
        if (unique) cells[field] = /^\d/.test(known[0] ?? '') ? String(at + 1) : keyText(at, known);
        if (refers === null || cells[field] === null) continue;
        const rows = tables.get(refers)?.length ?? 0;
        const target = columns.get(refers)?.find((column) => column.unique);
        if (target === undefined || rows === 0) continue;
        const to = random === null ? Math.min(at, rows - 1) : random.below(rows);
        cells[field] = /^\d/.test(target.cells[0] ?? '') ? String(to + 1) : keyText(to, target.cells);
      }
      return cells;
    });
    tidied.set(dataset, keyOf(dataset) === null ? withoutTwins(made, list) : made);
  }
  return tidied;
}

/** A key may be a day or a literal of a formula: then its own cells are the keys. */
function keyText(at: number, cells: readonly (string | null)[]): string {
  const first = cells[0] ?? 'x';
  if (/^\d{4}-/.test(first)) return cells[at % cells.length] ?? first;
  return IDS[at] ?? `r${at}`;
}

/** Rows of a composite key are told apart by it; where there is no key two rows may be the same. */
function withoutTwins(rows: readonly TextRow[], list: readonly Column[]): readonly TextRow[] {
  const parts = list.filter(({ keyPart }) => keyPart).map(({ field }) => field);
  if (parts.length === 0) return rows;
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = JSON.stringify(parts.map((part) => row[part] ?? null));
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

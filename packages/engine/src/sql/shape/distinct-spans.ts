// Distinct counts in sliding windows: a value is in the windows that hold one of its atoms. Its atoms' spans of windows are cut
// where the next one begins, so they do not overlap; the values in a window are then the spans that began less those that ended.
import { conjunctionOf } from '../leaf/leaf-cells.js';
import { isTrue, quoteName } from '../dialect-duckdb.js';
import { keysOf } from '../row/source.js';
import { refuse, type LeafRead, type ScanQuery } from '../sql-world.js';
import { describe } from './describe.js';
import { addKeys, type Query } from './direct.js';
import { makeColumns, selectSql, valuesSql, withSql } from './statement.js';
import { windowsInOrder } from './windows.js';

/** The leaves have one value and one set of conditions; another query says which groups there are. */
export function distinctSpansQuery({ source, leaves, main }: Query): ScanQuery {
  const { atoms } = source.time;
  const [leaf] = leaves;
  const counted = leaf?.cells[0];
  if (atoms === null || counted === undefined) return refuse('spans without windows');
  const name = (text: string): string => source.aliases.take(text);
  const [pairs, spans, changes, totals] = [name('pairs'), name('spans'), name('changes'), name('totals')];
  const windows = windowsInOrder(atoms);

  const inner = makeColumns();
  inner.add(atoms.key, 'atom');
  inner.add(counted.value, 'value');
  const keys = keysOf(source);
  const keyNames = keys.map((key, i) =>
    key.columns.map((sql, part) => {
      const column = `key ${i + 1}${part === 0 ? '' : ' over'}`;
      const index = inner.add(sql, column);
      return inner.names()[index] ?? column;
    }),
  );
  const all = [...new Set(keyNames.flat())];
  const rows = selectSql({
    says: describe(source, { windows: true, leaves, mask: false }),
    columns: inner.list(),
    from: source.from(),
    where: [
      ...source.where,
      `${counted.value} IS NOT NULL`,
      ...(counted.where.length === 0 ? [] : [isTrue(conjunctionOf(counted.where))]),
    ],
    groups: inner.count(),
  });

  const listed = (from: string): readonly string[] => all.map((key) => `${from}.${quoteName(key)}`);
  const places = valuesSql(spansOfAtoms(atoms.count, windows), '"places"', ['atom', 'first', 'end']);
  const partition = [...listed(pairs), `${pairs}."value"`].join(', ');
  const next = `lead("places"."first") OVER (PARTITION BY ${partition} ORDER BY "places"."first", "places"."end")`;
  const cut = selectSql({
    says: 'the windows of each value, cut where its next ones begin',
    columns: [...listed(pairs), '"places"."first" AS "first"', `least("places"."end", ${next}) AS "end"`],
    from: `${pairs}\n  JOIN ${places} ON "places"."atom" = ${pairs}."atom"`,
    where: [],
    groups: 0,
  });
  const change = (place: string, count: string): string =>
    selectSql({
      says: `values by the window with which they ${place === 'first' ? 'come' : 'go'}`,
      columns: [...listed(spans), `${spans}."${place}" AS "place"`, `${count} AS "count"`],
      from: spans,
      where: [],
      groups: all.length + 1,
    });
  const sum = selectSql({
    says: 'by window',
    columns: [...listed(changes), `${changes}."place" AS "place"`, `sum(${changes}."count") AS "count"`],
    from: changes,
    where: [],
    groups: all.length + 1,
  });
  const outer = makeColumns();
  const groupsTable =
    all.length === 0 ? null : `(SELECT DISTINCT ${listed(totals).join(', ')} FROM ${totals}) AS "groups"`;
  const order = valuesSql(
    windows.map(({ window }, place) => [window, place]),
    '"order"',
    ['window', 'place'],
  );
  const same = [
    `${totals}."place" = "order"."place"`,
    ...all.map((key) => `${totals}.${quoteName(key)} IS NOT DISTINCT FROM "groups".${quoteName(key)}`),
  ];
  const window = outer.add('"order"."window"', 'window');
  const keyReads = addKeys(
    keys.map((key, i) => ({
      value: key.value,
      columns: (keyNames[i] ?? []).map((key2) => `"groups".${quoteName(key2)}`),
    })),
    outer,
  );
  const over = [
    ...(all.length === 0 ? [] : [`PARTITION BY ${all.map((key) => `"groups".${quoteName(key)}`).join(', ')}`]),
    'ORDER BY "order"."place"',
  ];
  const column = outer.add(`sum(coalesce(${totals}."count", 0)) OVER (${over.join(' ')})`, 'count');
  const running = selectSql({
    says: `${source.scan.dataset}: values that came less those that went`,
    columns: outer.list(),
    from: [
      order,
      ...(groupsTable === null ? [] : [`CROSS JOIN ${groupsTable}`]),
      `LEFT JOIN ${totals} ON ${same.join(' AND ')}`,
    ].join('\n  '),
    where: [],
    groups: 0,
  });
  const steps = [
    { name: pairs, sql: rows },
    { name: spans, sql: cut },
    { name: changes, sql: `${change('first', 'count(*)')}\nUNION ALL\n${change('end', '-count(*)')}` },
    { name: totals, sql: sum },
  ];
  const reads = leaves.map((one): LeafRead => ({ leaf: one.leaf, faults: [], kind: 'count', column }));
  return {
    sql: withSql(steps, running),
    reads: {
      window: { kind: 'column', column: window, map: null },
      present: null,
      keys: keyReads,
      leaves: reads,
      reach: [],
      main,
    },
  };
}

/** For each atom the places of the windows that hold it; atoms of none are left out. */
function spansOfAtoms(
  count: number,
  windows: readonly { readonly first: number; readonly end: number }[],
): readonly (readonly number[])[] {
  const spans: (readonly number[])[] = [];
  let first = 0;
  let end = 0;
  for (let atom = 0; atom < count; atom += 1) {
    while ((windows[first]?.end ?? Infinity) <= atom) first += 1;
    while ((windows[end]?.first ?? Infinity) <= atom) end += 1;
    if (first < end) spans.push([atom, first, end]);
  }
  return spans;
}

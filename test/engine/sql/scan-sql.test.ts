// The texts of statements: what is read there, and that nothing a project or its data says can end a literal, a name or a comment.
import { describe, expect, it } from 'vitest';
import { parseProject, type Graph } from '@sextant/parser';
import { calendarOf } from '../../../packages/engine/src/question/check-question.js';
import { endOfDay, windowOfDays } from '../../../packages/engine/src/calendar/window.js';
import { parseDate } from '../../../packages/engine/src/calendar/time-text.js';
import type { Scan } from '../../../packages/engine/src/plan/plan.js';
import { comment, quoteName, quoteText } from '../../../packages/engine/src/sql/dialect-duckdb.js';
import { scanSql } from '../../../packages/engine/src/sql/scan-sql.js';
import { isSqlRefusal } from '../../../packages/engine/src/sql/sql-world.js';

const SHOP = `
datasets:
  orders:
    from: o.csv
    key: order_id
    time: day
    fields:
      order_id: text
      day: date
      channel: { type: text, values: [web, shop] }
      status: { type: text, values: [paid, cancelled, open] }
      cost: decimal(2) EUR
      select: { type: text, optional: true }
`;

function graphOf(metrics: readonly string[]): Graph {
  const { value, diagnostics } = parseProject([
    { path: 'kpi.project.yaml', text: 'project: p\n' },
    {
      path: 'a.kpi.yaml',
      text: `${SHOP}metrics:\n${metrics.map((formula, i) => `  m${i}: { formula: ${JSON.stringify(formula)} }\n`).join('')}`,
    },
  ]);
  const errors = diagnostics.filter((one) => one.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((one) => `${one.code} ${one.message}`).join('\n'));
  return value;
}

function statements(
  metrics: readonly string[],
  parts: { readonly months: number; readonly keys?: readonly string[] },
): readonly string[] {
  const graph = graphOf(metrics);
  const orders = graph.datasets.get('orders');
  if (orders?.time.kind !== 'event') throw new Error('no orders');
  const time = { at: orders.time.at, kind: 'date', zone: 'UTC' } as const;
  const first = (month: number): number => parseDate(`2024-${String(month).padStart(2, '0')}-01`) ?? 0;
  const asOf = endOfDay(parseDate('2024-12-31') ?? 0, 'UTC');
  const scan: Scan = {
    id: 0,
    dataset: 'orders',
    time,
    windows: Array.from({ length: parts.months }, (_, i) => windowOfDays(first(i + 1), first(i + 2), 'UTC')),
    disjoint: true,
    visible: { time, before: asOf },
    keys: (parts.keys ?? []).flatMap((name) => {
      const field = orders.fields.get(name);
      const range = { start: 0, end: 0 };
      return field === undefined
        ? []
        : [
            {
              kind: 'field' as const,
              base: 'orders',
              path: [],
              dataset: 'orders',
              field: name,
              type: field.type,
              range,
            },
          ];
    }),
    where: [],
    leaves: metrics.map((_, id) => {
      const formula = graph.metrics.get(`m${id}`)?.formula;
      if (formula?.kind !== 'aggregate') throw new Error('no aggregate');
      return {
        id,
        fn: formula.fn,
        value: formula.value,
        fraction: formula.fraction,
        where: formula.where === null ? [] : [formula.where],
      };
    }),
    asOf,
  };
  const queries = scanSql(scan, {
    graph,
    parameters: new Map(),
    calendar: calendarOf(graph),
    relation: (dataset) => `"data".${quoteName(dataset)}`,
    decimalWidths: new Map([['orders.cost', 14]]),
  });
  if (isSqlRefusal(queries)) throw new Error(queries.reason);
  return queries.map((query) => query.sql);
}

describe('the SQL of a scan', () => {
  it('puts the condition of a single sum into WHERE', () => {
    expect(statements(["sum(orders.cost where status = 'paid')"], { months: 1 })).toEqual([
      `-- orders: 1 aggregate
SELECT
  sum("orders"."cost") AS "leaf 0"
FROM "data"."orders" AS "orders"
WHERE "orders"."day" >= DATE '2024-01-01'
  AND "orders"."day" < DATE '2024-02-01'
  AND ("orders"."status" = 'paid')`,
    ]);
  });

  it('groups by days and what conditions ask first, then rolls up', () => {
    const [sql, ...more] = statements(
      [
        "sum(orders.cost where status = 'paid')",
        "sum(orders.cost where status = 'open' and cost > 10 EUR)",
        'count(orders)',
      ],
      { months: 2, keys: ['channel'] },
    );
    expect(more).toEqual([]);
    expect(sql).toBe(`WITH "partial" AS (
  -- orders, by window, channel and predicate mask: 3 aggregates
  SELECT
    "orders"."day" AS "day",
    "orders"."channel" AS "key 1",
    "orders"."status" AS "test 1",
    CAST(CASE WHEN ("orders"."cost" > 10.00) THEN 1 ELSE 0 END AS INTEGER) AS "mask 1",
    sum("orders"."cost") AS "sum 5",
    count(*) AS "rows"
  FROM "data"."orders" AS "orders"
  WHERE "orders"."day" >= DATE '2024-01-01'
    AND "orders"."day" < DATE '2024-03-01'
  GROUP BY 1, 2, 3, 4
)
-- orders: partial results to windows and groups
SELECT
  CAST((year("partial"."day") * 12 + month("partial"."day") - 24289) AS INTEGER) AS "window",
  "partial"."key 1" AS "key 1",
  sum(CASE WHEN "partial"."test 1" = 'paid' THEN "partial"."sum 5" END) AS "leaf 0",
  sum(CASE WHEN ("partial"."test 1" = 'open' AND "partial"."mask 1" & 1 <> 0) THEN "partial"."sum 5" END) AS "leaf 1",
  sum("partial"."rows") AS "leaf 2",
  sum(CASE WHEN "partial"."test 1" = 'paid' THEN "partial"."rows" END) AS "reach 1",
  sum(CASE WHEN ("partial"."test 1" = 'open' AND "partial"."mask 1" & 1 <> 0) THEN "partial"."rows" END) AS "reach 2"
FROM "partial"
GROUP BY 1, 2`);
  });

  it('keeps one row per counted value, with a bit for each window', () => {
    const [sql = ''] = statements(["count(distinct orders.order_id where status = 'paid')"], { months: 3 });
    expect(sql).toContain(`bit_or(CASE WHEN ("orders"."status" = 'paid') THEN (1::BIGINT << `);
    expect(sql).toContain(`WHERE "orders"."day" >= DATE '2024-01-01'`);
    expect(sql).toContain('GROUP BY 1');
  });

  it('is the same text every time', () => {
    const make = (): readonly string[] =>
      statements(['median(orders.cost)', 'count(orders)', 'avg(orders.cost)'], { months: 4, keys: ['status'] });
    expect(make()).toEqual(make());
  });

  it('quotes names and texts, and keeps both in their places', () => {
    const hostile = "x'); DROP TABLE orders; --\\n\\u2028*/";
    const sql = statements([`count(orders where channel = '${hostile.replaceAll("'", "''")}')`], {
      months: 1,
      keys: ['select'],
    }).join('\n');
    // Outside of quotes and comments nothing of it is left.
    const bare = sql
      .split('\n')
      .filter((line) => !line.trim().startsWith('--'))
      .join('\n')
      .replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, '');
    expect(bare).not.toMatch(/drop|--|\*\//i);
    expect(sql).toContain('"orders"."select"');
    for (const line of sql.split(/\r\n|[\r\n\u2028\u2029]/)) expect(line.startsWith(' DROP')).toBe(false);
  });

  it('writes names, texts and comments that nothing ends', () => {
    expect(quoteName('a "b" -- c')).toBe('"a ""b"" -- c"');
    expect(quoteText("it's\\' --")).toBe("'it''s\\'' --'");
    expect(quoteText('a\0b')).toBe("('a' || chr(0) || 'b')");
    expect(comment('a\nb\r\u2028c')).toBe('-- a b c');
  });
});

// K KPIs over one fact (60 % filtered sums, 10 % counts, 30 % ratios), and the SQL that people write for that.

export interface Leaf {
  readonly kind: 'sum' | 'count';
  readonly name: string;
  /** For sums. */
  readonly column: string;
  readonly channel: string | null;
  readonly status: string | null;
  readonly quantity: number | null;
}

export interface Quotient {
  readonly kind: 'ratio';
  readonly name: string;
  readonly over: Leaf;
  readonly under: Leaf;
}

export type Kpi = Leaf | Quotient;

const CHANNELS = ['web', 'store', 'app', 'partner', 'phone'];
const STATUSES = ['complete', 'cancelled', 'pending'];
const COLUMNS = ['gross', 'discount', 'cost', 'tax', 'quantity'];

/** Distinct filtered sums first, then counts, then quotients of the sums. */
export function manyKpis(count: number): readonly Kpi[] {
  const sums = Math.round(count * 0.6);
  const counts = Math.max(1, Math.round(count * 0.1));
  const leaves: Leaf[] = [];
  for (let i = 0; i < sums; i += 1) leaves.push({ kind: 'sum', name: `sum_${i + 1}`, ...filterNumber(i) });
  for (let i = 0; i < counts; i += 1) {
    const { channel, status, quantity } = filterNumber(i * COLUMNS.length);
    leaves.push({ kind: 'count', name: `count_${i + 1}`, column: '', channel, status, quantity });
  }
  const ratios: Quotient[] = [];
  for (let i = 0; i < count - leaves.length; i += 1) {
    const over = leaves[i % sums];
    const under = leaves[(i * 7 + 1) % sums];
    if (over === undefined || under === undefined) break;
    ratios.push({ kind: 'ratio', name: `ratio_${i + 1}`, over, under });
  }
  return [...leaves, ...ratios];
}

/** 75 combinations of column, status and channel; beyond those, the quantity as well. */
function filterNumber(i: number): Pick<Leaf, 'column' | 'channel' | 'status' | 'quantity'> {
  const step = (list: readonly string[], divisor: number): string => list[Math.floor(i / divisor) % list.length] ?? '';
  const beyond = Math.floor(i / (COLUMNS.length * STATUSES.length * CHANNELS.length));
  return {
    column: step(COLUMNS, 1),
    status: step(STATUSES, COLUMNS.length),
    channel: step(CHANNELS, COLUMNS.length * STATUSES.length),
    quantity: beyond === 0 ? null : beyond,
  };
}

/** The condition as SQL, which Malloy reads as well. */
function condition(leaf: Leaf): string {
  const parts: string[] = [];
  if (leaf.channel !== null) parts.push(`channel = '${leaf.channel}'`);
  if (leaf.status !== null) parts.push(`status = '${leaf.status}'`);
  if (leaf.quantity !== null) parts.push(`quantity = ${leaf.quantity}`);
  return parts.join(' and ');
}

export function sextantFormulas(kpis: readonly Kpi[]): readonly (readonly [string, string])[] {
  return kpis.map((kpi): readonly [string, string] => {
    if (kpi.kind === 'ratio') return [kpi.name, `${kpi.over.name} / ${kpi.under.name}`];
    const what = kpi.kind === 'sum' ? `sum(orders.${kpi.column}` : 'count(orders';
    return [kpi.name, `${what} where ${condition(kpi)})`];
  });
}

export function malloyMeasures(kpis: readonly Kpi[]): string {
  const lines = kpis.map((kpi) => {
    if (kpi.kind === 'ratio') return `    ${kpi.name} is ${kpi.over.name} / ${kpi.under.name}`;
    const what = kpi.kind === 'sum' ? `${kpi.column}.sum()` : 'count()';
    return `    ${kpi.name} is ${what} { where: ${condition(kpi)} }`;
  });
  return ['  measure:', ...lines].join('\n');
}

/** One statement for one KPI, its filter in WHERE where it has but one. */
export function sqlPerKpi(kpi: Kpi): string {
  if (kpi.kind === 'ratio') return oneStatement([kpi], 'filter');
  const what = kpi.kind === 'sum' ? `sum(${kpi.column})` : 'count(*)';
  return `SELECT date_trunc('month', order_date) AS month, ${what} AS ${kpi.name} FROM orders WHERE ${condition(kpi)} GROUP BY ALL`;
}

/** All of them in one statement over the fact. */
export function oneStatement(kpis: readonly Kpi[], style: 'filter' | 'case'): string {
  const write = (leaf: Leaf): string => {
    const where = condition(leaf);
    if (style === 'filter')
      return `${leaf.kind === 'sum' ? `sum(${leaf.column})` : 'count(*)'} FILTER (WHERE ${where})`;
    if (leaf.kind === 'count') return `count(CASE WHEN ${where} THEN 1 END)`;
    return `sum(CASE WHEN ${where} THEN ${leaf.column} END)`;
  };
  return `SELECT date_trunc('month', order_date) AS month,\n${selectList(kpis, write)}\nFROM orders GROUP BY ALL`;
}

/**
 * Best known text, 2026-11-22, the founders: one scan grouped by month and the filters' columns, then rolled up. The month as a
 * whole number: as cheap as grouping by the day while the groups are few, and cheaper when a third filter column multiplies them.
 */
export function twoLevel(kpis: readonly Kpi[]): string {
  const leaves = kpis.flatMap((kpi) => (kpi.kind === 'ratio' ? [kpi.over, kpi.under] : [kpi]));
  const columns = COLUMNS.filter((column) => leaves.some((leaf) => leaf.column === column));
  const keys = ['channel', 'status', 'quantity'].filter((key) =>
    leaves.some((leaf) => leaf[key as 'channel' | 'status' | 'quantity'] !== null),
  );
  const sums = columns.map((column) => `sum(${column}) AS ${column}_sum`);
  const month = '(year(order_date) * 12 + month(order_date) - 1)::INTEGER AS month_number';
  const inner = `SELECT ${[month, ...keys, ...sums, 'count(*) AS n'].join(', ')} FROM orders GROUP BY ALL`;
  const write = (leaf: Leaf): string => {
    const where = condition(leaf);
    if (leaf.kind === 'count') return `coalesce(sum(CASE WHEN ${where} THEN n END), 0)`;
    return `sum(CASE WHEN ${where} THEN ${leaf.column}_sum END)`;
  };
  const start = 'make_date(month_number // 12, month_number % 12 + 1, 1)';
  return `WITH leaf AS (${inner})\nSELECT ${start} AS month,\n${selectList(kpis, write)}\nFROM leaf GROUP BY ALL`;
}

function selectList(kpis: readonly Kpi[], write: (leaf: Leaf) => string): string {
  return kpis
    .map((kpi) =>
      kpi.kind === 'ratio'
        ? `  (${write(kpi.over)}) / nullif(${write(kpi.under)}, 0) AS ${kpi.name}`
        : `  ${write(kpi)} AS ${kpi.name}`,
    )
    .join(',\n');
}

// The committed tables are what the generator writes, to the byte, and contain the traps that they are made for.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hashWords } from '../../examples/trailhead/generate/hash.js';
import { makeRandom, randomFrom } from '../../examples/trailhead/generate/prng.js';
import { civil, day, dayText, weekday } from '../../examples/trailhead/generate/days.js';
import { allocate } from '../../examples/trailhead/generate/integers.js';
import { sizes } from '../../examples/trailhead/generate/sizes.js';
import { checksumFile, writeTrailhead } from '../../examples/trailhead/generate/write.js';
import { examples, filesOf, readTable } from './example-files.js';
import type { Row } from './read-csv.js';

const work = mkdtempSync(join(tmpdir(), 'trailhead-'));
afterAll(() => {
  rmSync(work, { recursive: true });
});

const data = join(examples, 'trailhead/data');
const table = (name: string): readonly Row[] => filesOf(data, `${name}.csv`).flatMap((file) => readTable(data, file));

describe.each([
  { size: sizes.tiny, folder: 'data-tiny', atMost: 40_000 },
  { size: sizes.small, folder: 'data', atMost: 1_000_000 },
])('the size $size.name', ({ size, folder, atMost }) => {
  test('is generated again byte by byte', () => {
    const out = join(work, size.name);
    const written = writeTrailhead(size, out);
    const committed = join(examples, 'trailhead', folder);
    for (const { file } of written) {
      expect(readFileSync(join(out, file)).equals(readFileSync(join(committed, file))), file).toBe(true);
    }
    expect(readFileSync(join(out, checksumFile), 'utf8')).toBe(readFileSync(join(committed, checksumFile), 'utf8'));
    expect(written.reduce((sum, w) => sum + w.bytes, 0)).toBeLessThan(atMost);
  });
});

describe('the generator', () => {
  test('has fixed random numbers', () => {
    // From the state 1, 2, 3, 4; the same numbers come out of the algorithm written down in another language.
    const reference = randomFrom([1, 2, 3, 4]);
    const numbers = Array.from({ length: 6 }, () => reference.next());
    expect(numbers).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
    expect(hashWords('trailhead')).toEqual([2301029518, 3610076402, 2067210603, 2938305623]);
    const random = makeRandom('seed', 'table', 1);
    for (let i = 0; i < 1000; i += 1) expect(random.below(7)).toBeLessThan(7);
    expect([random.weighted([0, 5, 0]), random.chance(10_000), random.chance(0), random.between(4, 4)]).toEqual([
      1,
      true,
      false,
      4,
    ]);
  });

  test('a table does not shift when another one grows', () => {
    const out = join(work, 'grown');
    writeTrailhead({ ...sizes.tiny, sessions: 80, tickets: 30 }, out);
    for (const file of ['orders.csv', 'leads.csv', 'stock.csv', 'fx.csv']) {
      expect(readFileSync(join(out, file), 'utf8')).toBe(readFileSync(join(work, 'tiny', file), 'utf8'));
    }
  });

  test('knows the calendar', () => {
    expect(day('1970-01-01')).toBe(0);
    expect(dayText(day('2024-02-28') + 1)).toBe('2024-02-29');
    expect(dayText(day('2100-02-28') + 1)).toBe('2100-03-01');
    expect(civil(day('2026-12-31') + 1)).toEqual({ year: 2027, month: 1, day: 1 });
    expect(weekday(day('2024-12-30'))).toBe(0);
    for (let d = day('2023-01-01'); d < day('2028-01-01'); d += 1) {
      expect(dayText(d)).toBe(new Date(d * 86_400_000).toISOString().slice(0, 10));
    }
  });

  test('shares out without a rest', () => {
    expect(allocate(10, [1, 1, 1])).toEqual([3, 3, 4]);
    expect(allocate(5, [0, 7, 0])).toEqual([0, 5, 0]);
    expect(allocate(5, [0, 0])).toEqual([0, 0]);
  });
});

describe('the traps of the committed data', () => {
  const orders = table('orders');
  const months = (rows: readonly Row[], field: string): readonly string[] =>
    rows.map((row) => row[field]?.slice(0, 7) ?? '');

  test('rows', () => {
    const count = (name: string): number => table(name).length;
    expect([count('sessions/*'), count('leads'), count('customers'), count('orders')]).toEqual([5000, 600, 300, 900]);
  });

  test('a campaign that only orders know', () => {
    const known = new Set(table('campaigns').map((row) => row['campaign_id']));
    const lost = new Set(orders.map((row) => row['campaign_id']).filter((id) => id !== null && !known.has(id)));
    expect([...lost]).toEqual(['c99']);
  });

  test('a month with spending and without leads on one channel', () => {
    const spent = table('ad_spend').filter((row) => row['channel'] === 'paid_social');
    const asked = table('leads').filter((row) => row['channel'] === 'paid_social');
    expect(months(spent, 'day')).toContain('2025-08');
    expect(months(asked, 'created_at')).not.toContain('2025-08');
    expect(months(asked, 'created_at')).toContain('2025-07');
  });

  test('a month without orders of the smallest segment', () => {
    const schools = new Set(
      table('customers')
        .filter((row) => row['segment'] === 'school')
        .map((row) => row['customer_id']),
    );
    const found = months(
      orders.filter((row) => schools.has(row['customer_id'])),
      'ordered_at',
    );
    expect(found).toContain('2025-07');
    expect(found).not.toContain('2025-08');
    expect(found).toContain('2025-09');
  });

  test('rates on working days only, a week without the yen, and an order in it', () => {
    const fx = table('fx');
    expect(fx.some((row) => weekday(day(row['day'] ?? '')) > 4)).toBe(false);
    const week = fx.filter((row) => (row['day'] ?? '') >= '2026-05-25' && (row['day'] ?? '') <= '2026-05-29');
    expect([...new Set(week.map((row) => row['ccy']))]).toEqual(['USD', 'GBP']);
    expect(orders.some((row) => row['currency'] === 'JPY' && row['ordered_at'] === '2026-05-27T09:00:00Z')).toBe(true);
    expect(orders.filter((row) => row['currency'] === 'JPY').every((row) => !(row['amount'] ?? '').includes('.'))).toBe(
      true,
    );
  });

  test('answers out of scale, none, and people under two spellings', () => {
    const scores = table('surveys').map((row) => row['score']);
    expect(scores.filter((score) => score === '11')).toHaveLength(1);
    expect(scores.filter((score) => score === null).length).toBeGreaterThan(5);
    const emails = table('leads').map((row) => row['email'] ?? '');
    expect(new Set(emails).size).toBeGreaterThan(new Set(emails.map((email) => email.toLowerCase())).size);
  });

  test('a sale that is dated before its lead, and leads that enter a stage twice', () => {
    const stages = table('lead_stages');
    const created = new Map(table('leads').map((row) => [row['lead_id'], row['created_at'] ?? '']));
    const early = stages.filter((row) => (row['entered_at'] ?? '') < (created.get(row['lead_id'] ?? '') ?? ''));
    expect(early.length).toBeGreaterThan(0);
    expect(early.every((row) => row['stage'] === 'customer')).toBe(true);
    const sql = stages.filter((row) => row['stage'] === 'sql').map((row) => row['lead_id']);
    expect(new Set(sql).size).toBeLessThan(sql.length);
  });

  test('instants at the edges of days, years and clocks', () => {
    const at = new Set(orders.map((row) => row['ordered_at']));
    for (const edge of [
      '2024-02-29T12:00:00Z',
      '2024-12-30T09:15:00Z',
      '2025-01-31T22:59:59Z',
      '2025-01-31T23:00:00Z',
      '2025-10-26T00:30:00Z',
      '2025-10-26T01:30:00Z',
    ]) {
      expect(at.has(edge), edge).toBe(true);
    }
  });

  test('the amount of an order is its lines and its shipping', () => {
    const goods = new Map<string, bigint>();
    for (const line of table('order_lines')) {
      const id = line['order_id'] ?? '';
      goods.set(id, (goods.get(id) ?? 0n) + BigInt(line['quantity'] ?? '') * cents(line['unit_price']));
    }
    for (const order of orders) {
      expect(cents(order['amount'])).toBe((goods.get(order['order_id'] ?? '') ?? 0n) + cents(order['shipping']));
    }
  });

  test('refunds follow their orders by 1 to 60 days, some in the next fiscal year', () => {
    const ordered = new Map(orders.map((row) => [row['order_id'], row]));
    const refunds = table('refunds');
    let later = 0;
    for (const refund of refunds) {
      const order = ordered.get(refund['order_id'] ?? '');
      const from = order?.['ordered_at']?.slice(0, 10) ?? '';
      const to = refund['refunded_on'] ?? '';
      expect(order?.['status']).toBe('paid');
      expect(day(to) - day(from)).toBeGreaterThanOrEqual(1);
      expect(day(to) - day(from)).toBeLessThanOrEqual(60);
      expect(cents(refund['amount'])).toBeLessThanOrEqual(cents(order?.['amount']));
      if ((from < '2025-02-01' && to >= '2025-02-01') || (from < '2026-02-01' && to >= '2026-02-01')) later += 1;
    }
    expect(refunds.length).toBeGreaterThan(40);
    expect(later).toBeGreaterThan(0);
  });

  test('the retail calendar has whole weeks and one year of 53', () => {
    const days = table('retail_calendar');
    const weeks = new Map<string, number>();
    for (const row of days) weeks.set(row['retail_week'] ?? '', (weeks.get(row['retail_week'] ?? '') ?? 0) + 1);
    expect([...weeks.values()].every((count) => count === 7)).toBe(true);
    const weeksOf = (year: string): number => [...weeks.keys()].filter((week) => week.startsWith(year)).length;
    expect([weeksOf('R2025'), weeksOf('R2026'), weeksOf('R2027')]).toEqual([53, 52, 52]);
    const periods = [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5].map((count) => count * 7);
    expect(
      periods.map(
        (_, index) =>
          days.filter((row) => row['retail_month'] === `R2026-P${String(index + 1).padStart(2, '0')}`).length,
      ),
    ).toEqual(periods);
  });
});

/** Minor units with two digits, whatever the currency. */
function cents(text: string | null | undefined): bigint {
  const [whole = '0', digits = ''] = (text ?? '0').split('.');
  return BigInt(whole + digits.padEnd(2, '0'));
}

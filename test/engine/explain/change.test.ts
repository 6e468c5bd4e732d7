// Why a number changed: examples by hand, and on random rows that everything adds up exactly.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change, EffectNode, SegmentEffects } from '@sextant/engine';
import { add, fromDecimalText, ZERO } from '../../../packages/engine/src/value/rational.js';
import { decimalText } from '../../../packages/engine/src/value/to-text.js';
import { situation, type Situation } from '../reference/ask.js';
import { explainRows } from './explain-rows.js';

const DEFINITIONS = `
datasets:
  visits:
    from: v.csv
    one: visit
    time: day
    fields: { day: date, channel: { type: text, optional: true }, device: text, who: text, bought: boolean, amount: { type: decimal(2) EUR, optional: true } }
  spend:
    from: s.csv
    time: day
    fields: { day: date, channel: text, cost: decimal(2) EUR }
dimensions:
  channel: [visits.channel, spend.channel]
  device: visits.device
parameters:
  margin: 40%
metrics:
  sessions: count(visits)
  orders: count(visits where bought)
  revenue: { formula: sum(visits.amount where bought), empty: 0, decimals: 2 }
  cost: { formula: sum(spend.cost), empty: 0 }
  conversion: { formula: orders / sessions, format: percent }
  missed: { formula: 1 - orders / sessions, format: percent }
  aov: revenue / orders
  product: sessions * conversion * aov
  cac: cost / orders
  margin_left: revenue * margin - cost
  per_day: revenue / days()
  mean_amount: avg(visits.amount)
  net_growth: { formula: "growth(revenue, 1 month)", format: percent }
  visitors: count(distinct visits.who)
  middle: median(visits.amount)
  either: case when sessions > 2 then revenue else 0 EUR end
  share_of: { formula: "share(revenue, channel)", format: percent }
  carried: revenue - (cost across all) * (revenue / (revenue across all))
  short: revenue - (cost across all)
`;

const shop = situation(DEFINITIONS, {
  visits: `day,channel,device,who,bought,amount
    2026-01-01,web,phone,a,true,30.00
    2026-01-02,web,phone,b,false,
    2026-01-03,web,desk,a,false,
    2026-01-04,shop,desk,c,true,50.00
    2026-02-01,web,phone,a,true,40.00
    2026-02-02,web,phone,d,true,20.00
    2026-02-03,web,desk,e,false,
    2026-02-04,,desk,f,false,
    2026-02-05,shop,desk,c,true,60.00`,
  spend: `day,channel,cost
    2026-01-01,web,40.00
    2026-02-01,web,45.00
    2026-02-01,mail,15.00`,
});

async function changeOf(given: Situation, name: string, by: readonly string[] = []): Promise<Change> {
  const { change } = await explainRows(given, {
    subject: { kind: 'metric', name },
    at: '2026-02',
    versus: '2026-01',
    by,
  });
  if (change === null) throw new Error('nothing was compared');
  return change;
}

function effects(change: Change): readonly string[] {
  const lines = (node: EffectNode, depth: number): readonly string[] => [
    `${'  '.repeat(depth)}${node.metric ?? node.label} ${node.effect}`,
    ...node.children.flatMap((child) => lines(child, depth + 1)),
  ];
  return change.operands === null ? [] : lines(change.operands.root, 0);
}

function segment(change: Change): readonly string[] {
  const [found] = change.segments;
  switch (found?.kind) {
    case undefined:
      return change.left.map(({ dimension, why }) => `${dimension}: ${why}`);
    case 'additive':
      return found.rows.map((row) => `${row.key ?? '-'} ${row.before} ${row.after} ${row.effect}`);
    case 'mix_rate':
      return found.rows.map((row) => `${row.key ?? '-'} rate ${row.rate} mix ${row.mix}`);
    case 'leave_one_out':
      return found.rows.map(
        (row) => `without ${row.key ?? '-'} ${row.changeWithout.value ?? '?'}, effect ${row.effect.value ?? '?'}`,
      );
  }
}

test('the cost per order: what spending did, and what orders did', async () => {
  // 40 / 2 = 20 becomes 60 / 3 = 20. Cost: 20 * (1/2 + 1/3) / 2 = 25/3; orders: (40 + 60) / 2 * (1/3 - 1/2) = -25/3.
  const change = await changeOf(shop, 'cac', ['channel']);
  expect(change.change.value).toBe('0');
  expect(effects(change)).toEqual([
    'cac 0',
    '  cost 8.333333333333333333333333333333333',
    '  orders -8.333333333333333333333333333333333',
  ]);
  expect(change.operands?.residual).toBe('0');
  // m = 20. web: weight 1/2 to 2/3, rates 40 and 22.5: rate 7/12 * -17.5 = -10.2083, mix (31.25 - 20) / 6 = 1.875.
  // mail: cost and no orders: 15 / 3 = 5, all of it mix. shop: rate 0, mix (0 - 20) * (1/3 - 1/2) = 3.3333.
  expect(segment(change)).toEqual([
    'web rate -10.20833333333333333333333333333333 mix 1.875',
    'mail rate 0 mix 5',
    'shop rate 0 mix 3.333333333333333333333333333333333',
  ]);
});

test('sessions, conversion and order value, down to what they are made of', async () => {
  // 4 * 1/2 * 40 = 80 becomes 5 * 3/5 * 40 = 120. Order value stands still: sessions 1 * (1/2 + 3/5) / 2 * 40 = 22,
  // conversion 1/10 * (4 + 5) / 2 * 40 = 18, which orders / sessions share: the multiplier is 180,
  // orders: 1 * (1/4 + 1/5) / 2 * 180 = 40.5, sessions: (2 + 3) / 2 * (1/5 - 1/4) * 180 = -22.5.
  const change = await changeOf(shop, 'product');
  expect(effects(change)).toEqual([
    'product 40',
    '  sessions 22',
    '  conversion 18',
    '    orders 40.5',
    '    sessions -22.5',
    '  aov 0',
    // The multiplier is (4 * 1/2 + 5 * 3/5) / 3 + (4 * 3/5 + 5 * 1/2) / 6 = 149/60; 40 * (1/2 + 1/3) / 2 of it is revenue's.
    '    revenue 41.38888888888888888888888888888889',
    '    orders -41.38888888888888888888888888888889',
  ]);
  expect(change.operands?.residual).toBe('0');
});

test('a sum by its groups; one that is only on one side is zero on the other', async () => {
  expect(segment(await changeOf(shop, 'revenue', ['channel']))).toEqual(['web 30 60 30', 'shop 50 60 10']);
  // Advertising without visits counts against the margin all the same.
  const margin = await changeOf(shop, 'margin_left', ['channel']);
  expect(segment(margin)).toEqual(['mail 0 -15 -15', 'web -28 -21 7', 'shop 20 24 4']);
  expect(margin.change.value).toBe('-4');
});

test('one less a rate shows the rates as they are', async () => {
  const change = await changeOf(shop, 'missed', ['channel']);
  const [found] = change.segments;
  if (found?.kind !== 'mix_rate') throw new Error('no mix and rate');
  expect(found.rows.map(({ key, rateBefore, rateAfter }) => [key, rateBefore, rateAfter?.slice(0, 6) ?? null])).toEqual(
    [
      ['web', '0.6666666666666666666666666666666667', '0.3333'],
      [null, null, '1'],
      ['shop', '0', '0'],
    ],
  );
});

test('days in a denominator are the same for every group', async () => {
  const change = await changeOf(shop, 'per_day', ['channel']);
  expect(change.segments[0]?.kind).toBe('additive');
  expect(segment(change)[0]).toMatch(/^web /);
});

test('distinct counts and medians are only left out, group by group', async () => {
  const change = await changeOf(shop, 'visitors', ['channel']);
  // Before a, b, c; after a, d, e, f, c.
  expect(change.change.value).toBe('2');
  expect(segment(change)).toEqual(['without web 1, effect 1', 'without - 1, effect 1', 'without shop 2, effect 0']);
  expect(effects(change)).toEqual(['visitors 2']);
  expect((await changeOf(shop, 'middle', ['device'])).segments[0]?.kind).toBe('leave_one_out');
  expect((await changeOf(shop, 'either', ['device'])).segments[0]?.kind).toBe('leave_one_out');
  // Under `across` a group sees more than its own rows.
  expect((await changeOf(shop, 'share_of', ['device'])).segments[0]?.kind).toBe('leave_one_out');
});

test('what knows nothing of the groups can stand in them, and cannot be left out one by one', async () => {
  for (const name of ['carried', 'short'])
    expect(segment(await changeOf(shop, name, ['device']))).toEqual(['device: does_not_add_up']);
});

test('the comparison period is the one before, clipped as as_of clips', async () => {
  const { change } = await explainRows(shop, {
    subject: { kind: 'metric', name: 'revenue' },
    at: '2026-02',
    versus: 'prior',
    asOf: '2026-02-02',
  });
  expect(change?.before).toEqual({
    period: { label: null, first: '2026-01-01', last: '2026-01-02', complete: true },
    value: { value: '30.00', reason: null, approximate: false },
  });
  expect(change?.after.period.complete).toBe(false);
  expect(change?.change.value).toBe('30');
});

test('without a value on a side nothing is taken apart', async () => {
  const { change } = await explainRows(shop, {
    subject: { kind: 'metric', name: 'aov' },
    at: '2026-02',
    versus: '2025-02',
  });
  expect(change).toMatchObject({
    before: { value: { value: null, reason: 'division_by_zero' } },
    change: { value: null },
    operands: null,
    segments: [],
  });
});

test('where nothing is asked for, dimensions of the dataset are taken; with one group they say nothing', async () => {
  const { change } = await explainRows(shop, {
    subject: { kind: 'metric', name: 'sessions' },
    at: '2026-02',
    versus: '2026-01',
    where: "device = 'desk'",
  });
  expect(change?.segments.map(({ dimension }) => dimension)).toEqual(['channel']);
  expect(change?.left).toEqual([{ dimension: 'device', why: 'one_group', groups: 1 }]);
});

const visit = fc.record({
  day: fc.constantFrom('2025-12-05', '2025-12-20', '2026-01-05', '2026-01-20', '2026-02-05', '2026-02-20'),
  channel: fc.constantFrom('web', 'shop', 'mail', ''),
  device: fc.constantFrom('phone', 'desk'),
  who: fc.constantFrom('a', 'b', 'c'),
  bought: fc.constantFrom('true', 'false'),
  amount: fc.oneof(
    fc.constant(''),
    fc.integer({ min: -500, max: 2000 }).map((cents) => (cents / 100).toFixed(2)),
  ),
});
const spending = fc.record({
  day: fc.constantFrom('2025-12-05', '2026-01-05', '2026-02-05'),
  channel: fc.constantFrom('web', 'shop', 'post'),
  cost: fc.integer({ min: 0, max: 900 }).map((cents) => (cents / 100).toFixed(2)),
});

function table(names: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string {
  return [names.join(','), ...rows.map((row) => names.map((name) => row[name] ?? '').join(','))].join('\n');
}

const sum = (texts: readonly string[]): string =>
  decimalText(texts.map((text) => fromDecimalText(text) ?? ZERO).reduce(add, ZERO));

/** Effects of a segment; texts of 34 digits do not add up to the last one, so the residual is what is looked at. */
function residual(segments: SegmentEffects): string {
  return segments.kind === 'leave_one_out' ? '0' : segments.residual;
}

test('on random rows everything adds up, and nothing is left', async () => {
  const names = [
    'revenue',
    'margin_left',
    'per_day',
    'conversion',
    'missed',
    'aov',
    'cac',
    'mean_amount',
    'net_growth',
    'product',
  ];
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(visit, { maxLength: 25 }),
      fc.array(spending, { maxLength: 6 }),
      async (visits, spends) => {
        const given = situation(DEFINITIONS, {
          visits: table(['day', 'channel', 'device', 'who', 'bought', 'amount'], visits),
          spend: table(['day', 'channel', 'cost'], spends),
        });
        for (const name of names) {
          const change = await changeOf(given, name);
          for (const versus of ['2026-01', 'prior'] as const) {
            const other = await explainRows(given, { subject: { kind: 'metric', name }, at: '2026-02', versus });
            // January whole is the month before; only history guards what is before its first row.
            if (other.change?.before.value.value !== null) expect(other.change?.change).toEqual(change.change);
          }
          if (change.operands === null) continue;
          expect(change.operands.residual).toBe('0');
          expect(change.left.filter(({ why }) => why === 'does_not_add_up')).toEqual([]);
          for (const segments of change.segments) {
            kinds.add(segments.kind);
            expect(residual(segments)).toBe('0');
            if (segments.kind === 'additive' && name !== 'per_day')
              expect(sum(segments.rows.map(({ effect }) => effect))).toBe(change.change.value);
          }
        }
      },
    ),
    { numRuns: 25 },
  );
  expect([...kinds].sort()).toEqual(['additive', 'leave_one_out', 'mix_rate']);
}, 60_000);

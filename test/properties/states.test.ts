// States and entities: balances at instants, conversions, retention.
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { knownDays, projects } from './arbitrary-asking.js';
import { closeBoth, dataOfProject, propertyRuns, textOf } from './both.js';
import { compare, number, numberOf, sumOf, present } from './numbers.js';

afterAll(closeBoth);
const runs = propertyRuns(20261205);
const RANGE = { from: '2023-12', to: '2025-04' };
const states = fc.constantFrom(
  'sum(stock.units)',
  'count(stock)',
  "sum(stock.units where place <> 'store')",
  'max(stock.units)',
  'count(prices)',
  'sum(prices.price)',
);

describe('states', () => {
  it('open where the bucket before them closed, and are no sum over time', async () => {
    await fc.assert(
      fc.asyncProperty(projects, states, fc.constantFrom('month', 'quarter', 'week'), async (project, state, grain) => {
        const data = await dataOfProject(project);
        const range = grain === 'week' ? { from: '2024-W05', to: '2024-W15' } : RANGE;
        const cells = [
          ...(await data.cells({ ...range, grain, metrics: [`opening(${state})`, `closing(${state})`] })).values(),
        ];
        for (const [i, [opening]] of cells.entries()) {
          const before = cells[i - 1]?.[1];
          if (before !== undefined) expect(textOf(opening)).toBe(textOf(before));
        }
        const whole = (await data.cells({ ...range, metrics: [`opening(${state})`, `closing(${state})`] })).get('all');
        expect([textOf(whole?.[0]), textOf(whole?.[1])]).toEqual([textOf(cells[0]?.[0]), textOf(cells.at(-1)?.[1])]);
      }),
      runs,
    );
  });

  it('add up over groups at one instant', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        knownDays,
        fc.constantFrom('sum(stock.units)', 'count(stock)'),
        async (project, asOf, state) => {
          const data = await dataOfProject(project);
          const metric = `closing(${state})`;
          const whole = (await data.cells({ to: '2024-12', asOf, metrics: [metric] })).get('all')?.[0];
          const parts = [
            ...(await data.cells({ to: '2024-12', asOf, by: ['stock.place'], metrics: [metric] })).values(),
          ];
          if (present(whole?.value) && parts.length > 0) expect(textOf(whole)).toBe(sumOf(parts.map(([cell]) => cell)));
          else expect(parts.every(([cell]) => cell?.value === null)).toBe(true);
        },
      ),
      runs,
    );
  });

  it('average between the smallest and the largest of their days', async () => {
    await fc.assert(
      fc.asyncProperty(projects, async (project) => {
        const data = await dataOfProject(project);
        const state = 'closing(sum(stock.units)) per day skip';
        const [low, mean, high] = (
          (
            await data.cells({
              from: '2024-02',
              to: '2024-04',
              metrics: [`min(${state})`, `avg(${state})`, `max(${state})`],
            })
          ).get('all') ?? []
        ).map(numberOf);
        if (!present(low) || !present(mean) || !present(high)) return;
        expect(compare(low, mean) <= 0 && compare(mean, high) <= 0).toBe(true);
      }),
      runs,
    );
  });
});

describe('entities', () => {
  it('convert no more often than there are rows, and never less in a longer time', async () => {
    await fc.assert(
      fc.asyncProperty(projects, fc.constantFrom([], ['channel'], ['region']), async (project, by) => {
        const data = await dataOfProject(project);
        const within = (span: string): string => `orders to orders by customer_id within ${span}`;
        const metrics = [
          `conversions(${within('1 day')})`,
          `conversions(${within('60 days')})`,
          `conversion(${within('60 days')})`,
          'count(orders)',
        ];
        // Every window is closed by then: rows are never left out for being young.
        for (const [few, many, rate, rows] of (
          await data.cells({ ...RANGE, asOf: '2026-06-30', by, metrics })
        ).values()) {
          const [a, b, c] = [few, many, rows].map((cell) => number(cell?.value ?? ''));
          if (a === undefined || b === undefined || c === undefined) throw new Error('a count is missing');
          expect(compare(a, b) <= 0 && compare(b, c) <= 0).toBe(true);
          const share = numberOf(rate);
          if (share === null) expect(c.n).toBe(0n);
          else expect(compare(share, number('1'))).toBeLessThanOrEqual(0);
        }
      }),
      runs,
    );
  });

  it('come back as a share of those who came, and only in buckets that are over', async () => {
    await fc.assert(
      fc.asyncProperty(projects, knownDays, fc.constantFrom('1 month', '2 months'), async (project, asOf, span) => {
        const data = await dataOfProject(project);
        const cells = await data.cells({
          ...RANGE,
          asOf,
          grain: 'month',
          metrics: [`retention(orders by customer_id at ${span})`],
        });
        const last = asOf === '2024-02-29' || asOf === '2025-04-30' ? asOf.slice(0, 7) : '';
        for (const [label, [cell]] of cells) {
          if (present(cell?.value)) expect(compare(number(cell.value), number('1'))).toBeLessThanOrEqual(0);
          if (label >= asOf.slice(0, 7) || label === last) expect(cell?.value).toBe(null);
        }
      }),
      runs,
    );
  });
});

// What does not add up: means, medians, extremes, ratios, distinct counts. Each is computed from rows at every level.
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { conditions } from '../differential/arbitrary-project.js';
import {
  additive,
  anyMetric,
  grains,
  keys,
  numbers,
  part,
  projects,
  settings,
  someKeys,
  unfiltered,
} from './arbitrary-asking.js';
import { closeBoth, dataOfProject, propertyRuns, textOf, type Rows } from './both.js';
import { add, compare, multiply, number, numberOf, quotient, subtract, ZERO, present } from './numbers.js';

afterAll(closeBoth);
const runs = propertyRuns(20261203);

/** Buckets, groups, both or neither. */
const splits = fc
  .tuple(keys, fc.option(grains, { nil: undefined, freq: 1 }))
  .map(([by, grain]) => ({ by, ...part('grain', grain) }));

describe('ratios', () => {
  it('are ratios of the two numbers in every row, and of the sums in the total', async () => {
    await fc.assert(
      fc.asyncProperty(projects, additive, additive, splits, settings, async (project, above, below, split, asked) => {
        const data = await dataOfProject(project);
        const metrics = [above, below, `(${above}) / (${below})`];
        for (const [a, b, ratio] of (await data.cells({ ...asked, ...split, metrics })).values()) {
          const [n, d] = [numberOf(a), numberOf(b)];
          if (n === null || d === null) expect(ratio?.value).toBe(null);
          else expect(textOf(ratio)).toBe(quotient(n, d));
        }
        const groups = [...(await data.cells({ ...asked, metrics, by: ['channel'] })).values()];
        const total = (await data.cells({ ...asked, metrics })).get('all')?.[2];
        const sums = [0, 1].map((i) => groups.flatMap((row) => numberOf(row[i]) ?? []).reduce(add, ZERO));
        if (present(total?.value)) expect(total.value).toBe(quotient(sums[0] ?? ZERO, sums[1] ?? ZERO));
      }),
      runs,
    );
  });
});

describe('distributions', () => {
  it('mean = sum / count, min <= median <= max, and the quantiles meet them', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        numbers,
        fc.option(conditions, { nil: undefined, freq: 1 }),
        splits,
        settings,
        async (project, value, condition, split, asked) => {
          const data = await dataOfProject(project);
          const x = condition === undefined ? value : `${value} where ${condition}`;
          const quantile = (q: string): string =>
            `quantile(${value}, ${q}${condition === undefined ? '' : ` where ${condition}`})`;
          const metrics = [
            `sum(${x})`,
            `count(${x})`,
            `avg(${x})`,
            `min(${x})`,
            `median(${x})`,
            `max(${x})`,
            quantile('0'),
            quantile('0.5'),
            quantile('1'),
            `variance(${x})`,
          ];
          for (const [sum, count, avg, min, median, max, q0, q50, q100, variance] of (
            await data.cells({ ...asked, ...split, metrics })
          ).values()) {
            if (!present(count?.value)) continue;
            if (count.value === '0') {
              for (const cell of [sum, avg, min, median, max, q0, q50, q100])
                expect(textOf(cell)).toBe('no value: no_rows');
              continue;
            }
            const [s, n, mean, low, middle, high] = [sum, count, avg, min, median, max].map((cell) =>
              number(cell?.value ?? ''),
            );
            if (
              s === undefined ||
              n === undefined ||
              mean === undefined ||
              low === undefined ||
              middle === undefined ||
              high === undefined
            )
              throw new Error('a value is missing');
            expect(textOf(avg)).toBe(quotient(s, n));
            expect(compare(low, middle) <= 0 && compare(middle, high) <= 0).toBe(true);
            expect(compare(low, mean) <= 0 && compare(mean, high) <= 0).toBe(true);
            expect([q0, q50, q100].map(textOf)).toEqual([min, median, max].map(textOf));
            expect(variance?.value ?? '0').not.toMatch(/^-/);
            if (count.value === '1') expect(textOf(variance)).toBe('no value: too_few_rows');
          }
        },
      ),
      runs,
    );
  });

  it('variance is the mean square less the squared mean', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        fc.constantFrom('orders.quantity', 'orders.weight', 'orders.quantity * orders.weight'),
        splits,
        settings,
        async (project, x, split, asked) => {
          const data = await dataOfProject(project);
          const definition = `(sum((${x}) * (${x})) - sum(${x}) * avg(${x})) / (count(${x}) - 1)`;
          for (const [variance, written] of (
            await data.cells({ ...asked, ...split, metrics: [`variance(${x})`, definition] })
          ).values()) {
            if (variance?.value === null) expect(written?.value).toBe(null);
            else expect(textOf(written)).toBe(textOf(variance));
          }
        },
      ),
      runs,
    );
  });

  it('scale with what goes in: by k, variance by k squared, counts not at all', async () => {
    const linear = ['sum', 'avg', 'min', 'max', 'median', 'first', 'last'].map((fn) => `${fn}(orders.amount)`);
    const metrics = [
      ...linear,
      'quantile(orders.amount, 0.25)',
      'variance(orders.amount)',
      'count(orders)',
      'count(orders.amount)',
      'count(distinct orders.amount)',
    ];
    await fc.assert(
      fc.asyncProperty(projects, fc.integer({ min: 2, max: 9 }), splits, settings, async (project, k, split, asked) => {
        const scaled = await dataOfProject({
          ...project,
          rows: mapColumn(project.rows, 'orders', 'amount', (text) => timesText(text, k)),
        });
        const grown = await scaled.cells({ ...asked, ...split, metrics });
        const data = await dataOfProject(project);
        const expected = [
          ...metrics.slice(0, 8).map((m) => `${m} * ${k}`),
          `variance(orders.amount) * ${k * k}`,
          ...metrics.slice(9),
        ];
        const plain = await data.cells({ ...asked, ...split, metrics: expected });
        expect([...grown].map(([name, cells]) => [name, ...cells.map(textOf)])).toEqual(
          [...plain].map(([name, cells]) => [name, ...cells.map(textOf)]),
        );
      }),
      runs,
    );
  });
});

describe('distinct counts', () => {
  it('never exceed counts, and are the number of groups that have a value', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        fc.constantFrom('channel', 'customer_id', 'status', 'amount'),
        splits,
        settings,
        async (project, field, split, asked) => {
          const data = await dataOfProject(project);
          const x = `orders.${field}`;
          for (const [distinct, count, rows] of (
            await data.cells({ ...asked, ...split, metrics: [`count(distinct ${x})`, `count(${x})`, 'count(orders)'] })
          ).values()) {
            const [a, b, c] = [distinct, count, rows].map(numberOf);
            if (!present(a) || !present(b) || !present(c)) continue;
            expect(compare(a, b) <= 0 && compare(b, c) <= 0).toBe(true);
            expect(a.n === 0n).toBe(b.n === 0n);
          }
          const whole = (await data.cells({ ...asked, metrics: [`count(distinct ${x})`] })).get('all')?.[0];
          const groups = await data.cells({ ...asked, by: [x], metrics: ['count(orders)'] });
          if (present(whole?.value))
            expect(whole.value).toBe(String([...groups.keys()].filter((name) => name !== '-').length));
        },
      ),
      runs,
    );
  });

  it('merge by union over groups and buckets', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        someKeys,
        fc.constantFrom('month', 'quarter', 'year', undefined),
        async (project, by, grain) => {
          const data = await dataOfProject(project);
          const asked = { from: '2023-12', to: '2025-04' };
          const ids =
            (
              await data.ask({
                ...asked,
                ...part('grain', grain),
                by: [...by, 'orders.customer_id'],
                metrics: ['count(orders)'],
              })
            )?.rows ?? [];
          const sets = new Map<string, Set<string>>();
          const union = new Set<string>();
          for (const { bucket, keys: values } of ids) {
            const id = values.at(-1);
            if (!present(id)) continue;
            const name = JSON.stringify([bucket?.label ?? null, ...values.slice(0, -1)]);
            sets.set(name, (sets.get(name) ?? new Set()).add(id));
            union.add(id);
          }
          const parts =
            (await data.ask({ ...asked, ...part('grain', grain), by, metrics: ['count(distinct orders.customer_id)'] }))
              ?.rows ?? [];
          for (const { bucket, keys: values, cells } of parts)
            expect(textOf(cells[0])).toBe(
              String(sets.get(JSON.stringify([bucket?.label ?? null, ...values]))?.size ?? 0),
            );
          const whole = (await data.cells({ ...asked, metrics: ['count(distinct orders.customer_id)'] })).get(
            'all',
          )?.[0];
          expect(textOf(whole)).toBe(String(union.size));
        },
      ),
      runs,
    );
  });
});

describe('nothing is made of coarser results', () => {
  it('a group is a filter: its value is that of a question for the group alone', async () => {
    await fc.assert(
      fc.asyncProperty(projects, anyMetric, unfiltered, async (project, metric, asked) => {
        const data = await dataOfProject(project);
        const groups = (await data.ask({ ...asked, by: ['channel'], metrics: [metric] }))?.rows ?? [];
        for (const {
          keys: [channel],
          cells,
        } of groups) {
          const where = channel === null ? 'channel is null' : `channel = '${channel?.replaceAll("'", "''")}'`;
          expect(textOf((await data.cells({ ...asked, where, metrics: [metric] })).get('all')?.[0])).toBe(
            textOf(cells[0]),
          );
        }
      }),
      runs,
    );
  });

  it('`empty: 0` replaces no rows, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        fc.constantFrom('sum', 'avg', 'max', 'median'),
        fc.oneof(numbers, fc.constant('convert(orders.price to EUR at orders.at)')),
        conditions,
        splits,
        settings,
        async (project, fn, x, condition, split, asked) => {
          const formula = `${fn}(${x} where ${condition})`;
          const data = await dataOfProject(project, [
            `plain: { formula: ${JSON.stringify(formula)} }`,
            `or_zero: { formula: ${JSON.stringify(formula)}, empty: 0 }`,
          ]);
          for (const [plain, orZero] of (
            await data.cells({ ...asked, ...split, metrics: ['plain', 'or_zero'] })
          ).values())
            expect(textOf(orZero)).toBe(plain?.reason === 'no_rows' ? '0' : textOf(plain));
        },
      ),
      runs,
    );
  });

  it('the largest groups hold between their share and all', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        fc.constantFrom('channel', 'customers.customer_id', 'orders.status'),
        settings,
        async (project, key, asked) => {
          const data = await dataOfProject(project);
          const shares = ['10%', '50%', '100%'].map((share) => `top_share(count(orders) per ${key}, ${share})`);
          const [few, half, all] = ((await data.cells({ ...asked, metrics: shares })).get('all') ?? []).map(numberOf);
          if (!present(few) || !present(half) || !present(all)) return;
          expect(compare(few, half) <= 0 && compare(half, all) <= 0).toBe(true);
          expect(compare(half, number('0.5'))).toBeGreaterThanOrEqual(0);
          expect(subtract(all, number('1')).n).toBe(0n);
        },
      ),
      runs,
    );
  });
});

function mapColumn(rows: Rows, dataset: string, column: string, change: (text: string) => string): Rows {
  return new Map(
    [...rows].map(([name, table]) => [
      name,
      name !== dataset
        ? table
        : table.map((row) => ({ ...row, [column]: !present(row[column]) ? null : change(row[column]) })),
    ]),
  );
}

/** An amount in cents, times k. */
function timesText(text: string, k: number): string {
  const { n, d } = multiply(number(text), number(String(k)));
  const cents = (n * 100n) / d;
  const size = cents < 0n ? -cents : cents;
  return `${cents < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

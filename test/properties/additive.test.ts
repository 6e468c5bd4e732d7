// What adds up: sums and counts over groups and buckets that share no rows, and the parts of a condition.
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { conditions, memberConditions, orderConditions } from '../differential/arbitrary-project.js';
import {
  additive,
  boundedRanges,
  conditionsAsked,
  counts,
  grains,
  keys,
  knownDays,
  numbers,
  part,
  pooled,
  projects,
  settings,
  someKeys,
  unfiltered,
} from './arbitrary-asking.js';
import { closeBoth, dataOfProject, propertyRuns, textOf, type Cells } from './both.js';
import { numberOf, sumOf } from './numbers.js';
import { add, abs, compare, number, subtract, ZERO } from './numbers.js';

afterAll(closeBoth);
const runs = propertyRuns(20261201);

/** The cells of the first metric whose row is named like that, or begins or ends with it. */
function column(cells: Cells, index = 0, isIn: (name: string) => boolean = () => true) {
  return [...cells].filter(([name]) => isIn(name)).map(([, row]) => row[index]);
}

describe('the parts of an additive metric sum to the whole', () => {
  it('over groups', async () => {
    await fc.assert(
      fc.asyncProperty(projects, additive, someKeys, settings, async (project, metric, by, asked) => {
        const data = await dataOfProject(project);
        const whole = await data.cells({ ...asked, metrics: [metric] });
        const parts = await data.cells({ ...asked, metrics: [metric], by });
        const [all] = whole.get('all') ?? [];
        const expected = metric.startsWith('count') && parts.size === 0 ? '0' : sumOf(column(parts));
        if (all?.reason === 'not_due') expect(parts.size).toBe(0);
        else expect(textOf(all)).toBe(expected);
      }),
      runs,
    );
  });

  it('over groups within each bucket', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        counts,
        someKeys,
        boundedRanges,
        fc.constantFrom('month', 'quarter', 'year'),
        async (project, metric, by, range, grain) => {
          const data = await dataOfProject(project);
          const whole = await data.cells({ ...range, metrics: [metric], grain });
          const parts = await data.cells({ ...range, metrics: [metric], grain, by });
          for (const [label, [cell]] of whole) {
            const inside = column(parts, 0, (name) => name.startsWith(`${label} `));
            if (cell?.reason === 'not_due') expect(inside).toEqual([]);
            else expect(textOf(cell)).toBe(inside.length === 0 ? '0' : sumOf(inside));
          }
        },
      ),
      runs,
    );
  });

  it('over buckets, cut to the range, up to as_of', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        additive,
        keys,
        grains,
        boundedRanges,
        conditionsAsked,
        knownDays,
        async (project, metric, by, grain, range, where, asOf) => {
          const data = await dataOfProject(project);
          const asked = { ...range, ...part('where', where), asOf, metrics: [metric], by };
          const whole = await data.cells(asked);
          const parts = await data.cells({ ...asked, grain });
          for (const [name, [cell]] of whole) {
            if (cell?.reason === 'not_due') continue;
            const inside = column(parts, 0, (one) => name === 'all' || one.endsWith(` ${name}`));
            expect(textOf(cell)).toBe(sumOf(inside));
          }
        },
      ),
      runs,
    );
  });

  it('over the values of `per`', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        counts,
        fc.constantFrom('channel', 'region', 'month', 'day', '(channel, month)', 'customers.customer_id'),
        keys,
        boundedRanges,
        async (project, metric, key, by, range) => {
          const data = await dataOfProject(project);
          const cells = await data.cells({
            ...range,
            metrics: [metric, `coalesce(sum((${metric}) per ${key}), 0)`],
            by,
          });
          for (const [whole, parts] of cells.values()) {
            if (whole?.reason === 'not_due') continue;
            expect(textOf(parts)).toBe(textOf(whole));
          }
        },
      ),
      runs,
    );
  });
});

describe('a condition, its opposite and the unknown cover the total', () => {
  it('as the condition of an aggregate', async () => {
    await fc.assert(
      fc.asyncProperty(projects, conditions, numbers, keys, settings, async (project, p, value, by, asked) => {
        const data = await dataOfProject(project);
        const parts = ['', ` where ${p}`, ` where not (${p})`, ` where (${p}) is null`];
        const cells = await data.cells({
          ...asked,
          by,
          metrics: [...parts.map((w) => `count(orders${w})`), ...parts.map((w) => `sum(${value}${w})`)],
        });
        for (const [all, yes, no, unknown, sum, ...sums] of cells.values()) {
          if (all?.reason === 'not_due') continue;
          expect(textOf(all)).toBe(sumOf([yes, no, unknown]));
          expect(textOf(sum)).toBe(sumOf(sums));
        }
      }),
      runs,
    );
  });

  it('as a condition on a metric, and as that of the question', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        fc.oneof(
          memberConditions,
          orderConditions.filter((p) => !p.startsWith('tags')),
        ),
        additive,
        unfiltered,
        async (project, p, metric, asked) => {
          const data = await dataOfProject(project);
          const parts = [p, `not (${p})`, `(${p}) is null`];
          const [whole, ...inside] =
            (await data.cells({ ...asked, metrics: [metric, ...parts.map((one) => `(${metric}) where ${one}`)] })).get(
              'all',
            ) ?? [];
          if (whole?.reason === 'not_due') return;
          expect(textOf(whole)).toBe(sumOf(inside));
          for (const [i, where] of parts.entries())
            expect(textOf((await data.cells({ ...asked, where, metrics: [metric] })).get('all')?.[0])).toBe(
              textOf(inside[i]),
            );
        },
      ),
      runs,
    );
  });
});

describe('wholes beside parts', () => {
  it('shares add to 1 over groups: exactly inside a formula, to the last digits in an answer', async () => {
    await fc.assert(
      fc.asyncProperty(projects, additive, settings, async (project, metric, asked) => {
        const data = await dataOfProject(project);
        const share = `share(${metric}, channel)`;
        const total =
          (await data.cells({ ...asked, metrics: [metric, `sum((${share}) per channel)`] })).get('all') ?? [];
        const whole = numberOf(total[0]);
        if (whole === null || whole.n === 0n) {
          expect(total[1]?.value).toBe(null);
          return;
        }
        expect(textOf(total[1])).toBe('1');
        const shares = column(await data.cells({ ...asked, metrics: [share], by: ['channel'] })).flatMap(
          (cell) => numberOf(cell) ?? [],
        );
        const off = abs(subtract(shares.reduce(add, ZERO), number('1')));
        const size = shares.map(abs).reduce(add, ZERO);
        expect(compare(off, { n: size.n, d: size.d * 10n ** 33n })).toBeLessThanOrEqual(0);
      }),
      runs,
    );
  });

  it('`across all` is the same in every group, and `across d` the value without d', async () => {
    await fc.assert(
      fc.asyncProperty(projects, fc.oneof(additive, pooled), settings, async (project, metric, asked) => {
        const data = await dataOfProject(project);
        const whole = (await data.cells({ ...asked, metrics: [metric] })).get('all')?.[0];
        const regions = await data.cells({ ...asked, metrics: [metric], by: ['region'] });
        const cells = await data.cells({
          ...asked,
          metrics: [metric, `(${metric}) across all`, `(${metric}) across channel`],
          by: ['region', 'channel'],
        });
        for (const [name, [, all, region]] of cells) {
          expect(textOf(all)).toBe(textOf(whole));
          const key = [...regions.keys()].find((one) => name.startsWith(`${one} `)) ?? '';
          expect(textOf(region)).toBe(textOf(regions.get(key)?.[0]));
        }
      }),
      runs,
    );
  });

  it('`across time` is the same in every bucket: the value of the range', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        fc.oneof(additive, pooled),
        boundedRanges,
        fc.constantFrom('week', 'month', 'quarter'),
        async (project, metric, range, grain) => {
          const data = await dataOfProject(project);
          const whole = (await data.cells({ ...range, metrics: [metric] })).get('all')?.[0];
          for (const [, cell] of (
            await data.cells({ ...range, grain, metrics: [metric, `(${metric}) across time`] })
          ).values())
            expect(textOf(cell)).toBe(textOf(whole));
        },
      ),
      runs,
    );
  });
});

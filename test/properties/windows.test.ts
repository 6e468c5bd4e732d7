// Windows that move and widen: each is the same number that a question for that window gives.
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { additive, anyMetric, conditionsAsked, counts, keys, part, projects } from './arbitrary-asking.js';
import { dateText } from '../../packages/engine/src/calendar/time-text.js';
import { closeBoth, dataOfProject, propertyRuns, textOf } from './both.js';
import { compare, dayOf, number, numberOf, quotient, sumOf } from './numbers.js';

afterAll(closeBoth);
const runs = propertyRuns(20261202);

/** Whole buckets on both sides of the rows, all of them over by the last day. */
const spans = fc
  .constantFrom(
    { grain: 'month', from: '2023-12', to: '2025-04', words: ['1 month', '3 months', '1 quarter', '1 year'] },
    { grain: 'quarter', from: '2023-Q4', to: '2025-Q1', words: ['1 quarter', '3 months', '1 year'] },
    { grain: 'week', from: '2024-W08', to: '2024-W16', words: ['1 week', '14 days', '3 weeks'] },
    { grain: 'day', from: '2024-03-01', to: '2024-04-05', words: ['1 day', '7 days', '2 weeks'] },
    { grain: 'fiscal_year', from: 'FY2024', to: 'FY2025', words: ['1 year', '12 months', '1 fiscal_year'] },
  )
  .chain(({ words, ...range }) => fc.constantFrom(...words).map((span) => ({ range, span })));

/** How many buckets a span moves. */
function buckets(span: string, grain: string): number {
  const [amount = '1', word = ''] = span.split(' ');
  const level = word.replace(/s$/, '');
  const inside: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    month: { month: 1, quarter: 3, year: 12 },
    quarter: { month: 1 / 3, quarter: 1, year: 4 },
    week: { week: 1, day: 1 / 7 },
    day: { day: 1, week: 7 },
    fiscal_year: { year: 1, month: 1 / 12, fiscal_year: 1 },
  };
  return Math.round(Number(amount) * (inside[grain]?.[level] ?? Number.NaN));
}

describe('a window that moved back', () => {
  it('is, so many buckets on, the value of the bucket: shift and unshift', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        anyMetric,
        spans,
        keys,
        conditionsAsked,
        async (project, metric, { range, span }, by, where) => {
          const data = await dataOfProject(project);
          const asked = { ...range, ...part('where', where) };
          const labels = [...(await data.cells({ ...asked, metrics: [metric] })).keys()];
          const plain = await data.cells({ ...asked, by, metrics: [metric] });
          const cells = await data.cells({
            ...asked,
            by,
            metrics: [`prior(${metric}, ${span}, partial)`, `prior(${metric}, ${span})`],
          });
          const moved = buckets(span, range.grain);
          let found = 0;
          for (const [name, [value]] of plain) {
            const at = labels.findIndex((label) => name === label || name.startsWith(`${label} `));
            const later = labels[at + moved];
            if (later === undefined) continue;
            const [partial, guarded] = cells.get(name.replace(labels[at] ?? '', later)) ?? [];
            // A group that the earlier bucket reaches is a row of the later one.
            expect(textOf(partial)).toBe(textOf(value));
            if (guarded?.reason !== 'incomplete_window') expect(textOf(guarded)).toBe(textOf(value));
            found++;
          }
          if (by.length === 0) expect(found).toBeGreaterThan(0);
        },
      ),
      runs,
    );
  });

  it('gives the change as a difference, and the growth as its quotient to a base above zero', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        anyMetric,
        spans,
        keys,
        fc.constantFrom('2025-04-30', '2025-03-15', '2024-03-20'),
        async (project, metric, { range, span }, by, asOf) => {
          const data = await dataOfProject(project);
          const prior = `prior(${metric}, ${span})`;
          const metrics = [
            metric,
            prior,
            `change(${metric}, ${span})`,
            `growth(${metric}, ${span})`,
            `(${metric}) - ${prior}`,
            `((${metric}) - ${prior}) / ${prior}`,
          ];
          for (const [now, before, change, growth, difference, relative] of (
            await data.cells({ ...range, by, asOf, metrics })
          ).values()) {
            expect(textOf(change)).toBe(textOf(difference));
            if (now?.value === null || before?.value === null) expect(growth?.value).toBe(null);
            else if (compare(number(before?.value ?? ''), number('0')) > 0)
              expect(textOf(growth)).toBe(textOf(relative));
            else expect(textOf(growth)).toBe('no value: no_base');
          }
        },
      ),
      runs,
    );
  });

  it('keeps the part of a bucket that is known: the same days of the month before', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        anyMetric,
        fc.constantFrom('2024-02-29', '2024-03-15', '2024-10-27', '2025-03-30'),
        async (project, metric, asOf) => {
          const data = await dataOfProject(project);
          const month = asOf.slice(0, 7);
          const cells = await data.cells({
            from: month,
            to: month,
            asOf,
            metrics: [`prior(${metric}, 1 month, partial)`, `prior(${metric}, 1 month, full, partial)`],
          });
          const [clipped, full] = cells.get('all') ?? [];
          const first = dayOf(`${month}-01`);
          const before = dateText(first - 1).slice(0, 7);
          const last = Math.min(Number(asOf.slice(8)), Number(dateText(first - 1).slice(8)));
          // A month that is over is compared with the whole of the month before.
          const isOver = dateText(dayOf(asOf) + 1).slice(0, 7) !== month;
          const to = isOver ? before : `${before}-${String(last).padStart(2, '0')}`;
          const days = await data.cells({ from: before, to, asOf, metrics: [metric] });
          const all = await data.cells({ from: before, to: before, asOf, metrics: [metric] });
          expect(textOf(clipped)).toBe(textOf(days.get('all')?.[0]));
          expect(textOf(full)).toBe(textOf(all.get('all')?.[0]));
        },
      ),
      runs,
    );
  });
});

describe('a window that widened', () => {
  it('over n days is a question for these days, and of an additive metric the sum of the days', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        anyMetric,
        additive,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('2024-02-29', '2024-03-31', '2024-04-03', '2025-04-02'),
        async (project, metric, sum, n, day) => {
          const data = await dataOfProject(project);
          const from = dateText(dayOf(day) + 1 - n);
          const rolling =
            (
              await data.cells({
                from: day,
                to: day,
                metrics: [`rolling(${metric}, ${n} days, partial)`, `rolling(${sum}, ${n} days, partial)`],
              })
            ).get('all') ?? [];
          const [asked] = (await data.cells({ from, to: day, metrics: [metric] })).get('all') ?? [];
          expect(textOf(rolling[0])).toBe(textOf(asked));
          const days = await data.cells({ from, to: day, grain: 'day', metrics: [sum] });
          expect(days.size).toBe(n);
          expect(textOf(rolling[1])).toBe(sumOf([...days.values()].map(([cell]) => cell)));
        },
      ),
      runs,
    );
  });

  it('to date is, at the last bucket of a unit, the whole of it; within the bucket it is the bucket', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        anyMetric,
        fc.constantFrom(
          { grain: 'month', level: 'quarter', label: '2024-Q1', last: '2024-03' },
          { grain: 'month', level: 'year', label: '2024', last: '2024-12' },
          { grain: 'quarter', level: 'year', label: '2024', last: '2024-Q4' },
          { grain: 'month', level: 'fiscal_year', label: 'FY2025', last: '2025-01' },
          { grain: 'day', level: 'week', label: '2024-W13', last: '2024-03-31' },
        ),
        conditionsAsked,
        async (project, metric, { grain, level, label, last }, where) => {
          const data = await dataOfProject(project);
          const asked = part('where', where);
          const metrics = [
            metric,
            `to_date(${metric}, ${level})`,
            `whole(${metric}, ${level})`,
            `to_date(${metric}, ${grain})`,
            `whole(${metric}, ${grain})`,
          ];
          const whole = (await data.cells({ ...asked, from: label, to: label, metrics: [metric] })).get('all')?.[0];
          const cells = await data.cells({ ...asked, from: label, to: label, grain, metrics });
          expect(textOf(cells.get(last)?.[1])).toBe(textOf(whole));
          for (const [plain, , unit, own, ownWhole] of cells.values()) {
            expect(textOf(unit)).toBe(textOf(whole));
            expect(textOf(own)).toBe(textOf(plain));
            expect(textOf(ownWhole)).toBe(textOf(plain));
          }
        },
      ),
      runs,
    );
  });

  it('since ever never falls for counts, adds up the buckets, and is a question without a beginning', async () => {
    await fc.assert(
      fc.asyncProperty(projects, counts, anyMetric, async (project, count, metric) => {
        const data = await dataOfProject(project);
        const range = { from: '2023-12', to: '2025-04', grain: 'month' };
        const cells = [
          ...(
            await data.cells({
              ...range,
              metrics: [
                count,
                `cumulative(${count})`,
                `cumulative(count(distinct orders.customer_id))`,
                `cumulative(max(orders.amount))`,
                `cumulative(${metric})`,
              ],
            })
          ).values(),
        ];
        for (const [i, row] of cells.entries()) {
          expect(textOf(row[1])).toBe(sumOf(cells.slice(0, i + 1).map(([cell]) => cell)));
          for (const column of [1, 2, 3]) {
            const [before, now] = [numberOf(cells[i - 1]?.[column]), numberOf(row[column])];
            if (before === null) continue;
            expect(now === null ? -1 : compare(now, before)).toBeGreaterThanOrEqual(0);
          }
        }
        const ever = (await data.cells({ to: '2024-10', metrics: [metric] })).get('all')?.[0];
        expect(textOf(cells[10]?.[4])).toBe(textOf(ever));
      }),
      runs,
    );
  });

  it('is divided by its own length', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        counts,
        fc.constantFrom('2025-04-30', '2024-02-29', '2024-03-15'),
        async (project, count, asOf) => {
          const data = await dataOfProject(project);
          const cells = await data.cells({
            from: '2024-01',
            to: '2024-06',
            grain: 'month',
            asOf,
            metrics: [count, 'days()', `(${count}) / days()`],
          });
          const days = await data.cells({ from: '2024-01', to: '2024-06', grain: 'day', asOf, metrics: [count] });
          for (const [label, [sum, length, perDay]] of cells) {
            if (sum?.reason === 'not_due') continue;
            const known = [...days].filter(([day, [cell]]) => day.startsWith(label) && cell?.reason !== 'not_due');
            expect(textOf(length)).toBe(String(known.length));
            expect(textOf(perDay)).toBe(quotient(number(sum?.value ?? ''), number(length?.value ?? '')));
          }
        },
      ),
      runs,
    );
  });
});

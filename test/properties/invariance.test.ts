// What changes nothing: the order of rows, files, sections and definitions, other names, rows that a question cannot see.
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { arbitraryProject } from '../differential/arbitrary-project.js';
import { anyMetric, grains, keys, knownDays, part, projects, settings, unfiltered } from './arbitrary-asking.js';
import {
  closeBoth,
  dataOf,
  dataOfProject,
  filesOf,
  graphOf,
  propertyRuns,
  textOf,
  withoutNotes,
  type Rows,
} from './both.js';

afterAll(closeBoth);
const runs = propertyRuns(20261204);

/** Metrics and questions of every kind, as the differential test has them. */
const anything = fc.oneof(arbitraryProject(false), arbitraryProject(true));
const shuffle = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });

function shuffled<T>(list: readonly T[], seeds: readonly number[]): readonly T[] {
  return list
    .map((one, i) => [seeds[i % seeds.length] ?? 0, i, one] as const)
    .toSorted(([a, i], [b, j]) => a - b || j - i)
    .map(([, , one]) => one);
}

function withRows(
  rows: Rows,
  dataset: string,
  more: readonly Readonly<Record<string, string | null>>[],
  first = false,
): Rows {
  return new Map(
    [...rows].map(([name, table]) => [
      name,
      name !== dataset ? table : first ? [...more, ...table] : [...table, ...more],
    ]),
  );
}

describe('an answer is the same to the byte', () => {
  it('whatever the order of the rows', async () => {
    await fc.assert(
      fc.asyncProperty(anything, shuffle, async (project, seeds) => {
        const { by, grain, from, to, where, asOf } = project.question;
        const asked = {
          by,
          asOf,
          ...part('grain', grain),
          ...part('from', from),
          ...part('to', to),
          ...part('where', where),
        };
        const texts: string[] = [];
        for (const rows of [
          project.rows,
          new Map([...project.rows].map(([name, table]) => [name, shuffled(table, seeds)])),
        ]) {
          const data = await dataOfProject({ ...project, rows });
          for (const metric of project.metrics)
            texts.push(JSON.stringify(await data.ask({ ...asked, metrics: [metric] })));
        }
        expect(texts.slice(project.metrics.length)).toEqual(texts.slice(0, project.metrics.length));
      }),
      runs,
    );
  });

  it('whatever the order of files, sections and definitions', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        anyMetric,
        anyMetric,
        shuffle,
        keys,
        settings,
        async (project, a, b, seeds, by, asked) => {
          const question = { ...asked, by, metrics: ['ratio', 'last_month', 'a', 'b'] };
          const metrics = metricsNamed(a, b, (name) => name);
          const [settingsFile, ...rest] = filesOf(project);
          if (settingsFile === undefined) return;
          const sections = rest.flatMap(({ text }) => text.split(/^(?=\w+:$)/m)).filter((text) => text.trim() !== '');
          const answers: string[] = [];
          for (const order of [seeds, seeds.toReversed()]) {
            const files = [
              settingsFile,
              ...shuffled([...sections, ...metrics.map((line) => `metrics:\n${line}`)], order).map((text, i) => ({
                path: `f${i}.kpi.yaml`,
                text,
              })),
            ];
            const data = await dataOf(graphOf(shuffled(files, order)), project.rows);
            const result = await data.ask({ ...question, grain: 'month', from: '2024-01', to: '2025-03' });
            // Notes point into the files.
            answers.push(JSON.stringify(result === null ? null : withoutNotes(result)));
          }
          expect(answers[1]).toBe(answers[0]);
          expect(answers[0]).not.toBe('null');
        },
      ),
      runs,
    );
  });

  it('whatever the metrics are called', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        anyMetric,
        anyMetric,
        fc.constantFrom('zz', 'sum of it', 'Ä', 'm'),
        keys,
        settings,
        async (project, a, b, name, by, asked) => {
          const answers: unknown[] = [];
          for (const rename of [(old: string) => old, (old: string) => `${name} ${old}`]) {
            const quoted = ['a', 'b', 'ratio', 'last_month'].map((old) =>
              rename(old) === old ? old : `"${rename(old)}"`,
            );
            const data = await dataOf(
              graphOf([
                ...filesOf(project),
                { path: 'm.kpi.yaml', text: `metrics:\n${metricsNamed(a, b, rename).join('')}` },
              ]),
              project.rows,
            );
            const result = await data.ask({
              ...asked,
              by,
              grain: 'month',
              from: '2024-01',
              to: '2025-03',
              metrics: quoted.map((text) => `coalesce(${text}, ${text})`),
            });
            answers.push(result?.rows);
          }
          expect(answers[1]).toEqual(answers[0]);
          expect(answers[0]).toBeDefined();
        },
      ),
      runs,
    );
  });
});

/** Definitions that name each other. */
function metricsNamed(a: string, b: string, rename: (name: string) => string): readonly string[] {
  const named = (name: string): string => `"${rename(name)}"`;
  const formulas = { a, b, ratio: `${named('a')} / ${named('b')}`, last_month: `prior(${named('ratio')}, 1 month)` };
  return Object.entries(formulas).map(
    ([name, formula]) => `  ${named(name)}: { formula: '${formula.replaceAll("'", "''")}' }\n`,
  );
}

const ORDER = {
  refunded_on: null,
  channel: 'web',
  status: 'paid',
  amount: '77.00',
  quantity: '3',
  currency: 'EUR',
  price: '5.00',
  product_id: null,
  weight: '1.500',
  customer_id: 'c1',
};

describe('rows change nothing', () => {
  it('that are not known yet', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (project) => {
        const { by, grain, from, to, where } = project.question;
        const asked = {
          by,
          asOf: '2025-04-30',
          ...part('grain', grain),
          ...part('from', from),
          ...part('to', to),
          ...part('where', where),
        };
        const late = ['2025-05-01', '2026-01-15'].map((day, i) => ({
          ...ORDER,
          order_id: `late${i}`,
          at: timeOf(project.definitions, day),
        }));
        const rows = withRows(withRows(project.rows, 'orders', late, true), 'spend', [
          { day: '2025-05-02', channel: 'web', cost: '9.00' },
        ]);
        const answers: unknown[] = [];
        for (const one of [project.rows, rows]) {
          const data = await dataOfProject({ ...project, rows: one });
          for (const metric of project.metrics) answers.push(await data.ask({ ...asked, metrics: [metric] }));
        }
        expect(answers.slice(project.metrics.length)).toEqual(answers.slice(0, project.metrics.length));
      }),
      runs,
    );
  });

  it('that lie outside the window, that the filter leaves out, or that no aggregate reads', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        anyMetric.filter((metric) => !metric.includes('order_count')),
        keys,
        fc.option(grains, { nil: undefined, freq: 2 }),
        knownDays,
        async (project, metric, by, grain, asOf) => {
          const more = [
            { ...ORDER, order_id: 'before', at: timeOf(project.definitions, '2023-06-15') },
            { ...ORDER, order_id: 'after', at: timeOf(project.definitions, '2024-06-20') },
            { ...ORDER, order_id: 'cancelled', status: 'cancelled', at: timeOf(project.definitions, '2024-03-15') },
          ];
          const rows = withRows(withRows(project.rows, 'orders', more), 'spend', [
            { day: '2024-03-15', channel: 'tv', cost: '9.00' },
          ]);
          const answers: unknown[] = [];
          for (const one of [project.rows, rows]) {
            const data = await dataOfProject({ ...project, rows: one });
            const result = await data.ask({
              by,
              ...part('grain', grain),
              from: '2024-01',
              to: '2024-05',
              asOf,
              where: "orders.status = 'paid'",
              metrics: [metric],
            });
            answers.push(result === null ? null : withoutNotes(result));
          }
          expect(answers[1]).toEqual(answers[0]);
          expect(answers[0]).not.toBe(null);
        },
      ),
      runs,
    );
  });
});

/** At noon, where the generated orders have a time of day: the same day in every zone of the projects. */
function timeOf(definitions: string, day: string): string {
  const kind = /at: \{ type: (\w+)/.exec(definitions)?.[1];
  return kind === 'date' ? day : `${day}T12:00:00${kind === 'timestamp' ? 'Z' : ''}`;
}

describe('a condition means the same wherever it stands', () => {
  it('in the aggregate, on the metric, in the question', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        fc.constantFrom('sum', 'avg', 'median', 'count', 'max'),
        fc.constantFrom("channel = 'web'", "channel <> 'web'", 'channel is null'),
        keys,
        unfiltered,
        async (project, fn, p, by, asked) => {
          const data = await dataOfProject(project);
          const metric = `${fn}(orders.amount)`;
          const both = await data.cells({
            ...asked,
            by,
            metrics: [`${fn}(orders.amount where ${p})`, `${metric} where ${p}`],
          });
          for (const [inside, around] of both.values()) expect(textOf(around)).toBe(textOf(inside));
          const asQuestion = await data.cells({ ...asked, by, where: p, metrics: [metric] });
          expect([...asQuestion].map(([name, cells]) => [name, textOf(cells[0])])).toEqual(
            [...both].map(([name, cells]) => [name, textOf(cells[0])]),
          );
        },
      ),
      runs,
    );
  });
});

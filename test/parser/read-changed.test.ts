// A file that is read again after an edit holds what it holds when it is read anew: definitions, places, and what is said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChanged } from '../../packages/parser/src/read-changed.js';
import { sortDiagnostics } from '../../packages/parser/src/diagnostic/sort-diagnostics.js';
import { readFile, type ReadFile } from '../../packages/parser/src/read-file.js';
import { changeBetween } from '../../packages/parser/src/source/text-change.js';

const runs = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500), seed: Number(process.env['FUZZ_SEED'] ?? 3) };

const METRICS = [
  "revenue: sum(orders.amount where status = 'paid')",
  'aov: { formula: revenue / orders_placed, decimals: 2 } # by hand',
  'count_of:\n    formula: count(orders)\n    title: "Orders \\"placed\\""\n    aliases: [placed, CNT]',
  'block:\n    formula: |\n      sum(orders.amount\n\n        where a = 1)\n    description: >-\n      One line\n      and another.\n\n      A paragraph.',
  'ignoring:\n    formula: 1 + 1\n    ignore: { KPI6010: one is enough }',
  'cut: { formula: count(a, b: 2) }',
  'wrong: { formul: 1, decimals: x }',
  'missing:',
  'list: [1, 2]',
  'empty_map: {}',
  '"quoted name": 1',
  'long:\n\n    # a comment inside\n    formula: 2\n\n\n    title: it\n  # a comment behind',
];
const KPIS = [
  'k1: { metric: revenue, goal: more, owner: sales, direction: up, every: month, target: 100 EUR }',
  'k2:\n    metric: aov\n    target: { 2026-01: 1, 2026-02: { web: 2, shop: 3 } }\n    curve: [[0, 0], [1, 1]]\n    status: { on_track: 1 }\n    playbook:\n      off_track: run',
  'k3: { metric: aov, weigth: 2 }',
];
const OTHERS = [
  'datasets:\n  orders:\n    key: order_id\n    from: { path: a.csv, delimiter: ";" }\n    fields:\n      order_id: text\n      amount: decimal(2) EUR\n      status: { type: text, values: [paid, "off"] }\n',
  'dimensions:\n  channel: [orders.channel, visits.channel]\n',
  'owners: { sales: { kind: team }, ops: { kind: team } }\n',
  'parameters:\n  least: 10 EUR\n',
  'tests:\n  a test:\n    given: { orders: [{ order_id: 1, amount: 2 }] }\n    expect:\n    - { metric: revenue, over: 2026, value: 2 EUR }\n',
  'use:\n  std: { from: standard, with: { orders: 1 } }\n',
  'metrcs:\n  x: 1\n',
  '# only a comment\n\n',
  'goals:\n',
];
const HEADS = ['', '# head\n', 'project: p\n', 'calendar: { timezone: UTC }\n\n'];

/** What is typed, pasted or taken out. */
const INSERTED = [
  ...Array.from(' \n:#-\'"{}[]|>,ax1é\t'),
  '  ',
  '\n  ',
  '\n\n',
  ': ',
  '- ',
  ' # ',
  '  new_one: 1 + 2\n',
  '\n  new_one: 1 + 2',
  '\n    title: Two',
  'kpis:\n',
  'goals:\n  more: { title: More }\n',
  '\r',
  '\r\n',
  '---\n',
  '\ufeff',
  '\ud83d\ude00',
  '<<: 1\n  ',
  '  revenue: 3\n',
];

const section = (key: string, from: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.uniqueArray(fc.constantFrom(...from), { maxLength: 7 }), fc.constantFrom('\n', '\n', '\n\n', '\n# x\n'))
    .map(([list, end]) => `${key}:\n${list.map((one) => `  ${one}${end}`).join('')}`);

const texts: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...HEADS),
    fc.shuffledSubarray([0, 1, 2, 3]),
    section('metrics', METRICS),
    section('kpis', KPIS),
    fc.constantFrom(...OTHERS),
    fc.constantFrom(...OTHERS),
    fc.boolean(),
  )
  .map(([head, order, metrics, kpis, one, other, windows]) => {
    const text = head + order.map((i) => [metrics, kpis, one, other][i] ?? '').join('');
    return windows ? text.replaceAll('\n', '\r\n') : text;
  });

interface Edit {
  readonly place: number;
  readonly length: number;
  readonly by: string;
}

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    place: fc.nat(10_000),
    length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(40)),
    by: fc.oneof(fc.constant(''), fc.constantFrom(...INSERTED)),
  }),
  { minLength: 1, maxLength: 5 },
);

const apply = (text: string, { place, length, by }: Edit, above: number): string => {
  const start = place % (Math.min(text.length, above) + 1);
  return text.slice(0, start) + by + text.slice(start + length);
};

/** What is said is sorted where it is shown. */
function ordered(read: ReadFile): ReadFile {
  const diagnostics = sortDiagnostics(read.shape.diagnostics);
  // It may be said to be apart for longer than it is.
  return { ...read, isApart: false, shape: { ...read.shape, diagnostics } };
}

/** In a file of this size, definitions of which the fast reader is not sure are read apart. */
const FILLING = `incentives:\n  filling:\n    title: ${'x'.repeat(60_000)}\n    cap: 1\n`;

describe.each([
  { path: 'a.kpi.yaml', below: '', times: 1, least: 0.1 },
  { path: 'kpi.project.yaml', below: '', times: 1, least: 0.1 },
  { path: 'kpi.library.yaml', below: '', times: 0.3, least: 0 },
  { path: 'large.kpi.yaml', below: FILLING, times: 1, least: 0.2 },
])('$path', ({ path, below, times, least }) => {
  it('holds after any edits what it holds from nothing', () => {
    let taken = 0;
    let all = 0;
    fc.assert(
      fc.property(texts, edits, (first, steps) => {
        let text = first + below;
        let before = readFile({ path, text }, undefined);
        for (const step of steps) {
          text = apply(text, step, first.length);
          all++;
          if (readChanged({ path, text }, before) !== null) taken++;
          const again = readFile({ path, text }, before);
          expect(ordered(again), JSON.stringify([before.file.text, text])).toEqual(
            ordered(readFile({ path, text }, undefined)),
          );
          before = again;
        }
      }),
      { ...runs, numRuns: Math.round(runs.numRuns * times) },
    );
    // Most of these edits break the file; those of people do so less often.
    expect(taken / all).toBeGreaterThanOrEqual(least);
  });
});

describe('what changed between two texts', () => {
  const small = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 30 });

  it('begins and ends where they differ', () => {
    fc.assert(
      fc.property(small, small, fc.nat(3), (a, b, times) => {
        const [before, after] = [a, b].map((one) => 'x'.repeat(times * 4096) + one + 'y'.repeat(times * 5000));
        if (before === undefined || after === undefined) return;
        const { start, endBefore, endAfter } = changeBetween(before, after);
        expect(before.slice(0, start)).toBe(after.slice(0, start));
        expect(before.slice(endBefore)).toBe(after.slice(endAfter));
        if (before !== after) expect(before[start]).not.toBe(after[start]);
        const inside = Math.min(endBefore, endAfter) - start;
        if (inside > 0) expect(before[endBefore - 1]).not.toBe(after[endAfter - 1]);
      }),
      { ...runs, numRuns: 300 },
    );
  });
});

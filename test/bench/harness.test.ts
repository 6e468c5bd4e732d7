// The judgements that every figure of the benchmark rests on.
import { describe, expect, it } from 'vitest';
import { definitionModel } from '../../bench/definitions/model.js';
import { longestNumber } from '../../bench/harness/fresh-process.js';
import { checksum, compareTables, type TableShape } from '../../bench/harness/result-table.js';
import { exponent, ratio } from '../../bench/harness/statistics.js';

const shape: TableShape = {
  columns: [
    { name: 'month', kind: 'month' },
    { name: 'gross', kind: 'exact' },
    { name: 'margin', kind: 'float' },
  ],
};

describe('compareTables', () => {
  const reference = [
    ['2026-01-01', '10.10', '0.333333333333333'],
    ['2026-02-01', null, null],
  ];

  it('reads one number in two spellings, and months as dates or instants', () => {
    const subject = [
      ['2026-02-01 00:00:00', null, null],
      ['2026-01', '10.1', '0.3333333333333333333333333333333333'],
    ];
    expect(compareTables(shape, reference, subject)).toEqual({ cells: 4, wrong: 0, examples: [] });
    expect(checksum(shape, subject)).toBe(checksum(shape, reference));
  });

  it('counts wrong cells, lost rows and rows that stand twice', () => {
    expect(compareTables(shape, reference, [['2026-01', '10.11', '0.333333333333333']]).wrong).toBe(3);
    expect(compareTables(shape, reference, [...reference, ['2026-01', '10.10', '0.333333333333333']]).wrong).toBe(2);
  });

  it('holds decimals exactly where a double could not tell them apart', () => {
    const one = [['2026-01', '9007199254740993', null]];
    const other = [['2026-01', '9007199254740992', null]];
    expect(compareTables(shape, one, other).wrong).toBe(1);
  });
});

describe('figures', () => {
  it('call a ratio noisy where its two forms differ by more than 15 %', () => {
    const peer = [0, 1, 2].map((round) => ({ round, ms: 100 }));
    expect(
      ratio(
        [0, 1, 2].map((round) => ({ round, ms: 50 })),
        peer,
      ),
    ).toEqual({
      ofMinima: 0.5,
      ofRounds: 0.5,
      noisy: false,
    });
    const wild = [50, 90, 95].map((ms, round) => ({ round, ms }));
    expect(ratio(wild, peer)).toEqual({ ofMinima: 0.5, ofRounds: 0.9, noisy: true });
    expect(ratio([{ round: 7, ms: 1 }], peer)).toBeNull();
  });

  it('fit the exponent of growth over the three largest sizes', () => {
    const points = [10, 100, 1000, 10000].map((n) => ({ n, ms: n === 10 ? 500 : n ** 1.5 }));
    expect(exponent(points)).toBeCloseTo(1.5, 10);
    expect(exponent(points.slice(0, 1))).toBeNull();
  });

  it('find the value in what a command prints', () => {
    expect(longestNumber('[["40507.10"]]\n')).toBe('40507.1');
    expect(longestNumber('orders_sum_1  2,040,507.64 EUR')).toBe('2040507.64');
  });
});

describe('definitionModel', () => {
  it('makes as many different definitions as asked for, in every shape, the same each time', () => {
    for (const kind of ['mixed', 'chain', 'hub'] as const) {
      const { measures } = definitionModel(500, kind);
      expect(measures).toHaveLength(500);
      expect(new Set(measures.map(({ name }) => name)).size).toBe(500);
      expect(definitionModel(500, kind).measures).toEqual(measures);
    }
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairIds } from '../../../packages/engine/src/rows/pair-ids.js';

const small = fc.integer({ min: 0, max: 60 });

test('pairs are numbered as they come, equal ones alike', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(small, small), { maxLength: 300 }), (pairs) => {
      const ids = new PairIds();
      const expected = new Map<string, number>();
      for (const [left, right] of pairs) {
        const key = `${left} ${right}`;
        expect(ids.find(left, right)).toBe(expected.get(key) ?? -1);
        if (!expected.has(key)) expected.set(key, expected.size);
        expect(ids.id(left, right)).toBe(expected.get(key));
      }
      expect(ids.size).toBe(expected.size);
    }),
  );
});

test('a table that grows forgets nothing', () => {
  const ids = new PairIds();
  for (let i = 0; i < 10_000; i++) expect(ids.id(i, 3 * i)).toBe(i);
  for (let i = 0; i < 10_000; i++) expect(ids.find(i, 3 * i)).toBe(i);
  expect(ids.find(10_000, 1)).toBe(-1);
});

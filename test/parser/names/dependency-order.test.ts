// The order of needs, held against a slow and obvious one.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dependencyOrder } from '../../../packages/parser/src/names/dependency-order.js';

const graph = fc
  .array(fc.array(fc.nat(9), { maxLength: 3 }), { maxLength: 10 })
  .map((edges) => new Map(edges.map((to, i) => [`n${i}`, to.map((one) => `n${one}`)])));

/** Whether a name is needed by itself. */
function isOnCycle(name: string, needs: ReadonlyMap<string, readonly string[]>): boolean {
  const reached = new Set<string>();
  const waiting = [...(needs.get(name) ?? [])];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    waiting.push(...(needs.get(at) ?? []));
  }
  return reached.has(name);
}

test('each name after what it needs; those on cycles left out, each group of them told by one cycle', () => {
  fc.assert(
    fc.property(graph, (needs) => {
      const { order, cycles } = dependencyOrder(needs);
      const onCycle = [...needs.keys()].filter((name) => isOnCycle(name, needs));
      expect(new Set(order)).toEqual(new Set([...needs.keys()].filter((name) => !onCycle.includes(name))));
      expect(new Set(order).size).toBe(order.length);
      for (const [i, name] of order.entries())
        for (const wanted of needs.get(name) ?? [])
          if (order.includes(wanted)) expect(order.indexOf(wanted)).toBeLessThan(i);
      for (const cycle of cycles) {
        for (const [i, name] of cycle.entries()) expect(needs.get(name)).toContain(cycle[(i + 1) % cycle.length]);
        expect(new Set(cycle).size).toBe(cycle.length);
      }
      // Every name on a cycle reaches, and is reached by, a cycle that is told.
      const told = new Set(cycles.flat());
      for (const name of onCycle) {
        const joined = [...told].some(
          (one) => one === name || (isOnCycle(one, needs) && reaches(name, one, needs) && reaches(one, name, needs)),
        );
        expect(joined).toBe(true);
      }
    }),
    { seed: 1, numRuns: 2000 },
  );
});

function reaches(from: string, to: string, needs: ReadonlyMap<string, readonly string[]>): boolean {
  return isOnCycle('start', new Map([...needs, ['start', [from]], [to, [...(needs.get(to) ?? []), 'start']]]));
}

test('the cycles do not depend on the order of the names', () => {
  fc.assert(
    fc.property(graph, fc.infiniteStream(fc.nat()), (needs, stream) => {
      const first = dependencyOrder(needs);
      const mixed = [...needs]
        .map((entry) => ({ entry, at: stream.next().value }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ entry }) => entry);
      const other = dependencyOrder(new Map(mixed));
      const shown = (cycles: readonly (readonly string[])[]): readonly string[] =>
        cycles.map((cycle) => cycle.join(' ')).toSorted((a, b) => (a < b ? -1 : 1));
      expect(shown(other.cycles)).toEqual(shown(first.cycles));
    }),
    { seed: 2, numRuns: 500 },
  );
});

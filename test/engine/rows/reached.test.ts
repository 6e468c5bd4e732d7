// Which cells exist: the groups that some leaf reaches, each once.
import { describe, expect, it } from 'vitest';
import type { CellExpr } from '../../../packages/engine/src/plan/plan.js';
import type { Domain } from '../../../packages/engine/src/rows/domain.js';
import { leavesIn } from '../../../packages/engine/src/rows/leaves-in.js';
import { expand, type Expansion } from '../../../packages/engine/src/rows/reached.js';
import { call, leafCell, per, shown, timesOnly, values, world, type World } from './tables.js';

/** `outer cell, time: group` of every inner cell. */
function cells({ interner, scans }: World, expr: CellExpr, rest: Partial<Expansion> = {}): readonly string[] {
  const { domain, width } = expanded({ interner, scans }, expr, rest);
  return Array.from({ length: domain.size }, (_, i) => {
    const group = shown(domain.keys.slice(width).map((column) => interner.value(column[i] ?? 0)));
    return `${domain.outer[i]}, ${domain.times[i]}: ${group.join(' ')}`;
  });
}

function expanded(
  { interner, scans }: Pick<World, 'interner' | 'scans'>,
  expr: CellExpr,
  rest: Partial<Expansion>,
): { readonly domain: Domain; readonly width: number } {
  const expansion = {
    outer: timesOnly(1),
    width: 0,
    extraKeys: 1,
    times: [[0, 1]] as const,
    leaves: leavesIn(expr),
    everyTime: false,
    ...rest,
  };
  return { domain: expand(expansion, scans, interner), width: expansion.width };
}

const CHANNELS = { keys: [['web', 'app', null]], leaves: { 0: { fn: 'sum', values: [1, 2, 3] } } } as const;

describe('groups of one scan', () => {
  it('are its rows, the group without a value among them', () => {
    expect(cells(world(CHANNELS), leafCell(0, { keys: [0] }))).toEqual(['0, 0: web', '0, 0: app', '0, 0: no_value']);
  });

  it('are those that satisfy the conditions of some leaf', () => {
    const made = world({
      keys: [['web', 'app', 'phone']],
      leaves: {
        0: { fn: 'sum', values: [1, 2, 3], reached: [1, 0, 0] },
        1: { fn: 'sum', values: [1, 2, 3], reached: [0, 0, 1] },
      },
    });
    expect(cells(made, leafCell(0, { keys: [0] }))).toEqual(['0, 0: web']);
    expect(cells(made, call('add', leafCell(0, { keys: [0] }), leafCell(1, { keys: [0] })))).toEqual([
      '0, 0: web',
      '0, 0: phone',
    ]);
  });

  it('are all of them where one leaf has no conditions of its own', () => {
    const made = world({
      keys: [['web', 'app']],
      leaves: { 0: { fn: 'sum', values: [1, 2], reached: [1, 0] }, 1: { fn: 'count_rows', values: [1, 2] } },
    });
    expect(cells(made, call('divide', leafCell(0, { keys: [0] }), leafCell(1, { keys: [0] })))).toHaveLength(2);
  });

  it('are found in the window of each time', () => {
    const made = world({
      windows: [0, 0, 1],
      windowCount: 2,
      keys: [['web', 'app', 'web']],
      leaves: { 0: { fn: 'sum', values: [1, 2, 3] } },
    });
    const leaf = leafCell(0, { keys: [0], windows: [0, 'not_due', 1] });
    const times = [
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const;
    expect(cells(made, leaf, { outer: timesOnly(3), times })).toEqual(['0, 0: web', '0, 0: app', '2, 2: web']);
  });

  it('are visited at every time where one time reaches them, if `per` asks for that', () => {
    const made = world({
      windows: [0, 1],
      windowCount: 2,
      keys: [['web', 'app']],
      leaves: { 0: { fn: 'sum', values: [1, 2] } },
    });
    const leaf = leafCell(0, { keys: [0], windows: [0, 1] });
    expect(cells(made, leaf, { times: [[0, 2]], everyTime: true })).toEqual([
      '0, 0: web',
      '0, 0: app',
      '0, 1: web',
      '0, 1: app',
    ]);
  });
});

describe('groups of several scans', () => {
  const spend = {
    id: 1,
    keys: [['app', 'tv']],
    leaves: { 1: { fn: 'sum', values: [4, 5] } },
  } as const;

  it('are the union, each once', () => {
    const both = call('divide', leafCell(0, { keys: [0] }), leafCell(1, { scan: 1, keys: [0] }));
    expect(cells(world(CHANNELS, spend), both)).toEqual(['0, 0: web', '0, 0: app', '0, 0: no_value', '0, 0: tv']);
  });

  it('do not come from a scan without the key', () => {
    const total = { id: 1, keys: [], leaves: { 1: { fn: 'sum', values: [4] } } } as const;
    const share = call('divide', leafCell(0, { keys: [0] }), leafCell(1, { scan: 1 }));
    expect(cells(world(CHANNELS, total), share)).toEqual(['0, 0: web', '0, 0: app', '0, 0: no_value']);
  });
});

describe('inner groups', () => {
  const table = {
    keys: [
      ['web', 'web', 'app'],
      ['north', 'south', 'north'],
    ],
    leaves: { 0: { fn: 'sum', values: [1, 2, 3] } },
  } as const;

  it('lie in the outer group that their row is in', () => {
    const made = world(table);
    const outer = expanded(made, leafCell(0, { keys: [0, 1] }), { leaves: [], extraKeys: 0 }).domain;
    const channels = { ...outer, size: 2, times: new Int32Array(2), outer: new Int32Array(2) };
    const keys = [made.interner.column(values(['web', 'app']))];
    const leaf = leafCell(0, { keys: [0, 1] });
    expect(cells(made, leaf, { outer: { ...channels, keys }, width: 1 })).toEqual([
      '0, 0: north',
      '0, 0: south',
      '1, 0: north',
    ]);
  });

  it('are reached through `per` by what is inside it', () => {
    const expr = per({ of: leafCell(0, { keys: [0, 1] }), extraKeys: 1 });
    expect(cells(world(table), expr)).toEqual(['0, 0: web', '0, 0: app']);
  });
});

it('without keys there is a cell for each inner time', () => {
  const made = world({ keys: [], leaves: { 0: { fn: 'sum', values: [1] } } });
  const rest = { extraKeys: 0, outer: timesOnly(2), times: [[0, 2] as const, [2, 3] as const] };
  expect(cells(made, leafCell(0), rest)).toEqual(['0, 0: ', '0, 1: ', '1, 2: ']);
});

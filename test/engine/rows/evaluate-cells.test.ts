// Expressions over leaves: what each cell shows, or why it shows nothing.
import { describe, expect, it } from 'vitest';
import type { CellExpr } from '../../../packages/engine/src/plan/plan.js';
import type { Domain } from '../../../packages/engine/src/rows/domain.js';
import { leavesIn } from '../../../packages/engine/src/rows/leaves-in.js';
import { expand } from '../../../packages/engine/src/rows/reached.js';
import { booleanValue, noValue, type Value } from '../../../packages/engine/src/value/value.js';
import {
  call,
  constant,
  leafCell,
  packed,
  per,
  shown,
  timesOnly,
  values,
  world,
  type TableOf,
  type World,
} from './tables.js';

/** The cells that a question by one key has. */
function byKey(made: World, expr: CellExpr): Domain {
  const expansion = { outer: timesOnly(1), width: 0, extraKeys: 1, times: [[0, 1]] as const, everyTime: false };
  return expand({ ...expansion, leaves: leavesIn(expr) }, made.scans, made.interner);
}

/** Every test runs with a value for each number, and with the numbers packed: nobody may see which. */
const FORMS = [
  ['one by one', (numbers: readonly (number | null)[]) => numbersOf(numbers)],
  ['packed', (numbers: readonly (number | null)[]) => packed(numbers)],
] as const;

function numbersOf(numbers: readonly (number | null)[]): readonly Value[] {
  return values(numbers).map((one) => (one.kind === 'none' ? noValue('no_rows') : one));
}

describe.each(FORMS)('a leaf whose values are %s', (_, form) => {
  const table: TableOf = {
    windows: [0, 2],
    windowCount: 3,
    keys: [],
    leaves: { 0: { fn: 'sum', values: form([10.5, 7]) }, 1: { fn: 'count_rows', values: form([2, 1]) } },
  };

  it('has no rows in a window without any, and counts them as 0', () => {
    const made = world(table);
    expect(made.column(leafCell(0, { windows: [0, 1, 2] }), timesOnly(3))).toEqual(['10.5', 'no_rows', '7']);
    expect(made.column(leafCell(1, { windows: [0, 1, 2] }), timesOnly(3))).toEqual(['2', '0', '1']);
  });

  it('says why a time has no window', () => {
    const windows = [0, 'incomplete_window', 2, 'not_due'] as const;
    expect(world(table).column(leafCell(0, { windows }), timesOnly(4))).toEqual([
      '10.5',
      'incomplete_window',
      '7',
      'not_due',
    ]);
    expect(world(table).column(leafCell(1, { windows }), timesOnly(4))).toEqual([
      '2',
      'incomplete_window',
      '1',
      'not_due',
    ]);
  });

  it('is 0 without rows where its metric says so, and nowhere else', () => {
    const expr: CellExpr = { kind: 'empty_zero', of: leafCell(0, { windows: [0, 1, 'not_due'] }) };
    expect(world(table).column(expr, timesOnly(3))).toEqual(['10.5', '0', 'not_due']);
    const plain: CellExpr = { kind: 'empty_zero', of: leafCell(0, { windows: [0, 1] }) };
    expect(world(table).column(plain, timesOnly(2))).toEqual(['10.5', '0']);
  });

  it('is looked up by its own keys where it has fewer than the cell', () => {
    const made = world(
      { keys: [['web', 'app']], leaves: { 0: { fn: 'sum', values: form([1, 3]) } } },
      { id: 1, keys: [], leaves: { 1: { fn: 'sum', values: form([4]) } } },
    );
    const share = call('divide', leafCell(0, { keys: [0] }), leafCell(1, { scan: 1 }));
    expect(made.column(share, byKey(made, share))).toEqual(['0.25', '0.75']);
  });

  it('is looked up in another window of the same group', () => {
    const made = world({
      windows: [0, 0, 1],
      windowCount: 2,
      keys: [['web', 'app', 'web']],
      leaves: { 0: { fn: 'sum', values: form([8, 5, 2]) } },
    });
    const now = leafCell(0, { keys: [0] });
    const before = { ...leafCell(0, { keys: [0], windows: [1] }), reach: [1] };
    expect(made.column(call('subtract', now, before), byKey(made, now))).toEqual(['6', 'no_rows']);
  });

  it('of another scan has no rows in groups that only the first has', () => {
    const made = world(
      { keys: [['web', 'app']], leaves: { 0: { fn: 'sum', values: form([1, null]) } } },
      { id: 1, keys: [['tv', 'app']], leaves: { 1: { fn: 'sum', values: form([4, 5]) } } },
    );
    const [left, right] = [leafCell(0, { keys: [0] }), leafCell(1, { scan: 1, keys: [0] })];
    const domain = byKey(made, call('add', left, right));
    expect(made.column(left, domain)).toEqual(['1', 'no_rows', 'no_rows']);
    expect(made.column(right, domain)).toEqual(['no_rows', '5', '4']);
  });
});

it('a key is the value of the group', () => {
  const made = world({ keys: [['web', null]], leaves: { 0: { fn: 'sum', values: [1, 2] } } });
  const expr: CellExpr = {
    kind: 'case',
    branches: [{ when: call('equal', { kind: 'key', index: 0 }, constant('web')), then: leafCell(0, { keys: [0] }) }],
    otherwise: constant('elsewhere'),
  };
  expect(made.column({ kind: 'key', index: 0 }, byKey(made, expr))).toEqual(['web', 'no_value']);
  expect(made.column(expr, byKey(made, expr))).toEqual(['1', 'elsewhere']);
});

it('a case without a branch that holds has no value', () => {
  const never: CellExpr = {
    kind: 'case',
    branches: [{ when: { kind: 'const', value: booleanValue(false) }, then: constant(1) }],
    otherwise: null,
  };
  expect(world().column(never, timesOnly(1))).toEqual(['no_value']);
});

it('a length of the window differs by time', () => {
  expect(world().column({ kind: 'by_time', values: values([31, 28]) }, timesOnly(2))).toEqual(['31', '28']);
});

describe.each(FORMS)('`per` over values %s', (_, form) => {
  const customers: TableOf = {
    keys: [['ann', 'bob', 'cem', null]],
    leaves: {
      0: { fn: 'sum', values: form([10.25, null, 30, 5]) },
      1: { fn: 'count_rows', values: form([2, 1, 3, 4]) },
    },
  };
  const [revenue, orders] = [leafCell(0, { keys: [0] }), leafCell(1, { keys: [0] })];
  const over = (rest: Parameters<typeof per>[0]): string => world(customers).column(per(rest), timesOnly(1)).join();

  it('counts the entities that satisfy the condition, and no group without a value', () => {
    const where = call('greater_equal', orders, constant(2));
    expect(over({ fn: 'count', where })).toBe('2');
    expect(over({ fn: 'count', where: call('less', constant(2.5), orders) })).toBe('1');
    expect(over({ fn: 'count', where: call('greater', orders, constant(100)) })).toBe('0');
  });

  it('aggregates what has a value; the group without a value takes part', () => {
    expect(over({ fn: 'sum', of: revenue })).toBe('45.25');
    expect(over({ fn: 'avg', of: revenue })).toBe(`15.08${'3'.repeat(30)}`);
    expect(over({ fn: 'min', of: revenue })).toBe('5');
    expect(over({ fn: 'max', of: revenue })).toBe('30');
    expect(over({ fn: 'median', of: revenue })).toBe('10.25');
    expect(over({ fn: 'quantile', fraction: '0.25', of: revenue })).toBe('7.625');
  });

  it('counts values, which takes an entity and a value', () => {
    expect(over({ fn: 'count', of: revenue })).toBe('2');
  });

  it('has no rows where no group is left', () => {
    const where = call('greater', orders, constant(100));
    expect(over({ fn: 'sum', of: revenue, where })).toBe('no_rows');
    expect(over({ fn: 'avg', of: revenue, where })).toBe('no_rows');
    expect(over({ fn: 'max', of: revenue, where })).toBe('no_rows');
  });

  it('takes the first and last by key', () => {
    expect(over({ fn: 'first', of: orders })).toBe('2');
    expect(over({ fn: 'last', of: orders, where: call('less', orders, constant(4)) })).toBe('3');
  });

  it('shows why a time is blocked before anything else', () => {
    expect(over({ fn: 'sum', of: revenue, blocked: ['not_due'] })).toBe('not_due');
  });

  it('is computed in each outer group', () => {
    const made = world({
      keys: [
        ['web', 'app', 'web'],
        ['ann', 'ann', 'bob'],
      ],
      leaves: { 0: { fn: 'sum', values: form([1, 2, 4]) } },
    });
    const expr = per({ fn: 'max', of: leafCell(0, { keys: [0, 1] }) });
    expect(made.column(expr, byKey(made, expr))).toEqual(['4', '2']);
  });

  describe('and buckets', () => {
    const months: TableOf = {
      windows: [0, 2],
      windowCount: 3,
      keys: [],
      leaves: { 0: { fn: 'sum', values: form([1, 4]) } },
    };
    const monthly = {
      of: leafCell(0, { windows: [0, 1, 2] }),
      times: [[0, 3]] as const,
      extraKeys: 0,
      byTime: true,
    };
    const overMonths = (rest: Parameters<typeof per>[0]): string =>
      world(months)
        .column(per({ ...monthly, ...rest }), timesOnly(1))
        .join();

    it('has no value where a bucket has none', () => {
      expect(overMonths({ fn: 'avg' })).toBe('missing_bucket');
    });

    it('passes over such a bucket with `skip`, and reads it as 0 with `empty: 0`', () => {
      expect(overMonths({ fn: 'avg', skip: true })).toBe('2.5');
      expect(overMonths({ fn: 'avg', of: { kind: 'empty_zero', of: monthly.of } })).toBe(
        '1.666666666666666666666666666666667',
      );
    });

    it('takes the last bucket in the order of time', () => {
      expect(overMonths({ fn: 'last', skip: true })).toBe('4');
    });

    it('counts buckets that have a value', () => {
      expect(overMonths({ fn: 'count' })).toBe('2');
    });
  });
});

it('a rate that is missing leaves the whole without a value', () => {
  const rates = [noValue('missing_rate'), ...values([4])];
  const made = world({ keys: [['ann', 'bob']], leaves: { 0: { fn: 'sum', values: rates } } });
  const amount = leafCell(0, { keys: [0] });
  const positive = call('greater', amount, constant(0));
  expect(made.column(per({ fn: 'sum', of: amount }), timesOnly(1))).toEqual(['missing_rate']);
  expect(made.column(per({ fn: 'count', where: positive }), timesOnly(1))).toEqual(['missing_rate']);
  expect(shown(rates)).toEqual(['missing_rate', '4']);
});

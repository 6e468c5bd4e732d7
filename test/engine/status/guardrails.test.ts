import { expect, it } from 'vitest';
import type { Guardrail, Status } from '@sextant/parser';
import { guard, hold, type GuardedKpi } from '../../../packages/engine/src/status/guardrails.js';

const rail = (kpi: string, status: Status | null, atLeast: Guardrail['atLeast'] = null) => ({
  guardrail: { kpi, atLeast },
  status,
});

it('a KPI is never better than the worst of its guardrails', () => {
  expect(hold('achieved', [rail('a', 'on_track'), rail('b', 'off_track'), rail('c', 'at_risk')])).toEqual({
    status: 'off_track',
    heldBackBy: [
      { kpi: 'b', status: 'off_track' },
      { kpi: 'c', status: 'at_risk' },
      { kpi: 'a', status: 'on_track' },
    ],
  });
  expect(hold('at_risk', [rail('a', 'on_track'), rail('b', 'at_risk')])).toEqual({ status: 'at_risk', heldBackBy: [] });
});

it('a guardrail that stands well enough holds nothing back', () => {
  expect(hold('achieved', [rail('a', 'at_risk', 'at_risk')]).status).toBe('achieved');
  expect(hold('achieved', [rail('a', 'off_track', 'at_risk')]).status).toBe('off_track');
  expect(hold('achieved', [rail('a', 'at_risk', 'on_track')]).status).toBe('at_risk');
});

it('only what is judged takes part', () => {
  for (const status of ['no_data', 'not_due', 'stale'] as const) {
    expect(hold(status, [rail('a', 'off_track')])).toEqual({ status, heldBackBy: [] });
    expect(hold('on_track', [rail('a', status)])).toEqual({ status: 'on_track', heldBackBy: [] });
  }
  expect(hold('on_track', [rail('a', null)]).status).toBe('on_track');
});

it('guardrails have guardrails, in whatever order they are defined', () => {
  const kpis: readonly [string, GuardedKpi][] = [
    ['a', { own: 'achieved', guardrails: [{ kpi: 'b', atLeast: null }] }],
    ['b', { own: 'on_track', guardrails: [{ kpi: 'c', atLeast: null }] }],
    ['c', { own: 'off_track', guardrails: [] }],
  ];
  for (const order of [kpis, [...kpis].reverse()]) {
    const after = guard(new Map(order));
    expect(['a', 'b', 'c'].map((name) => after.get(name)?.status)).toEqual(['off_track', 'off_track', 'off_track']);
    expect(after.get('a')?.heldBackBy).toEqual([{ kpi: 'b', status: 'off_track' }]);
  }
});

it('a circle, which the checker refuses, ends', () => {
  const after = guard(
    new Map<string, GuardedKpi>([
      ['a', { own: 'achieved', guardrails: [{ kpi: 'b', atLeast: null }] }],
      ['b', { own: 'at_risk', guardrails: [{ kpi: 'a', atLeast: null }] }],
    ]),
  );
  expect(after.get('a')?.status).toBe('at_risk');
});

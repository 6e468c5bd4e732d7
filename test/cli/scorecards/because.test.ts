import { expect, test } from 'vitest';
import type { KpiReading, PacingReading, Standing } from '@sextant/engine';
import { aimSentence, aimText } from '../../../packages/cli/src/scorecards/aim-text.js';
import { becauseText } from '../../../packages/cli/src/scorecards/because.js';
import { whyLines } from '../../../packages/cli/src/scorecards/explain-reading.js';
import { UNICODE } from '../../../packages/cli/src/scorecards/glyphs.js';
import { figure, openQuarter, reading, scorecard, standing } from './make.js';

const why = (because: Standing['because'], more: Partial<KpiReading> = {}): string =>
  becauseText(reading('a', more), standing({ because }), UNICODE);

test.each<[Standing['because'], string]>([
  [{ kind: 'no_value', reason: 'division_by_zero' }, 'no value: division by zero'],
  [{ kind: 'no_value', reason: null }, 'no value'],
  [{ kind: 'no_target', period: 'FY2027-Q1' }, 'no target for FY2027-Q1'],
  [{ kind: 'no_target', period: '' }, 'no target'],
  [{ kind: 'not_started' }, 'FY2027-Q1 has not begun'],
  [{ kind: 'period_open' }, 'FY2027-Q1 is not over, and no pacing says how far it should be by now'],
  [{ kind: 'achieved' }, 'FY2027-Q1 is over and the target is reached'],
  [{ kind: 'no_basis', basis: 'forecast' }, 'too early for a forecast'],
  [{ kind: 'no_basis', basis: 'pace' }, 'no pace to be judged by'],
  [
    { kind: 'band', basis: 'score', figure: figure('0.7996'), bound: '0.6' },
    'score 79.9%: at risk from 60%, on track from 80%',
  ],
])('%j', (because, text) => {
  expect(why(because)).toBe(text);
});

test('bounds in the unit of a KPI that is better when it is less are bounds from above', () => {
  const bands = { basis: 'value', onTrack: '0.04', atRisk: '0.06', declared: true } as const;
  const because = { kind: 'band', basis: 'value', figure: figure('0.0625'), bound: null } as const;
  const percent = { percent: true, decimals: 0, unit: '', bands };
  // The figure is not rounded: 6% would not be above 6%.
  expect(why(because, percent)).toBe('value 6.25%: at risk up to 6%, on track up to 4%');
  expect(why(because, { ...percent, direction: 'up' })).toBe('value 6.25%: at risk from 6%, on track from 4%');
  const single = { ...percent, bands: { ...bands, atRisk: null } };
  expect(why(because, single)).toBe('value 6.25%: on track up to 4%');
});

test('stale data', () => {
  const stale = [
    { dataset: 'orders', last: '2026-03-01', within: '7 days' },
    { dataset: 'visits', last: null, within: '1 day' },
  ];
  expect(why({ kind: 'stale', dataset: 'orders' }, { stale })).toBe(
    'the last row of `orders` is of 2026-03-01, not within 7 days; `visits` has no rows',
  );
});

const pacing: PacingReading = {
  kind: 'working_days',
  share: figure('0.4923076'),
  expected: figure('20.5'),
  pace: figure('0.95'),
  forecast: figure('39.9'),
  requiredRate: figure('1.333333333333333333333333'),
  unitsLeft: 32,
};

const paced = (more: Partial<PacingReading>, of: Partial<KpiReading> = {}): readonly string[] => {
  const one = reading('a', {
    unit: 'order',
    decimals: 0,
    period: openQuarter,
    standing: standing({ pacing: { ...pacing, ...more } }),
    ...of,
  });
  return whyLines(one, scorecard([one]), UNICODE).slice(1);
};

test('what is expected, where it leads and what it takes', () => {
  expect(paced({})).toEqual([
    'by now 20.5 order is expected (49.2% of the way); the forecast is 39.9 order',
    'to reach the target: 1.33… order a day for 32 working days',
  ]);
  expect(paced({ kind: 'linear', unitsLeft: 1, forecast: figure(null) })).toEqual([
    'by now 20.5 order is expected (49.2% of the way); too early for a forecast',
    'to reach the target: 1.33… order a day for 1 day',
  ]);
});

test('nothing is asked of a KPI that is there already, or whose period is over', () => {
  expect(paced({ requiredRate: figure('-2') })).toHaveLength(1);
  expect(paced({ requiredRate: figure('0') })).toHaveLength(1);
  expect(paced({ requiredRate: null })).toHaveLength(1);
  expect(paced({}, { period: { ...openQuarter, complete: true } })).toEqual([]);
});

test('groups that stand badly are named, the one without a value too', () => {
  const slices = (['off_track', 'at_risk', 'on_track', 'off_track'] as const).map((status, i) => ({
    keys: [i === 3 ? null : `g${i}`, 'web'],
    standing: standing({ status }),
  }));
  const one = reading('a', { slices });
  expect(whyLines(one, scorecard([one]), UNICODE).slice(1)).toEqual([
    'off track: g0 / web, no value / web',
    'at risk: g1 / web',
  ]);
});

test('aims of every kind', () => {
  const look = { unit: 'EUR', percent: false, decimals: null };
  const said = (aim: Standing['aim']): readonly [string, string] => [
    aimText(aim, look, UNICODE),
    aimSentence(aim, look, UNICODE),
  ];
  const target = (source: Extract<Standing['aim'], { kind: 'target' }>['source'], baseline = figure('0')) =>
    said({ kind: 'target', target: source.kind === 'none' ? figure(null) : figure('100'), baseline, source });
  expect(target({ kind: 'formula', text: 'prior(m, 1 year)' }, figure(null))).toEqual([
    '100',
    'target 100.00 EUR; its formula: prior(m, 1 year)',
  ]);
  expect(target({ kind: 'groups', period: 'FY2027-Q1', groups: ['DE'] })[1]).toContain('; said for DE in FY2027-Q1');
  expect(target({ kind: 'groups', period: 'P', groups: ['a', 'b'] })[1]).toContain(
    '; the targets of 2 groups in P added up',
  );
  expect(target({ kind: 'dataset', dataset: 'plan', period: 'P', rows: 4 })[1]).toContain(
    '; from 4 rows of `plan` for P',
  );
  expect(target({ kind: 'none', period: 'P' })).toEqual([
    '—',
    'target —, from a baseline of 0.00 EUR; there is none for P',
  ]);
  expect(said({ kind: 'limit', side: 'at_most', bound: figure('5'), worst: figure('9') })).toEqual([
    '≤ 5',
    'at most 5.00 EUR; the score is 0 from 9.00 EUR on',
  ]);
  expect(said({ kind: 'limit', side: 'at_least', bound: figure('5'), worst: null })).toEqual([
    '≥ 5',
    'at least 5.00 EUR',
  ]);
  expect(said({ kind: 'range', low: figure('1'), high: figure('2'), tolerance: figure('0.5') })).toEqual([
    '1–2',
    'between 1.00 EUR and 2.00 EUR; the score is 0 at a distance of 0.50 EUR',
  ]);
  expect(said({ kind: 'curve' })).toEqual(['curve', 'its curve says the score of each value']);
});

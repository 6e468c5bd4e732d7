import { expect, test } from 'vitest';
import type { Scorecard } from '../../../packages/cli/src/engine-port.js';
import { ASCII, UNICODE } from '../../../packages/cli/src/scorecards/glyphs.js';
import { scorecardText, type ScorecardTextOptions } from '../../../packages/cli/src/scorecards/text.js';
import { widthOf } from '../../../packages/cli/src/scorecards/text-width.js';
import { STATUSES } from '@sextant/parser';
import { figure, goal, history, incentive, openQuarter, reading, scorecard, standing } from './make.js';

const show = (card: Scorecard, more: Partial<ScorecardTextOptions> = {}): string =>
  scorecardText(card, {
    colour: false,
    glyphs: UNICODE,
    columns: 100,
    named: new Set(),
    incentives: false,
    ...more,
  });

const company = goal('company', {
  title: 'Grow profitably',
  goals: ['growth'],
  status: 'off_track',
  score: figure('0.712'),
  coverage: '0.8',
  decidedBy: { kind: 'goal', name: 'growth' },
});
const growth = goal('growth', { parent: 'company', depth: 1, kpis: ['cac', 'share'], status: 'off_track' });
const cac = reading('cac');
const share = reading('share', {
  title: 'Share of the web',
  owner: 'sales',
  unit: '',
  percent: true,
  decimals: 1,
  direction: 'up',
  status: 'off_track',
  ownStatus: 'on_track',
  heldBackBy: [{ kpi: 'cac', status: 'off_track' }],
  period: openQuarter,
  standing: standing({
    value: figure('0.784'),
    aim: { kind: 'limit', side: 'at_least', bound: figure('0.8'), worst: figure('0.5') },
  }),
  trend: null,
  history: history(['0.7', null, '0.75', '0.784']),
  slices: [
    { keys: ['DE'], standing: standing({ value: figure('0.81'), status: 'achieved' }) },
    { keys: [null], standing: standing({ value: figure(null), status: 'no_data' }) },
  ],
});

test('goals, their KPIs, groups, what stands out, and what the signs mean', () => {
  expect(show(scorecard([cac, share], [company, growth]))).toBe(
    `shop, as of 2026-04-30. 2 KPIs: 1 off track, 1 on track

                            value               target  status       trend   period      owner
──────────────────────────────────────────────────────────────────────────────────────────────────
Grow profitably  marketing, FY2027                      ■ off track  score 71.2%  coverage 80%
  Win customers at a sane price  marketing, FY2027      ■ off track  score 88.3%  coverage 100%
    Cost to win a customer  44.10 EUR/customer      42  ● on track   ↗ █▅▃▁  FY2027-Q1   marketing
    Share of the web        78.4%                ≥ 80%  ■ off track    ▁·▅█  FY2027-Q2*  sales
      DE                    81.0%                4200%  ★ achieved
      no value                  —                4200%  ○ no data

What stands out
■ Share of the web (share): off track
    held back by Cost to win a customer (off track); by itself it is on track
    score 88.3%: at risk from 60%, on track from 80%

↗ better   ↘ worse   → as before   * the period is not over
bars: the periods up to this one, each KPI between its own lowest and highest value
score: how much of the way is done; coverage: the share of the weight below that has data
`,
  );
});

test('no line is longer than the terminal is wide, and no KPI and no status is lost', () => {
  const wide = reading('wide', {
    title: 'Umsatz je Kundin im größten 漢字 Markt 😀 der Welt, Supercalifragilisticexpialidocious',
    standing: standing({ value: figure('1234567890.123') }),
  });
  const card = scorecard([cac, share, wide], [company, { ...growth, kpis: ['cac', 'share', 'wide'] }], [incentive()]);
  for (const columns of [30, 40, 50, 60, 70, 80, 90, 100, 120, 160, 250]) {
    for (const named of [new Set<string>(), new Set(['cac', 'share', 'wide'])]) {
      const text = show(card, { columns, named, incentives: true });
      for (const line of text.split('\n')) expect(widthOf(line), `${columns}: ${line}`).toBeLessThanOrEqual(columns);
      const words = text.replace(/\s+/g, ' ');
      for (const part of ['Cost to win', 'Share of the', '● on track', '■ off track', 'as of 2026-04-30', '漢字']) {
        expect(words, `${columns}`).toContain(part);
      }
    }
  }
});

test('a wider terminal shows more, a narrower one leaves out the least important', () => {
  const card = scorecard([cac, share], [company, growth]);
  const heads = [160, 100, 84, 72, 60, 44].map((columns) =>
    /^ .*status.*$/m.exec(show(card, { columns }))?.[0].trim().split(/\s+/),
  );
  expect(heads).toEqual([
    ['value', 'target', 'status', 'trend', 'period', 'owner'],
    ['value', 'target', 'status', 'trend', 'period', 'owner'],
    ['value', 'target', 'status', 'trend', 'period'],
    ['value', 'target', 'status', 'trend'],
    ['value', 'status'],
    ['status'],
  ]);
  expect(show(card, { columns: 160 })).toContain('coverage 80%  because of Win customers at a sane price');
  // Without a column for the period the value says that it is not over.
  expect(show(card, { columns: 72 })).toMatch(/Share of the web +78\.4%\* /);
});

test('statuses differ in words and in shape, with colour or without', () => {
  const card = scorecard(STATUSES.map((status) => reading(status, { status, title: status })));
  for (const glyphs of [UNICODE, ASCII]) {
    expect(new Set(STATUSES.map((status) => glyphs.status[status])).size).toBe(STATUSES.length);
    const text = show(card, { glyphs });
    for (const status of STATUSES) expect(text).toContain(`${glyphs.status[status]} ${status.replace('_', ' ')}`);
  }
  const coloured = show(card, { colour: true });
  // oxlint-disable-next-line no-control-regex -- the sequences that start with it are what the test is about
  expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(show(card));
  expect(coloured).toContain('\u001b[1;31m■ off track\u001b[0m');
  expect(coloured).toContain('\u001b[1;33m▲ at risk\u001b[0m');
});

test('in ASCII everything but the texts of the project is ASCII', () => {
  const text = show(scorecard([cac, share], [company, growth], [incentive()]), { glyphs: ASCII, incentives: true });
  expect(text).toMatch(/^[\n -~]*$/);
  expect(text).toContain('+ #=,_  FY2027-Q1');
  expect(text).toContain('>= 80%  x off track');
});

test('what is stale, partial or approximate is marked', () => {
  const old = reading('old', {
    standing: standing({ value: figure('44.1', { approximate: true }) }),
    stale: [{ dataset: 'orders', last: '2026-03-01', within: '7 days' }],
    period: openQuarter,
    status: 'at_risk',
  });
  const text = show(scorecard([old]));
  expect(text).toContain('≈44.10† EUR/customer');
  expect(text).toContain('FY2027-Q2*');
  expect(text).toContain('    the last row of `orders` is of 2026-03-01, not within 7 days\n');
  expect(text).toContain('* the period is not over   † its data is stale   ≈ approximate\n');
});

test('a KPI that is asked for by name is said in detail, however it stands', () => {
  const detailed = reading('cac', {
    contributors: ['sales'],
    benchmark: {
      population: 'web shops',
      year: '2025',
      source: 'a survey',
      points: [
        { percentile: 25, value: figure('71') },
        { percentile: 50, value: figure('58') },
      ],
      gap: figure('-13.90'),
      position: { percentile: figure('50'), beyond: 'above' },
    },
  });
  const [, details] = show(scorecard([detailed]), { named: new Set(['cac']) }).split('In detail\n');
  expect(details?.split('\n\n')[0]).toBe(
    [
      '● Cost to win a customer (cac): on track',
      '    score 88.3%: at risk from 60%, on track from 80%',
      '    target 42.00 EUR/customer, from a baseline of 60.00 EUR/customer; said for FY2027-Q1',
      '    score 88.3%, progress 88.3%, 100% of the period is over',
      '    better than FY2026-Q4: 48.20 EUR/customer then, a change of -4.10',
      '    among web shops, 2025: the middle is 58.00 EUR/customer, the gap -13.90, percentile 50 or more',
      '      (a survey)',
      '    owner marketing, with sales; weight 1',
    ].join('\n'),
  );
});

test('incentives', () => {
  const [, paid] = show(scorecard([cac], [], [incentive()]), { incentives: true }).split('Incentives\n');
  expect(paid?.split('\n\n')[0]).toBe(
    [
      '  Bonus of the sales team: 1400.00 EUR',
      '    score 88% of kpi cac 90% (weight 2), goal growth 84.2%',
      '    it pays 70% of 2000.00 EUR, at most 3000.00 EUR',
      '    gate: nps is achieved, needed at least at risk: passed',
      '    for sales, head_of_sales',
    ].join('\n'),
  );
  expect(show(scorecard([cac], [], [incentive()]))).not.toContain('Incentives');
  const undecided = incentive({
    payout: figure(null),
    provisional: true,
    gate: { kpi: 'nps', atLeast: 'on_track', status: 'not_due', passed: null },
  });
  const text = show(scorecard([cac], [], [undecided]), { incentives: true });
  expect(text).toContain('Bonus of the sales team: no payout yet: its gate is not decided\n');
  expect(text).toContain('needed at least on track: not decided\n');
});

test('of many groups the first are shown, with the count of the others', () => {
  const slices = Array.from({ length: 11 }, (_, i) => ({ keys: [`g${i}`], standing: standing() }));
  const text = show(scorecard([reading('cac', { slices })]));
  expect(text.match(/^ +g\d+ /gm)).toHaveLength(8);
  expect(text).toContain('\n  and 3 more\n');
});

test('an empty scorecard, and KPIs that no goal holds', () => {
  expect(show(scorecard([]))).toBe('shop, as of 2026-04-30. 0 KPIs\n');
  expect(show(scorecard([reading('a', { title: 'Alone', goal: null })]))).toMatch(/^Alone +44\.10 EUR\/customer/m);
});

test('a title cannot command the terminal', () => {
  const text = show(scorecard([reading('a', { title: 'x\u001b[2J\ny', owner: '\u202ez' })]), { colour: true });
  expect(text).toContain('x␛[2J y');
  expect(text).not.toContain('\u202e');
  expect(text).not.toContain('\u001b[2J');
});

test('what the playbook says stands below, in one line of thought', () => {
  const shown = show(
    scorecard([reading('cac', { status: 'off_track', ownStatus: 'off_track', playbook: 'Stop it.\nThen ask.\n' })], []),
  );
  expect(shown).toContain('    to do: Stop it. Then ask.\n');
});

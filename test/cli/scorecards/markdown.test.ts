import { expect, test } from 'vitest';
import { scorecardJson } from '../../../packages/cli/src/scorecards/json.js';
import { scorecardMarkdown } from '../../../packages/cli/src/scorecards/markdown.js';
import { failsOn } from '../../../packages/cli/src/scorecards/fails-on.js';
import { STATUSES } from '@sextant/parser';
import { goal, incentive, openQuarter, reading, scorecard, standing } from './make.js';
import { diagnostic, file, spanOf } from '../reporters/make.js';

const plain = { named: new Set<string>(), incentives: false };
const slice = { keys: ['DE'], standing: standing({ status: 'at_risk' }) };
const card = scorecard(
  [reading('cac', { status: 'off_track', slices: [slice], period: openQuarter })],
  [goal('growth', { kpis: ['cac'], status: 'off_track' })],
  [incentive()],
);

test('a table of goals and KPIs, what stands out, and notes', () => {
  expect(scorecardMarkdown(card, { ...plain, incentives: true })).toBe(`## shop, as of 2026-04-30

1 KPI: 1 off track

| | value | target | status | trend | period | owner |
| :--- | ---: | ---: | :--- | :--- | :--- | :--- |
| **Win customers at a sane price** | score 88.3%, coverage 100% |  | **■ off track** |  | FY2027 | marketing |
| &emsp;Cost to win a customer | 44.10 EUR/customer | 42 | ■ off track | ↗ █▅▃▁ | FY2027-Q2\\* | marketing |
| &emsp;&emsp;DE | 44.10 EUR/customer | 42 | ▲ at risk |  |  |  |

### What stands out

- ■ **Cost to win a customer (cac): off track**
  - score 88.3%: at risk from 60%, on track from 80%
  - at risk: DE

### Incentives

- **Bonus of the sales team: 1400.00 EUR**
  - score 88% of kpi cac 90% (weight 2), goal growth 84.2%
  - it pays 70% of 2000.00 EUR, at most 3000.00 EUR
  - gate: nps is achieved, needed at least at risk: passed
  - for sales, head\\_of\\_sales

- ↗ better   ↘ worse   → as before   \\* the period is not over
- bars: the periods up to this one, each KPI between its own lowest and highest value
- score: how much of the way is done; coverage: the share of the weight below that has data
`);
});

test('a title cannot break the table or become HTML', () => {
  const text = scorecardMarkdown(scorecard([reading('a', { title: 'a | b\n<img> *c* [d](e)', owner: '`x`' })]), plain);
  const row = text.split('\n').find((line) => line.includes('b'));
  expect(text).toContain('| a \\| b \\<img\\> \\*c\\* \\[d\\](e) | 44.10 EUR/customer | 42 | ● on track |');
  expect(text).toContain('| \\`x\\` |\n');
  expect(row).toBeDefined();
});

test('where nothing stands out there is no such section', () => {
  expect(scorecardMarkdown(scorecard([reading('a')]), plain)).not.toContain('###');
});

test('JSON is the scorecard as it is, with places for what the data said', () => {
  const source = file('a: b\nc: d\n');
  const said = { ...card, diagnostics: [diagnostic('m', spanOf(source, 'd'))] };
  const json = JSON.parse(scorecardJson(said, [source]));
  const { diagnostics, version, ...rest } = json;
  const { diagnostics: _, ...expected } = said;
  expect(version).toBe(1);
  expect(rest).toEqual(expected);
  expect(diagnostics).toMatchObject([{ file: 'sales.kpi.yaml', line: 2, column: 4, code: 'KPI3012' }]);
});

test('what fails a build', () => {
  const failing = (worst: 'off_track' | 'at_risk'): readonly string[] =>
    STATUSES.filter((status) => failsOn(scorecard([reading('a'), reading('b', { status })]), worst));
  expect(failing('off_track')).toEqual(['off_track']);
  expect(failing('at_risk').toSorted()).toEqual(['at_risk', 'off_track']);
  // What counts is the status after guardrails, and the KPI as a whole.
  const held = reading('a', { status: 'at_risk', ownStatus: 'on_track' });
  expect(failsOn(scorecard([held]), 'at_risk')).toBe(true);
  const group = reading('a', { slices: [{ keys: ['x'], standing: standing({ status: 'off_track' }) }] });
  expect(failsOn(scorecard([group]), 'at_risk')).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { checkQuestion } from '../../../packages/engine/src/question/check-question.js';
import { questionSources } from '../../../packages/engine/src/question/question-texts.js';
import type { Question } from '../../../packages/engine/src/question/question.js';
import { parseProject } from '@sextant/parser';
import { SHOP, shop } from '../plan/shop.js';

const graph = shop();

/** `code @ text` for each finding, in order. */
function findings(question: Question): readonly string[] {
  const sources = new Map(questionSources(question).map((source) => [source.path, source.text]));
  return checkQuestion(graph, question).diagnostics.map(
    ({ code, span }) => `${code} @ ${sources.get(span.file)?.slice(span.start, span.end) ?? span.file}`,
  );
}

const asOf = '2026-06-30';

describe('a question is checked against the graph', () => {
  it('accepts metrics, formulas, groups, a grain, filters and an order', () => {
    const question: Question = {
      metrics: ['revenue', 'revenue / orders_placed'],
      by: ['channel', 'customers.region'],
      grain: 'fiscal_quarter',
      from: 'FY2026',
      to: '2026-06',
      where: "channel in ('web', 'shop') and customers.region is not null",
      having: 'revenue > 100 EUR',
      order: ['revenue desc', 'channel'],
      limit: 10,
      asOf,
    };
    expect(findings(question)).toEqual([]);
    const { value } = checkQuestion(graph, question);
    expect(value?.metrics.map((metric) => metric.name)).toEqual(['revenue', 'revenue / orders_placed']);
    expect(value?.where).toHaveLength(2);
    // 2025-02-01 and 2026-07-01 as days since 1970.
    expect([value?.fromDay, value?.endDay]).toEqual([20120, 20635]);
    expect(value?.order).toEqual([
      { column: { kind: 'metric', index: 0 }, descending: true },
      { column: { kind: 'key', index: 0 }, descending: false },
    ]);
  });

  it('points at the word that is unknown', () => {
    expect(findings({ metrics: ['revenu'], asOf })).toEqual(['KPI2001 @ revenu']);
    expect(findings({ metrics: ['revenue + chanel'], asOf })).toEqual(['KPI2001 @ chanel']);
    expect(findings({ metrics: ['revenue'], by: ['regoin'], asOf })).toEqual(['KPI2001 @ regoin']);
    expect(findings({ metrics: ['revenue'], grain: 'moth', asOf })).toEqual(['KPI4008 @ moth']);
    expect(findings({ metrics: ['revenue'], order: ['revenu'], asOf })).toEqual(['KPI4023 @ revenu']);
    expect(findings({ metrics: ['revenue'], parameters: { treshold: '5 EUR' }, asOf })).toEqual(['KPI2001 @ 5 EUR']);
  });

  it('refuses days and ranges that cannot be', () => {
    expect(findings({ metrics: ['revenue'], asOf: '2026-02-30' })).toEqual(['KPI4020 @ 2026-02-30']);
    expect(findings({ metrics: ['revenue'], from: '2026-13', asOf })).toEqual(['KPI4020 @ 2026-13']);
    expect(findings({ metrics: ['revenue'], from: '2026-03', to: '2026-02', asOf })).toEqual(['KPI4021 @ 2026-03']);
  });

  it('refuses a group that an aggregate cannot reach, naming the metric', () => {
    const { diagnostics } = checkQuestion(graph, { metrics: ['roas'], by: ['region'], asOf });
    expect(diagnostics.map((one) => one.message)).toEqual([
      '`region` says nothing about the rows of `spend` of `roas`',
    ]);
    expect(findings({ metrics: ['cost'], where: "region = 'north'", asOf })).toEqual(['KPI4004 @ region']);
  });

  it('takes what stands under `across` of a group without it, and still wants conditions to be reached', () => {
    const by = ['region'];
    expect(findings({ metrics: ['revenue * (cost across region)'], by, asOf })).toEqual([]);
    expect(findings({ metrics: ['revenue * (cost across all)'], by, asOf })).toEqual([]);
    expect(findings({ metrics: ['revenue * (cost across channel)'], by, asOf })).toEqual(['KPI4004 @ region']);
    expect(findings({ metrics: ['revenue * (cost across all) * cost'], by, asOf })).toEqual(['KPI4004 @ region']);
    expect(findings({ metrics: ['revenue * (cost across all)', 'cost'], by, asOf })).toEqual(['KPI4004 @ region']);
    expect(findings({ metrics: ['revenue * (cost across all)'], where: "region = 'north'", asOf })).toEqual([
      'KPI4004 @ region',
    ]);
  });

  it('refuses groups and filters that a condition on groups cannot reach', () => {
    expect(findings({ metrics: ['revenue'], by: ['region'], having: 'cost > 10 EUR', asOf })).toEqual([
      'KPI4004 @ region',
    ]);
    expect(findings({ metrics: ['revenue'], where: "region = 'north'", having: 'cost > 10 EUR', asOf })).toEqual([
      'KPI4004 @ region',
    ]);
    expect(findings({ metrics: ['revenue'], having: 'rules > 1', grain: 'month', asOf })).toEqual([
      'KPI4007 @ rules > 1',
    ]);
  });

  it('says one thing of a grain that is none, and names the text that is wrong', () => {
    expect(findings({ metrics: ['growth(revenue, 1 year)'], grain: 'half', asOf })).toEqual(['KPI4008 @ half']);
    expect(findings({ metrics: ['growth(revenue, 1 year)'], from: '2026-13', asOf })).toEqual(['KPI4020 @ 2026-13']);
    expect(findings({ metrics: ['revenu', 'prior(revenue, 1 year)'], asOf })).toEqual([
      'KPI2001 @ revenu',
      'KPI4015 @ prior(revenue, 1 year)',
    ]);
    expect(findings({ metrics: ['cost'], by: ['regoin', 'region'], asOf })).toEqual([
      'KPI2001 @ regoin',
      'KPI4004 @ region',
    ]);
  });

  it('needs a time only under a window', () => {
    expect(findings({ metrics: ['rules'], asOf })).toEqual([]);
    expect(findings({ metrics: ['rules'], grain: 'month', asOf })).toEqual(['KPI4007 @ rules']);
    expect(findings({ metrics: ['rules'], from: '2026-01', asOf })).toEqual(['KPI4007 @ rules']);
  });

  it('holds `having` to what is constant in a row of the answer', () => {
    expect(
      findings({ metrics: ['revenue'], by: ['channel'], having: "channel <> 'web' and revenue > 0 EUR", asOf }),
    ).toEqual([]);
    expect(findings({ metrics: ['revenue'], by: ['channel'], having: "region = 'north'", asOf })).toEqual([
      'KPI4025 @ region',
    ]);
  });

  it('holds parameters to their type and unit', () => {
    expect(findings({ metrics: ['big'], parameters: { threshold: '50 EUR' }, asOf })).toEqual([]);
    expect(findings({ metrics: ['big'], parameters: { threshold: '50' }, asOf })).toEqual(['KPI3029 @ 50']);
    expect(findings({ metrics: ['big'], parameters: { threshold: "'x'" }, asOf })).toEqual(["KPI3029 @ 'x'"]);
  });

  it('asks for at least one metric', () => {
    expect(findings({ metrics: [], asOf })).toEqual(['KPI4022 @ metric 1']);
  });
});

describe('a metric whose definition is broken', () => {
  it('is refused, never left out', () => {
    const { value: broken } = parseProject([
      { path: 'x.kpi.yaml', text: SHOP.replace('sum(spend.cost)', 'sum(spend.csot)') },
    ]);
    const { value, diagnostics } = checkQuestion(broken, { metrics: ['revenue', 'roas'], asOf });
    expect(value).toBe(null);
    expect(diagnostics.map((one) => one.message)).toEqual(['the definition of `roas` has an error']);
  });
});

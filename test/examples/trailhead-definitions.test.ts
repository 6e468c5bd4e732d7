// The definitions of Trailhead have no problem, all of them or only the ones that need no other context, and fit their data.
import { join } from 'node:path';
import { parseProject } from '@sextant/parser';
import { describe, expect, test } from 'vitest';
import { checkContract } from './contract.js';
import { definitionFiles, examples, problemsOf } from './example-files.js';

/** Files with operators that change contexts, cohorts, states, a calendar of their own: nothing else depends on them. */
const advanced = ['growth', 'cohorts', 'states', 'calendar', 'incentives', 'state-kpis'].map(
  (name) => `${name}.kpi.yaml`,
);

describe('the definitions', () => {
  test('have no problem', () => {
    expect(problemsOf('trailhead')).toEqual([]);
  });

  test('stand without the advanced files', () => {
    expect(problemsOf('trailhead', advanced)).toEqual([]);
  });
});

describe('the data', () => {
  const { value: graph } = parseProject(definitionFiles('trailhead'));

  test('fits the contracts, but for one campaign that only orders know', () => {
    const report = checkContract(graph, join(examples, 'trailhead/data'));
    expect(report.errors).toEqual([]);
    expect(report.dangling).toEqual(['orders.campaign_id c99 (12)']);
  });

  test('fits them in the tiny size too', () => {
    const report = checkContract(graph, join(examples, 'trailhead/data-tiny'));
    expect(report.errors).toEqual([]);
    expect(report.dangling).toEqual(['orders.campaign_id c99 (1)']);
  });
});

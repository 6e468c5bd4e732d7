// What the rules about a whole project say of what libraries make: nothing, but that a metric of the project is made twice.
import { expect, test } from 'vitest';
import { parseProject } from '@sextant/parser';
import { filesOf } from '../expect-diagnostics.js';
import { DATA, LIBRARY, project, WITH } from './ads.js';

/** Everything that is said, those of sets as well, where unused metrics and missing descriptions are asked for. */
function all(texts: Parameters<typeof filesOf>[0]): readonly string[] {
  const asking = 'project: p\nseverity:\n  KPI6049: { level: warning }\n  KPI6053: { level: warning }\n';
  const { diagnostics } = parseProject([{ path: 'kpi.project.yaml', text: asking }, ...filesOf(texts)]);
  return diagnostics.map(({ code, message }) => `${code} ${message}`);
}

const used = `  ads:\n    from: libs/ads\n    with:${WITH}`;

test('nobody complains about what nobody uses, or about its descriptions', () => {
  const said = all(project(used));
  expect(said.filter((one) => one.includes('ads.'))).toEqual([]);
  // What stands for an input is used; it lacks a description all the same.
  expect(said.filter((one) => one.startsWith('KPI6049'))).toEqual([]);
  expect(said.filter((one) => one.startsWith('KPI6053'))).toHaveLength(2);
});

test('a metric of the project that means what the library makes', () => {
  const said = all(project(used, 'metrics:\n  own_cpl: ad_cost / calls_made\n  other: calls_made / ad_cost\n'));
  expect(said.filter((one) => one.startsWith('KPI6042'))).toEqual([
    'KPI6042 `own_cpl` and `ads.cost_per_lead` are one formula',
  ]);
});

test('two uses that make the same are as they are', () => {
  const twice = `${used}\n  again:\n    from: libs/ads\n    with:${WITH}`;
  expect(all(project(twice)).filter((one) => one.startsWith('KPI6042'))).toEqual([]);
});

test('warnings about the definitions of a library are its own', () => {
  const adding = {
    ...LIBRARY,
    'libs/ads/ads.kpi.yaml': LIBRARY['libs/ads/ads.kpi.yaml'].replace(
      '  roas: revenue / spend',
      '  roas: revenue / spend\n  both: spend + revenue',
    ),
  };
  const own = Object.entries(adding).map(([path, text]) => ({ path: path.replace('libs/ads/', ''), text }));
  expect(parseProject(own).diagnostics.map(({ code }) => code)).toContain('KPI3025');
  expect(
    all({ 'data.kpi.yaml': DATA, 'u.kpi.yaml': `use:\n${used}\n`, ...adding }).filter((one) =>
      one.startsWith('KPI3025'),
    ),
  ).toEqual([]);
});

test('a sum that may be empty, in place of one that is not, is said of the use, once', () => {
  const said = (formulas: string): readonly string[] => {
    const adding = LIBRARY['libs/ads/ads.kpi.yaml']
      .replace('  spend: sum(sample.cost)', '  spend: { formula: sum(sample.cost), empty: 0 }')
      .replace('  roas: revenue / spend', `  roas: revenue / spend\n${formulas}`);
    const texts = {
      'data.kpi.yaml': DATA,
      'u.kpi.yaml': `use:\n${used}\n`,
      ...LIBRARY,
      'libs/ads/ads.kpi.yaml': adding,
    };
    return all(texts).filter((one) => one.startsWith('KPI3025'));
  };
  expect(said('  profit: revenue - spend\n  twice: spend + 2 * roas * spend')).toEqual([
    'KPI3025 `ad_cost` has no value where it has no rows, and then `ads.profit` has none',
  ]);
  expect(said('  profit: { formula: revenue - spend, ignore: { KPI3025: without cost no profit } }')).toEqual([]);
});

// The page: everything that has to be in it is, and nothing that a definition says becomes part of the page's own code.
import { createHash } from 'node:crypto';
import { STATUSES, statusWord } from '@sextant/parser';
import { describe, expect, test } from 'vitest';
import { buildReportModel } from '../../../packages/engine/src/report/build-report-model.js';
import { reportHtml } from '../../../packages/engine/src/report/report-html.js';
import { exampleCard, exampleGraph } from './example-card.js';

const graph = exampleGraph();
const page = reportHtml(buildReportModel(graph, exampleCard));
const section = (id: string): string => page.split(`<section class="${id}"`)[1]?.split('\n</section>')[0] ?? '';

test('the same input gives the same bytes', () => {
  expect(reportHtml(buildReportModel(exampleGraph(), exampleCard)) === page).toBe(true);
});

test('nothing is fetched, and only the page’s own style and script may run', () => {
  expect(page).not.toMatch(/(?:src|srcset|action|poster)=|@import|url\(|https?:/);
  expect(page).not.toMatch(/ style="| on\w+="/);
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#39;', "'") ?? '';
  const hashOf = (element: string): string => {
    const text = new RegExp(`<${element}>([^]*?)</${element}>`).exec(page)?.[1] ?? '';
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  };
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `style-src ${hashOf('style')}`,
    `script-src ${hashOf('script')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(page.match(/<script/g)).toHaveLength(1);
});

describe('what a definition says is inert', () => {
  const evil = `<script>alert(1)</script><img src=x onerror='alert(2)'>"`;
  const yaml = JSON.stringify(evil);
  const title = /^( {4}title: ).*$/gm;
  const attacked = reportHtml(
    buildReportModel(
      exampleGraph((text) => text.replace(title, `$1${yaml}`).replace(/^( {4}description: )[^>|].*$/gm, `$1${yaml}`)),
      {
        ...exampleCard,
        project: evil,
        kpis: exampleCard.kpis.map((one) => ({
          ...one,
          title: evil,
          unit: evil,
          slices: one.slices.map((slice) => ({ ...slice, keys: [evil] })),
          benchmark: one.benchmark === null ? null : { ...one.benchmark, population: evil, source: evil },
        })),
        goals: exampleCard.goals.map((one) => ({ ...one, title: evil })),
        incentives: exampleCard.incentives.map((one) => ({ ...one, title: evil })),
      },
    ),
  );

  test('it is there, as text', () => {
    expect(attacked.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;/g)?.length).toBeGreaterThan(60);
  });
  test('and nowhere as code', () => {
    expect(attacked.match(/<script/g)).toHaveLength(1);
    expect(attacked).not.toMatch(/<img|alert\(1\)<|onerror='/);
  });
});

test('every status is a word, a colour and a shape', () => {
  const table = section('scorecard-section');
  for (const status of STATUSES) {
    const badge = new RegExp(
      `<span class="badge ${status}">\\s*<svg[^]*?</svg>\\s*(?:<[^>]*>)*\\s*${statusWord(status)}`,
    );
    expect(table).toMatch(badge);
    expect(page).toContain(`.badge.${status}{color:var(--${status}-ink)`);
  }
  const shapes = STATUSES.map((status) =>
    new RegExp(`badge ${status}">\\s*<svg[^>]*>([^]*?)</svg>`).exec(table)?.[1]?.replaceAll(status, ''),
  );
  expect(new Set(shapes).size).toBe(STATUSES.length);
});

test('links lead somewhere, ids are unique, headings skip no level', () => {
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const known = new Set(ids);
  for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(known).toContain(target);
  expect(page.match(/href="(?!#)/g)).toBeNull();
  const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  expect(levels.every((level, i) => i === 0 || level <= (levels[i - 1] ?? 0) + 1)).toBe(true);
});

test('goals by departments', () => {
  const rows = [...section('alignment').matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
      cell
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );
  expect(rows).toEqual([
    ['Goal', 'Sales', 'Marketing', 'Support desk'],
    ['Grow profitably', 'owns the goal, 4 KPIs', 'owns 3 KPIs', 'owns 2 KPIs'],
    ['Sell more in every country', 'owns the goal, 2 KPIs', 'contributes 1 KPI', '–no part'],
    ['Win customers at a sane price', 'contributes 1 KPI', 'owns the goal, 2 KPIs', '–no part'],
    ['Keep the people who buy', 'owns 2 KPIs', 'owns 1 KPI', 'owns the goal, 2 KPIs'],
  ]);
});

test('a page for each KPI on paper, without controls', () => {
  const paper = /@media print\{([^]*)\}\s*<\/style>/.exec(page)?.[1] ?? '';
  expect(paper).toContain('.kpi{break-before:page');
  expect(paper).toMatch(/\.contents,[^{]*#theme,\.filters[^{]*\{display:none\}/);
});

test('numbers that are rounded for display say what they are exactly', () => {
  expect(page).toContain('title="shortened; exactly 34\u202f860.188235294117647058823529411765">34\u202f860.19</span>');
  expect(page).not.toMatch(/\d\.\d{7,}(?![^<]*">)(?=[^<]*<\/span>)/);
});

test('tables have headers with a scope, charts a name and their numbers beside them', () => {
  expect(page).not.toMatch(/<th\s(?![^>]*scope=)|<th>/);
  for (const [, chart = ''] of page.matchAll(/<svg\s([^>]*class="chart[^>]*)>/g)) {
    expect(chart).toContain('role="img"');
    expect(chart).toMatch(/aria-label="[^"]+ the numbers are in the table below"/);
  }
  expect(page.match(/<summary>The numbers of the chart<\/summary>/g)).toHaveLength(exampleCard.kpis.length);
});

test('the numbers of a chart: a gap, a target, a period that is not over', () => {
  const nps = page.split('id="kpi-nps_fy27"')[1]?.split('<summary>')[1] ?? '';
  const rows = [...(nps.split('</table>')[0] ?? '').matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = '']) =>
    row
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  expect(rows[3]).toBe('FY2026-Q1 no value 25 points no data');
  expect(rows.at(-1)).toBe('FY2027-Q2 so far 23.4 points 25 points on track');
});

test('words in the page: why, against what, and what to do next', () => {
  const text = page
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u202f', ' ')
    .replace(/\s+/g, ' ');
  const expected = [
    'Its pace is 95.7 %, at or above the 95 % that “on track” asks for. By itself it would be on track; it is held back by Refunds, which is at risk.',
    'Its forecast is 21.18 orders, below the 24 orders that “at risk” asks for.',
    'Tickets has no row within 3 days: its last row is of 9 June 2026.',
    'There is no value: it would be a division by zero.',
    '586.01 EUR per working day, 31 working days left',
    '+0.33 EUR/customer against the median. It stands at percentile 49.37 .',
  ];
  expect(expected.filter((one) => !text.includes(one))).toEqual([]);
});

test('an empty scorecard is a page too', () => {
  const empty = reportHtml(buildReportModel(graph, { ...exampleCard, kpis: [], goals: [], incentives: [] }));
  expect(empty).toContain('0 KPIs');
  for (const text of [empty, page])
    expect(text.replace(/<script>[^]*<\/script>/, '')).not.toMatch(/undefined|NaN|\[object/);
});

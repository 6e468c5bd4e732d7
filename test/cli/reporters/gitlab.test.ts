import { expect, test } from 'vitest';
import { gitlabReport } from '../../../packages/cli/src/reporters/gitlab.js';
import { diagnostic, file, spanOf } from './make.js';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

const source = file('a: b\nc: revnue\nd: revnue\n');
const issues = (...given: Parameters<typeof gitlabReport>): readonly Issue[] => JSON.parse(gitlabReport(...given));

test('an issue has what GitLab asks for', () => {
  const found = issues(
    [diagnostic('there is no metric `revnue`', spanOf(source, 'revnue'), { help: 'try' })],
    [source],
  );
  expect(found).toEqual([
    {
      description: 'there is no metric `revnue`; try',
      check_name: 'KPI3012',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'critical',
      location: { path: 'sales.kpi.yaml', lines: { begin: 2, end: 2 } },
    },
  ]);
});

test('severities have their names', () => {
  const all = (['error', 'warning', 'info', 'hint'] as const).map((severity, i) =>
    diagnostic('m', { file: source.path, start: i, end: i + 1 }, { severity }),
  );
  expect(issues(all, [source]).map(({ severity }) => severity)).toEqual(['critical', 'minor', 'info', 'info']);
});

test('an empty report is an empty list', () => {
  expect(gitlabReport([], [source])).toBe('[]\n');
});

test('fingerprints survive moved lines, and no two are equal', () => {
  const moved = file(`# new\n\n${source.text.replace('c:', '  c:')}`);
  const both = (text: typeof source): readonly string[] =>
    issues([diagnostic('m', spanOf(text, 'revnue')), diagnostic('m', spanOf(text, 'revnue', 1))], [text]).map(
      ({ fingerprint }) => fingerprint,
    );
  expect(both(moved)).toEqual(both(source));
  const same = file('x: revnue\nx: revnue\n');
  expect(new Set(both(same)).size).toBe(2);
  const other = issues([diagnostic('m', spanOf(source, 'revnue'), { code: 'KPI2001' })], [source]);
  expect(both(source)).not.toContain(other[0]?.fingerprint);
});

test('a file that is not at hand has a line all the same', () => {
  expect(issues([diagnostic('m', { file: 'gone', start: 5, end: 6 })], [])[0]?.location).toEqual({
    path: 'gone',
    lines: { begin: 1, end: 1 },
  });
});

test('nothing is left out', () => {
  const many = file('x\n'.repeat(2000), 'many.kpi.yaml');
  const all = Array.from({ length: 2000 }, (_, i) =>
    diagnostic('m', { file: many.path, start: 2 * i, end: 2 * i + 1 }),
  );
  const found = issues(all, [many]);
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2000);
  expect(found[1999]?.location.lines.begin).toBe(2000);
});

import { expect, test } from 'vitest';
import { githubReport } from '../../../packages/cli/src/reporters/github.js';
import { diagnostic, file, spanOf } from './make.js';

const source = file('a: b\n注😀: revnue\n', 'sales.kpi.yaml');

test('an annotation has a place, a title and all that is to say', () => {
  const report = githubReport(
    [
      diagnostic('there is no metric `revnue`', spanOf(source, 'revnue'), {
        label: 'not defined',
        notes: ['names are case-sensitive'],
        help: 'did you mean `revenue`?',
      }),
    ],
    [source],
  );
  // Columns count UTF-16 units: the sign before takes two.
  expect(report).toBe(
    '::error file=sales.kpi.yaml,line=2,endLine=2,col=6,endColumn=12,title=error[KPI3012]::' +
      'there is no metric `revnue`%0Ahere: not defined%0Anote: names are case-sensitive%0A' +
      'help: did you mean `revenue`?%0Amore: kpi explain KPI3012\n1 error\n',
  );
});

test('columns are left out where the lines differ, and places where there are none', () => {
  const long = { file: source.path, start: 0, end: 9 };
  expect(githubReport([diagnostic('m', long)], [source])).toContain(
    '::error file=sales.kpi.yaml,line=1,endLine=2,title=',
  );
  expect(githubReport([diagnostic('m', { file: 'gone', start: 0, end: 0 })], [])).toContain(
    '::error file=gone,title=error[KPI3012]::m%0A',
  );
});

test('nothing in a text can end a property or a command, or start another', () => {
  const odd = file('x', 'a,b:c%d.kpi.yaml');
  const message = '50% of `a`\r\n::error::b, c: d ##[error]e';
  const report = githubReport([diagnostic(message, spanOf(odd, 'x'))], [odd]);
  expect(report.split('\n')).toEqual([
    '::error file=a%2Cb%3Ac%25d.kpi.yaml,line=1,endLine=1,col=1,endColumn=2,title=error[KPI3012]::' +
      '50%25 of `a`␍%0A::error::b, c: d ##[error]e%0Amore: kpi explain KPI3012',
    '1 error',
    '',
  ]);
});

test('severities have their kinds', () => {
  const severities = ['error', 'warning', 'info', 'hint'] as const;
  const all = severities.map((severity, i) =>
    diagnostic(severity, { file: source.path, start: i, end: i + 1 }, { severity }),
  );
  expect(githubReport(all, [source]).match(/^::\w+/gm)).toEqual(['::error', '::warning', '::notice', '::notice']);
});

test('no findings are no commands', () => {
  expect(githubReport([], [source])).toBe('no problems\n');
});

const many = file('x'.repeat(100), 'many.kpi.yaml');
const times = (count: number, severity: 'error' | 'warning' | 'info', from = 0) =>
  Array.from({ length: count }, (_, i) =>
    diagnostic(`m${from + i}`, { file: many.path, start: from + i, end: from + i + 1 }, { severity }),
  );

test('ten of each kind have room', () => {
  const all = [...times(10, 'error'), ...times(10, 'warning', 10), ...times(10, 'info', 20)];
  const report = githubReport(all, [many]);
  expect(report.match(/^::/gm)).toHaveLength(30);
  expect(report).not.toContain('more:: ');
  expect(report).not.toContain('::group::');
});

test('of more than ten of a kind the others are counted and follow in the log', () => {
  const all = [...times(12, 'error'), ...times(10, 'warning', 20), ...times(10, 'info', 40)];
  const report = githubReport(all, [many]);
  expect(report.match(/^::error /gm)).toHaveLength(10);
  expect(report.match(/^::warning /gm)).toHaveLength(10);
  // The note about the others is one of the ten notices.
  expect(report.match(/^::notice /gm)).toHaveLength(10);
  expect(report).toContain(
    '::notice title=kpi check::and 3 more: 2 errors, 1 info; the log of this step has them\n' +
      '::group::findings without an annotation\n' +
      '- many.kpi.yaml:1:11: error[KPI3012]: m10\n' +
      '- many.kpi.yaml:1:12: error[KPI3012]: m11\n' +
      '- many.kpi.yaml:1:50: info[KPI3012]: m49\n' +
      '::endgroup::\n12 errors, 10 warnings, 10 infos\n',
  );
});

test('no line of the log is a command of its own', () => {
  const odd = file('x'.repeat(20), '::stop-commands::x.kpi.yaml');
  const all = Array.from({ length: 12 }, (_, i) =>
    diagnostic(`##[add-path]m${i}\n::error::`, { file: odd.path, start: i, end: i + 1 }),
  );
  const lines = githubReport(all, [odd]).split('\n').slice(12, 14);
  expect(lines).toEqual([
    '- ::stop-commands::x.kpi.yaml:1:11: error[KPI3012]: ## [add-path]m10 ::error::',
    '- ::stop-commands::x.kpi.yaml:1:12: error[KPI3012]: ## [add-path]m11 ::error::',
  ]);
});

test('a message stays below 64 KB, cut between characters', () => {
  for (const sign of ['x', '漢', '😀', '%', '\n']) {
    const report = githubReport([diagnostic(sign.repeat(70_000), spanOf(source, 'b'))], [source]);
    const [command = ''] = report.split('\n');
    expect(Buffer.byteLength(command)).toBeLessThan(65_536);
    expect(Buffer.byteLength(command)).toBeGreaterThan(50_000);
    expect(command).not.toContain('\ufffd');
    expect(command.endsWith('…')).toBe(true);
  }
});

import { expect, test } from 'vitest';
import { errorPage } from '../../../packages/cli/src/error-pages.js';
import { sarifReport } from '../../../packages/cli/src/reporters/sarif.js';
import { diagnostic, file, spanOf } from './make.js';
import { sarifProblems } from './sarif-schema.js';

const source = file('a: b\n注😀: revnue\n');
const other = file('x: y\n', 'a folder/größe #1?.kpi.yaml');
const options = { version: '1.2.3', page: errorPage };

function logOf(...[diagnostics, files]: [Parameters<typeof sarifReport>[0], Parameters<typeof sarifReport>[1]]) {
  const log = JSON.parse(sarifReport(diagnostics, files, options));
  expect(sarifProblems(log)).toEqual([]);
  return log;
}

test('the schema is no formality', () => {
  expect(sarifProblems({ version: '2.1.0', runs: [{ results: [] }] })).not.toEqual([]);
  const bad = { tool: { driver: { name: 'x' } }, results: [{ message: { text: 'm' }, level: 'fatal' }] };
  expect(sarifProblems({ version: '2.1.0', runs: [bad] })).not.toEqual([]);
});

test('a result has its rule, its place, the other places and its fix', () => {
  const span = spanOf(source, 'revnue');
  const log = logOf(
    [
      diagnostic('there is no metric `revnue`', span, {
        code: 'KPI2001',
        label: 'not defined',
        related: [{ span: spanOf(other, 'y'), label: 'near' }],
        notes: ['n'],
        help: 'did you mean `revenue`?',
        fixes: [{ title: 'change it', safe: true, edits: [{ span, text: 'revenue' }] }],
      }),
    ],
    [source, other],
  );
  const [run] = log.runs;
  const artifactLocation = { uri: 'sales.kpi.yaml', uriBaseId: '%SRCROOT%' };
  const region = { startLine: 2, startColumn: 6, endLine: 2, endColumn: 12 };
  expect(run.columnKind).toBe('utf16CodeUnits');
  expect(run.tool.driver).toMatchObject({ name: 'kpi', semanticVersion: '1.2.3' });
  expect(run.results).toEqual([
    {
      ruleId: 'KPI2001',
      ruleIndex: 0,
      level: 'error',
      message: {
        text: 'there is no metric `revnue`\nhere: not defined\nnote: n\nhelp: did you mean `revenue`?\nmore: kpi explain KPI2001',
      },
      locations: [{ physicalLocation: { artifactLocation, region } }],
      relatedLocations: [
        {
          id: 0,
          physicalLocation: {
            artifactLocation: {
              uri: 'a%20folder/gr%C3%B6%C3%9Fe%20%231%3F.kpi.yaml',
              uriBaseId: '%SRCROOT%',
            },
            region: { startLine: 1, startColumn: 4, endLine: 1, endColumn: 5 },
          },
          message: { text: 'near' },
        },
      ],
      partialFingerprints: { 'kpiFinding/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
      fixes: [
        {
          description: { text: 'change it' },
          artifactChanges: [
            { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: 'revenue' } }] },
          ],
        },
      ],
    },
  ]);
});

test('a rule is there once, with its page', () => {
  const span = spanOf(source, 'b');
  const log = logOf(
    [
      diagnostic('m', span, { code: 'KPI3025', severity: 'warning' }),
      diagnostic('n', span, { code: 'KPI2001' }),
      diagnostic('o', span, { code: 'KPI3025', severity: 'info' }),
    ],
    [source],
  );
  const { rules } = log.runs[0].tool.driver;
  expect(rules.map(({ id }: { id: string }) => id)).toEqual(['KPI2001', 'KPI3025']);
  expect(rules[0].shortDescription.text).toBe('unknown name');
  expect(rules[0].fullDescription.text).toMatch(/^A name is used that nothing defines: /);
  expect(rules[0].help.markdown).toContain('## Passes');
  expect(rules[1].defaultConfiguration.level).toBe('warning');
  for (const result of log.runs[0].results) expect(rules[result.ruleIndex].id).toBe(result.ruleId);
  expect(log.runs[0].results.map(({ level }: { level: string }) => level)).toEqual(['error', 'warning', 'note']);
});

test('an empty report is a run that has come to its end', () => {
  const [run] = logOf([], [source]).runs;
  expect(run.results).toEqual([]);
  expect(run.invocations).toEqual([{ executionSuccessful: true }]);
});

test('a file that is not at hand has no region, and no fix of it is given', () => {
  const gone = { file: '../gone:1.kpi.yaml', start: 3, end: 4 };
  const fixes = [{ title: 't', safe: true, edits: [{ span: gone, text: '' }] }];
  const [result] = logOf([diagnostic('m\u001b', gone, { fixes })], []).runs[0].results;
  expect(result.locations).toEqual([
    { physicalLocation: { artifactLocation: { uri: '../gone%3A1.kpi.yaml', uriBaseId: '%SRCROOT%' } } },
  ]);
  expect(result.fixes).toBeUndefined();
  expect(result.message.text).toBe('m␛\nmore: kpi explain KPI3012');
});

test('a run has at most 25000 results, the worst of them, and says so', () => {
  const many = file('x'.repeat(26_000), 'many.kpi.yaml');
  const all = Array.from({ length: 26_000 }, (_, i) =>
    diagnostic('m', { file: many.path, start: i, end: i + 1 }, i < 2000 ? { severity: 'info' } : {}),
  );
  const log = JSON.parse(sarifReport(all, [many], options));
  const [run] = log.runs;
  expect(run.results).toHaveLength(25_000);
  expect(run.results.filter(({ level }: { level: string }) => level === 'note')).toHaveLength(1000);
  expect(run.invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^and 1000 more: /);
  expect(sarifProblems({ ...log, runs: [{ ...run, results: run.results.slice(-10) }] })).toEqual([]);
});

import { expect, test } from 'vitest';
import { junitReport } from '../../../packages/cli/src/reporters/junit.js';
import { diagnostic, file, spanOf } from './make.js';
import { readXml, type Element } from './xml.js';

const sales = file('metrics:\n  größe: revnue < 1\n', 'sales.kpi.yaml');
const other = file('metrics: {}\n', 'other.kpi.yaml');
const errors = ({ severity }: { readonly severity: string }): boolean => severity === 'error';

function suites(report: string): readonly Element[] {
  const { name, children } = readXml(report);
  expect(name).toBe('testsuites');
  return children;
}

test('a file is a suite, a finding a test', () => {
  const report = junitReport(
    [
      diagnostic('there is no metric `revnue`', spanOf(sales, 'revnue'), { help: 'did you mean `revenue`?' }),
      diagnostic('never used', spanOf(sales, 'größe'), { severity: 'warning' }),
    ],
    [sales, other],
    errors,
  );
  expect(report).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="kpi check" tests="3" failures="1" errors="0" skipped="0">
  <testsuite name="sales.kpi.yaml" tests="2" failures="1" errors="0" skipped="0">
    <testcase name="KPI3012 sales.kpi.yaml:2:3: never used" classname="sales.kpi.yaml" file="sales.kpi.yaml" line="2">
      <system-out>sales.kpi.yaml:2:3
never used
more: kpi explain KPI3012</system-out>
    </testcase>
    <testcase name="KPI3012 sales.kpi.yaml:2:10: there is no metric \`revnue\`" classname="sales.kpi.yaml" file="sales.kpi.yaml" line="2">
      <failure type="error" message="there is no metric \`revnue\`">sales.kpi.yaml:2:10
there is no metric \`revnue\`
help: did you mean \`revenue\`?
more: kpi explain KPI3012</failure>
    </testcase>
  </testsuite>
  <testsuite name="other.kpi.yaml" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="no findings" classname="other.kpi.yaml" file="other.kpi.yaml"/>
  </testsuite>
</testsuites>
`);
});

test('what breaks the build is a failure, the rest is only said', () => {
  const warning = diagnostic('w', spanOf(sales, 'größe'), { severity: 'warning' });
  expect(junitReport([warning], [sales], errors)).not.toContain('<failure');
  expect(junitReport([warning], [sales], () => true)).toContain('<failure type="warning" message="w">');
});

test('whatever a text holds, the report is XML and gives it back', () => {
  const message = 'a < b & "c" > \'d\' ]]> \u001b[2J\u0000 é 漢 😀 \ufffe\ud800 <!-- & --> &amp;';
  const odd = file('x', 'a "b" <c> & \'d\'.kpi.yaml');
  const [suite] = suites(
    junitReport([diagnostic(message, spanOf(odd, 'x'), { notes: ['one\ntwo\tthree'] })], [odd], errors),
  );
  expect(suite?.attributes['name']).toBe(odd.path);
  const failure = suite?.children[0]?.children[0];
  const readable = 'a < b & "c" > \'d\' ]]> ␛[2J␀ é 漢 😀 \ufffd\ufffd <!-- & --> &amp;';
  expect(failure?.attributes['message']).toBe(readable);
  expect(failure?.text).toContain(readable);
  expect(failure?.text).toContain('one\ntwo\tthree');
});

test('without findings every file has a test that passed; files that were not asked for have none', () => {
  expect(suites(junitReport([], [sales, other], errors)).map(({ attributes }) => attributes['tests'])).toEqual([
    '1',
    '1',
  ]);
  expect(suites(junitReport([], [sales, other], errors, [other.path]))).toHaveLength(1);
  expect(readXml(junitReport([], [], errors)).attributes).toMatchObject({ tests: '0', failures: '0' });
});

test('a file that is not at hand has a suite without a line', () => {
  const report = junitReport([diagnostic('gone', { file: 'gone.kpi.yaml', start: 0, end: 0 })], [], errors);
  expect(suites(report)[0]?.children[0]?.attributes).toEqual({
    name: 'KPI3012 gone.kpi.yaml: gone',
    classname: 'gone.kpi.yaml',
    file: 'gone.kpi.yaml',
  });
});

test('nothing is left out, and the sums are right', () => {
  const many = file('x'.repeat(3000), 'many.kpi.yaml');
  const all = Array.from({ length: 3000 }, (_, i) =>
    diagnostic(`m${i}`, { file: many.path, start: i, end: i + 1 }, i % 3 === 0 ? { severity: 'info' } : {}),
  );
  const { attributes, children } = readXml(junitReport(all, [many], errors));
  expect(attributes).toMatchObject({ tests: '3000', failures: '2000' });
  expect(children[0]?.children).toHaveLength(3000);
});

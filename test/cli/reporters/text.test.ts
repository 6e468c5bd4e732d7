// The picture as a whole: head, frames, notes, help, more, summary.
import { expect, test } from 'vitest';
import { textReport } from '../../../packages/cli/src/reporters/text.js';
import { diagnostic, file, spanOf } from './make.js';

const sales = file('\n'.repeat(13) + '    formula: revenue + orders_placed\n');
const cannotAdd = diagnostic('cannot add EUR and order', spanOf(sales, 'orders_placed'), {
  label: 'this counts order',
  related: [{ span: spanOf(sales, 'revenue'), label: 'this is EUR' }],
  notes: ['addition needs the same unit on both sides'],
  help: 'for revenue per order write `revenue / orders_placed`',
});

test('two spans of one line are drawn together', () => {
  expect(textReport([cannotAdd], [sales], { colour: false })).toMatchInlineSnapshot(`
    "error[KPI3012]: cannot add EUR and order
      --> sales.kpi.yaml:14:24
       |
    14 |     formula: revenue + orders_placed
       |              -------   ^^^^^^^^^^^^^ this counts order
       |              this is EUR
       = note: addition needs the same unit on both sides
       = help: for revenue per order write \`revenue / orders_placed\`
       = more: kpi explain KPI3012

    1 error
    "
  `);
});

test('spans in other files have frames of their own, in the order named', () => {
  const marketing = file('metrics:\n  revenue: sum(leads.value)\n', 'marketing.kpi.yaml');
  const twice = diagnostic('`revenue` is defined twice', spanOf(sales, 'revenue'), {
    severity: 'warning',
    related: [
      { span: spanOf(marketing, 'revenue'), label: 'first defined here' },
      { span: { file: 'gone.kpi.yaml', start: 0, end: 1 }, label: 'also defined here' },
    ],
  });
  expect(textReport([twice], [marketing, sales], { colour: false })).toMatchInlineSnapshot(`
    "warning[KPI3012]: \`revenue\` is defined twice
      --> sales.kpi.yaml:14:14
       |
    14 |     formula: revenue + orders_placed
       |              ^^^^^^^
       |
      ::: marketing.kpi.yaml:2:3
       |
     2 |   revenue: sum(leads.value)
       |   ------- first defined here
       |
      ::: gone.kpi.yaml: also defined here
       = more: kpi explain KPI3012

    1 warning
    "
  `);
});

test('colour adds nothing but colour', () => {
  const plain = textReport([cannotAdd], [sales], { colour: false });
  const coloured = textReport([cannotAdd], [sales], { colour: true });
  // oxlint-disable-next-line no-control-regex -- the sequences that start with it are what the test is about
  expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(plain);
  expect(coloured).toContain('\u001b[1;31merror[KPI3012]\u001b[0m');
});

test('a note of several lines stays in its column', () => {
  const long = diagnostic('m', spanOf(sales, 'revenue'), { notes: ['one\ntwo'] });
  expect(textReport([long], [sales], { colour: false })).toContain('\n   = note: one\n           two\n');
});

test('a file that is not at hand is named without a place', () => {
  const gone = diagnostic('cannot read the file', { file: 'gone.kpi.yaml', start: 0, end: 0 });
  expect(textReport([gone], [], { colour: false })).toBe(
    'error[KPI3012]: cannot read the file\n --> gone.kpi.yaml\n  = more: kpi explain KPI3012\n\n1 error\n',
  );
});

test('diagnostics are sorted, said once and counted', () => {
  const revenue = spanOf(sales, 'revenue');
  const report = textReport(
    [
      cannotAdd,
      diagnostic('w', revenue, { severity: 'warning' }),
      cannotAdd,
      diagnostic('i', revenue, { severity: 'info' }),
      diagnostic('h', revenue, { severity: 'hint' }),
      diagnostic('z', spanOf(sales, 'formula')),
    ],
    [sales],
    { colour: false },
  );
  expect(report.match(/^\w+\[KPI3012\]: .*$/gm)).toEqual([
    'error[KPI3012]: z',
    'hint[KPI3012]: h',
    'info[KPI3012]: i',
    'warning[KPI3012]: w',
    'error[KPI3012]: cannot add EUR and order',
  ]);
  expect(report).toMatch(/\n\n2 errors, 1 warning, 1 info, 1 hint\n$/);
});

test('no diagnostics', () => {
  expect(textReport([], [sales], { colour: false })).toBe('no problems\n');
});

test('a file with too many is cut with a count, and all are in the summary', () => {
  const many = file('x'.repeat(150), 'a.kpi.yaml');
  const all = Array.from({ length: 123 }, (_, i) => diagnostic('x', { file: many.path, start: i, end: i + 1 }));
  const report = textReport([...all, cannotAdd], [many, sales], { colour: false, width: 40 });
  expect(report.match(/^error\[/gm)).toHaveLength(101);
  expect(report).toContain('\n\n... and 23 more in a.kpi.yaml\n\nerror[KPI3012]: cannot add');
  expect(report).toMatch(/\n\n124 errors\n$/);
});

test('what a message quotes from a file cannot command the terminal', () => {
  const report = textReport([diagnostic('unknown name `\u001b[2J`\nerror: x', spanOf(sales, 'revenue'))], [sales], {
    colour: false,
  });
  expect(report).toContain('unknown name `␛[2J` error: x\n');
});

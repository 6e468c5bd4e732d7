// The style, rule by rule: what stands on the left becomes what stands on the right, and that stays.
import { describe, expect, test } from 'vitest';
import { formatFile } from '@sextant/parser';
import { readPage } from '../../docs/page.js';

function format(text: string, path = 'x.kpi.yaml'): string {
  const { value, diagnostics } = formatFile({ path, text });
  expect(diagnostics).toEqual([]);
  expect(formatFile({ path, text: value })).toEqual({ value, diagnostics: [] });
  return value;
}

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

describe('a file', () => {
  test.each([
    ['nothing', '', ''],
    ['empty lines only', '\n\n  \n', ''],
    ['a comment only', '\n# c  \n\n\n', '# c\n'],
    ['no line end at the end', 'metrics:\n  a: b', 'metrics:\n  a: b\n'],
    ['many line ends at the end', 'metrics:\n  a: b\n\n\n', 'metrics:\n  a: b\n'],
    ['a byte order mark', '\ufeffmetrics:\n  a: b\n', 'metrics:\n  a: b\n'],
    ['line ends of Windows', 'metrics:\r\n    a: b \r\n', 'metrics:\r\n  a: b\r\n'],
    ['mostly line ends of Windows', 'metrics:\r\n  a: b\r\n  c: d\n', 'metrics:\r\n  a: b\r\n  c: d\r\n'],
    ['mostly line ends of Unix', 'metrics:\n  a: b\n  c: d\r\n', 'metrics:\n  a: b\n  c: d\n'],
    ['a document marker', '---\nmetrics:\n    a: b\n...\n', '---\nmetrics:\n  a: b\n...\n'],
  ])('with %s', (_, text, expected) => {
    expect(format(text)).toBe(expected);
  });

  test('that YAML cannot read is refused and stays as it is', () => {
    const text = 'metrics:\n\ta: b\n   c: { d\n';
    const { value, diagnostics } = formatFile({ path: 'x.kpi.yaml', text });
    expect(value).toBe(text);
    expect(diagnostics.map(({ code }) => code)).toContain('KPI1004');
    expect(diagnostics.every(({ span }) => span.file === 'x.kpi.yaml')).toBe(true);
  });

  test('with definitions that are wrong, but not YAML, is formatted', () => {
    expect(format('metrics:\n    a:   1 +\n    unknown: {key: [x]}\n')).toBe(
      'metrics:\n  a: 1 +\n  unknown: { key: [x] }\n',
    );
  });
});

test('indentation is two spaces, for lists below keys too', () => {
  expect(
    format(
      lines(
        'tests:',
        '    t:',
        '        given:',
        '            orders:',
        '            -   a: 1',
        '                b: |-',
        '                     two',
        '                       lines',
        '            -',
        '                a: 2',
        '        expect:',
        '        - - x',
        '          - y',
      ),
    ),
  ).toBe(
    lines(
      'tests:',
      '  t:',
      '    given:',
      '      orders:',
      '        - a: 1',
      '          b: |-',
      '            two',
      '              lines',
      '        -',
      '          a: 2',
      '    expect:',
      '      - - x',
      '        - y',
    ),
  );
});

test('one empty line at most between entries, none at the edges of a block, one between sections', () => {
  expect(
    format(
      lines(
        '',
        '# head',
        'datasets:',
        '',
        '  a:',
        '    from: a.csv',
        '',
        '',
        '',
        '  b:',
        '    from: b.csv',
        '# of the metrics',
        '# too',
        'metrics:',
        '',
        '  # of x',
        '',
        '  x: 1',
        'parameters: { p: 1 }',
        '',
        '',
        '# behind all',
        '',
      ),
    ),
  ).toBe(
    lines(
      '# head',
      'datasets:',
      '  a:',
      '    from: a.csv',
      '',
      '  b:',
      '    from: b.csv',
      '',
      '# of the metrics',
      '# too',
      'metrics:',
      '  # of x',
      '',
      '  x: 1',
      '',
      'parameters: { p: 1 }',
      '',
      '# behind all',
    ),
  );
  expect(format('project: a\ncurrency: EUR\n\n\ndata: x\n', 'kpi.project.yaml')).toBe(
    'project: a\ncurrency: EUR\n\ndata: x\n',
  );
});

describe('brackets', () => {
  test.each([
    ['{a: 1,b: "x"  , c:   [ 1,2 ] }', '{ a: 1, b: "x", c: [1, 2] }'],
    ['{ a: , b:  }', '{ a: , b: }'],
    ['{  }', '{}'],
    ['[  ]', '[]'],
    ['[a, b, ]', '[a, b]'],
    ['{"a":1}', '{ "a": 1 }'],
    ['[{ a: 1 },b]', '[ { a: 1 }, b ]'],
    ['[ [ 0%, 1 ], [ 5%, 0 ] ]', '[[0%, 1], [5%, 0]]'],
    ['[a: b, c]', '[a: b, c]'],
  ])('%s', (text, expected) => {
    expect(format(`metrics:\n  m: ${text}\n`)).toBe(`metrics:\n  m: ${expected}\n`);
  });

  test('over several lines keep their lines', () => {
    expect(
      format(
        lines(
          'dimensions:',
          '    a: [ x.y,  # first',
          '',
          '         # of z',
          '         z.y,',
          '',
          '         ]',
          '    b: { fields: [',
          '      x.y,',
          '        ], title: "B" }',
          '    c:',
          '      [',
          '        x.y]',
          '    d: [{',
          '        e: 1',
          '        }, {',
          '        e: 2',
          '        }]',
        ),
      ),
    ).toBe(
      lines(
        'dimensions:',
        '  a: [x.y,  # first',
        '',
        '    # of z',
        '    z.y,',
        '  ]',
        '  b: { fields: [',
        '      x.y,',
        '    ], title: "B" }',
        '  c:',
        '    [',
        '      x.y]',
        '  d: [ {',
        '      e: 1',
        '    }, {',
        '      e: 2',
        '    } ]',
      ),
    );
  });

  test('below each other keep their columns', () => {
    const text = lines(
      'tests:',
      '  t:',
      '    given:',
      '      orders:',
      '        - { id: a, channel: web,   status: paid,      amount: 10.10 }',
      '        - { id: b, channel: email, status: cancelled, amount:  9.00 }',
      '    expect:',
      '      - { metric: revenue, value: 1 }',
    );
    expect(format(text)).toBe(text);
    expect(format(text.replaceAll('- {', '-  {  ').replaceAll(' }', '  }'))).toBe(text);
    expect(format('metrics:\n  a: { formula: b,   decimals: 2 }\n')).toBe(
      'metrics:\n  a: { formula: b, decimals: 2 }\n',
    );
  });
});

describe('lines that are too long', () => {
  const title = 'x'.repeat(200);
  const list = Array.from({ length: 60 }, (_, i) => `v${i}`);

  test('are broken where a map or a list stands behind a key', () => {
    expect(format(`metrics:\n  a: { title: ${title}, formula: b, aliases: [p, q], owner: }  # c\n`)).toBe(
      lines('metrics:', '  a:  # c', `    title: ${title}`, '    formula: b', '    aliases: [p, q]', '    owner:'),
    );
    expect(format(`datasets: { d: { fields: { f: { type: text, values: [${list.join(', ')}] } } } }\n`)).toBe(
      lines(
        'datasets:',
        '  d:',
        '    fields:',
        '      f:',
        '        type: text',
        '        values:',
        ...list.map((one) => `          - ${one}`),
      ),
    );
  });

  test('stay where they are rows of a list, or fit', () => {
    const row = lines(
      'tests:',
      '  t:',
      '    expect:',
      `      - { metric: a, title: ${title}, value: ${'1'.repeat(40)} }`,
    );
    expect(format(row)).toBe(row);
    const fits = `metrics:\n  a: { title: ${title}, formula: b }\n`;
    expect(format(fits)).toBe(fits);
  });
});

describe('comments', () => {
  test('stand with what they speak of', () => {
    expect(
      format(
        lines(
          'metrics:',
          '      # of a',
          '      a: 1',
          '# in the first column',
          '      b:',
          '          formula: 2',
          '          # at the end of b',
          '         # and deeper than c',
          '      c: |',
          '         3',
          '        # below a block',
          '      # d: 4',
          '  # behind all metrics',
          'goals:',
          '     # g: {}',
          '# last',
        ),
      ),
    ).toBe(
      lines(
        'metrics:',
        '  # of a',
        '  a: 1',
        '  # in the first column',
        '  b:',
        '    formula: 2',
        '    # at the end of b',
        '  # and deeper than c',
        '  c: |',
        '    3',
        '  # below a block',
        '  # d: 4',
        '',
        '# behind all metrics',
        'goals:',
        '  # g: {}',
        '# last',
      ),
    );
  });

  test('behind something keep their distance, or their column with others', () => {
    expect(
      format(
        lines(
          'metrics:',
          '  a:   1     # one',
          '  bb: 1*2    # two',
          '  c: "x"   # kept with its quotes',
          '',
          '  d:  3 # three',
          '  e: |   # of a block   ',
          '    4',
        ),
      ),
    ).toBe(
      lines(
        'metrics:',
        '  a: 1       # one',
        '  bb: 1 * 2  # two',
        '  c: "x"   # kept with its quotes',
        '',
        '  d: 3 # three',
        '  e: |   # of a block',
        '    4',
      ),
    );
  });
});

describe('texts', () => {
  test.each([
    ['"Revenue"', 'Revenue'],
    ["'it''s so'", "it's so"],
    ['"a, b"', '"a, b"'],
    ['"a: b"', '"a: b"'],
    ['"a #b"', '"a #b"'],
    ['"#sales"', '"#sales"'],
    ['"2026"', '"2026"'],
    ['"yes"', '"yes"'],
    ['""', '""'],
    ['" a"', '" a"'],
    ['"a\\nb"', '"a\\nb"'],
    ['"- a"', '"- a"'],
    ['[ "a" ]', '["a"]'],
  ])('%s', (text, expected) => {
    expect(format(`metrics:\n  m:\n    title: ${text}\n`)).toBe(`metrics:\n  m:\n    title: ${expected}\n`);
  });

  test('over several lines are indented and say the same', () => {
    expect(
      format(
        lines(
          'metrics:',
          '    m:',
          '        title: one   ',
          '         two',
          '',
          '         three',
          '        description: "one \\ ',
          '         two\\',
          '            three  "',
          '        question: |+',
          '          Which?  ',
          '            ',
          '           And',
          '',
          '',
          '        owner:',
          '          somebody',
          '        aliases: >2-',
          '            indented',
          '          text',
        ),
      ),
    ).toBe(
      lines(
        'metrics:',
        '  m:',
        '    title: one',
        '      two',
        '',
        '      three',
        '    description: "one \\ ',
        '      two\\',
        '      three  "',
        '    question: |+',
        '      Which?  ',
        '        ',
        '       And',
        '',
        '',
        '    owner:',
        '      somebody',
        '    aliases: >2-',
        '        indented',
        '      text',
      ),
    );
  });

  test('that keep their end keep it at the end of the file', () => {
    const text = 'metrics:\n  m:\n    title: |+\n      a\n\n\n';
    expect(format(text)).toBe(text);
  });
});

test('formulas are formatted wherever they stand', () => {
  expect(
    format(
      lines(
        'metrics:',
        "  a: SUM( orders.amount   WHERE status='paid' )/1_000",
        "  b: { formula: 'Count(x)-1 , ''it''''s''', unit: a-b }",
        '  c: "if(a=1,\\"odd name\\",2)"',
        '  d:',
        '    formula: |',
        '      CASE',
        '        when a   > 1 then 1   -- many   ',
        '        else 2',
        '      end',
        'kpis:',
        '  k: { target: { 2026: 1*2 }, curve: [ [0*1, 1] ], range: [1+1,2] }',
        'questions:',
        '  q: { where: a=1 }',
        'tests:',
        '  t:',
        '    expect: [ { value: no value }, { value: 1/3, where: "a=1" } ]',
      ),
    ),
  ).toBe(
    lines(
      'metrics:',
      "  a: sum(orders.amount where status = 'paid') / 1_000",
      "  b: { formula: 'Count(x)-1 , ''it''''s''', unit: a-b }",
      '  c: "if(a = 1, \\"odd name\\", 2)"',
      '  d:',
      '    formula: |',
      '      case',
      '        when a   > 1 then 1   -- many',
      '        else 2',
      '      end',
      '',
      'kpis:',
      '  k: { target: { 2026: 1 * 2 }, curve: [[0 * 1, 1]], range: [1 + 1, 2] }',
      '',
      'questions:',
      '  q: { where: a = 1 }',
      '',
      'tests:',
      '  t:',
      '    expect: [ { value: no value }, { value: 1 / 3, where: "a = 1" } ]',
    ),
  );
});

test('the examples of docs/formatting.md are what they say', () => {
  const blocks = readPage('docs/formatting.md').sections.flatMap((section) => section.blocks);
  const [rows, before, after] = blocks.filter(({ info }) => info === 'yaml fragment').map(({ text }) => text);
  expect(format(rows ?? '')).toBe(rows);
  expect(format(before ?? '')).toBe(after);
});

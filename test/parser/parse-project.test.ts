// Whatever the texts are: no exception, diagnostics in order and inside their files, the same on every run and in any order.
import * as fc from 'fast-check';
import { aimFormulas } from '../../packages/parser/src/graph/aim-formulas.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { expect, test } from 'vitest';
import { parseProject, sortDiagnostics, walkTyped, type Graph, type SourceFile } from '@sextant/parser';
import { graphText, meaningText } from './graph-text.js';
import { shop } from './types/shop.js';

const folder = joinPath(import.meta.dirname, '../../examples/trailhead');

function example(): readonly SourceFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(joinPath(folder, path), 'utf8') }));
}

const trailhead = example();

const small: readonly SourceFile[] = [
  {
    path: 'kpi.project.yaml',
    text: 'project: shop\ncurrency: EUR\nexchange_rates: { dataset: fx, from: ccy, to: quote, at: day, rate: rate }\n',
  },
  { path: 'shop.kpi.yaml', text: shop },
  {
    path: 'goals.kpi.yaml',
    text: `owners:
  sales: { kind: team }
  head: { kind: role, team: sales }
goals:
  company: { title: Grow, owner: head, period: FY2027 }
  more: { title: More, parent: company, owner: sales }
kpis:
  revenue_k:
    metric: revenue
    goal: more
    owner: sales
    direction: up
    every: month
    target: { 2026-01: 100 EUR, 2026-02: 120 EUR }
    guardrails: [ { kpi: rate_k, at_least: at_risk } ]
  rate_k: { formula: paid_orders / orders_placed, where: "channel = 'web'", by: region, goal: more, owner: head, direction: up, every: month, baseline: 50%, target: 95% }
metrics:
  gap: revenue - target(revenue_k)
  cohort:
    formula: |
      avg(
        revenue per region   -- in each
      ) / (revenue across all)
questions:
  q: { metrics: [revenue, gap], by: [channel], grain: month }
`,
  },
];

/** Everything that holds for any texts. */
function hold(files: readonly SourceFile[]): Graph {
  const { value: graph, diagnostics } = parseProject(files);
  const texts = new Map(files.map((file) => [file.path, file.text]));
  for (const { span, related, fixes } of diagnostics) {
    const spans = [
      span,
      ...related.map((one) => one.span),
      ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span)),
    ];
    for (const { file, start, end } of spans) {
      const length = texts.get(file)?.length ?? -1;
      if (!(start >= 0 && start <= end && end <= length))
        expect({ file, start, end, length }, 'a place outside its file').toBe(null);
    }
  }
  expect(diagnostics).toEqual(sortDiagnostics(diagnostics));
  // What is unknown was reported.
  const isError = diagnostics.some(({ severity }) => severity === 'error');
  const formulas = [
    ...[...graph.metrics.values()].map(({ formula }) => formula),
    ...[...graph.parameters.values()].map(({ value }) => value),
    ...[...graph.datasets.values()].flatMap(({ fields }) =>
      [...fields.values()].flatMap(({ formula }) => formula ?? []),
    ),
    ...[...graph.kpis.values()].flatMap(({ formula }) => formula ?? []),
    ...[...graph.kpis.values()].flatMap((kpi) => aimFormulas(kpi).map(({ typed }) => typed)),
  ];
  if (!isError) {
    for (const formula of formulas) {
      walkTyped(formula, (node) => {
        if (node.type.value.kind === 'unknown') expect(node, 'unknown, and nothing said').toBe(null);
      });
    }
    for (const kpi of graph.kpis.values())
      expect([kpi.formula, kpi.aim, kpi.every, kpi.direction], 'a KPI without a part, and nothing said').not.toContain(
        null,
      );
  }
  return graph;
}

test('the examples that the texts below are made of are right', () => {
  expect(parseProject(trailhead).diagnostics).toEqual([]);
  expect(parseProject(small).diagnostics).toEqual([]);
  hold(trailhead);
  hold(small);
});

test('the same texts give the same graph and the same diagnostics', () => {
  const [a, b] = [parseProject(trailhead), parseProject(trailhead)];
  expect(graphText(b.value)).toBe(graphText(a.value));
});

const broken = small.map(({ path, text }) => ({
  path,
  text: text
    .replaceAll('orders.amount', 'orders.amuont')
    .replace('revenue: {', 'revenu: {')
    .replace('region: customers.region', 'region: customers.customer_id'),
}));

test.each([
  ['right', small],
  ['wrong', broken],
])('files in any order: the same graph and the same diagnostics (%s)', (_, files) => {
  const first = parseProject(files);
  const text = graphText(first.value);
  fc.assert(
    fc.property(fc.shuffledSubarray([...files], { minLength: files.length }), (shuffled) => {
      const other = parseProject(shuffled);
      expect(other.diagnostics).toEqual(first.diagnostics);
      expect(graphText(other.value)).toBe(text);
    }),
    { numRuns: 6, seed: 1 },
  );
});

/** The blocks of a text: each line that starts in a column, with the deeper lines behind it. */
function blocks(text: string, column: number): readonly string[] {
  const found: string[] = [];
  for (const line of text.split('\n')) {
    const isStart = line.length > column && line.slice(0, column).trim() === '' && line[column] !== ' ';
    if (isStart || found.length === 0) found.push(line);
    else found.push(`${found.pop() ?? ''}\n${line}`);
  }
  return found;
}

const shuffled = (list: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length });

/** The sections of a file, and the definitions of each, in another order. */
const reordered = (text: string): fc.Arbitrary<string> =>
  shuffled(blocks(text, 0)).chain((sections) =>
    fc
      .tuple(
        ...sections.map((section) => {
          const [head = '', ...rest] = section.split('\n');
          if (rest.every((line) => line.trim() === '')) return fc.constant(section);
          return shuffled(blocks(rest.filter((line) => line !== '').join('\n'), 2)).map((parts) =>
            [head, ...parts].join('\n'),
          );
        }),
      )
      .map((parts) => `${parts.join('\n')}\n`),
  );

test.each([
  ['right', small],
  ['wrong', broken],
])('sections and definitions in any order: the same meaning, the same diagnostics (%s)', (_, files) => {
  const said = (list: readonly SourceFile[]): readonly string[] => {
    const texts = new Map(list.map((file) => [file.path, file.text]));
    const { diagnostics } = parseProject(list);
    const all = diagnostics.map(
      ({ code, message, span, help }) =>
        `${code} ${message} ${texts.get(span.file)?.slice(span.start, span.end)} ${help}`,
    );
    return all.toSorted();
  };
  const meaning = meaningText(parseProject(files).value);
  const first = said(files);
  fc.assert(
    fc.property(fc.tuple(...files.map(({ text }) => reordered(text))), (texts) => {
      const other = files.map(({ path }, i) => ({ path, text: texts[i] ?? '' }));
      expect(said(other)).toEqual(first);
      expect(meaningText(parseProject(other).value)).toBe(meaning);
    }),
    { numRuns: 30, seed: 2 },
  );
});

const odd = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '😀',
  'é',
  'e\u0301',
  '\u202e',
  '\ud800',
  '\u0000',
  '\t',
  '\r',
  'null',
  'true',
  '~',
  '-',
  ':',
  ': ',
  ' #',
  '"',
  "'",
  '`',
  '{',
  '}',
  '[',
  ']',
  '&a',
  '*a',
  '!x',
  '%',
  '|',
  '>',
  '\n',
  '\n\n',
  '\n  ',
  'orders',
  'revenue',
  'sum(',
  'count(distinct ',
  ' where ',
  ' per ',
  ' across ',
  'prior(',
  ', 1 year)',
  '(',
  ')',
  "'x'",
  '5 EUR',
  '1 month',
  'target(revenue_k)',
  'closing(balance)',
  'case when ',
  ' end',
  'convert(',
  ' to EUR at ',
  'date ',
  '=',
  '<>',
  '/',
  '*',
  '.',
  '..',
);

const change = fc.record({
  file: fc.nat(),
  kind: fc.constantFrom('cut', 'cut', 'put', 'put', 'twice', 'swap', 'lineOut', 'lineTwice', 'linesSwapped', 'indent'),
  at: fc.nat(),
  other: fc.nat(),
  length: fc.integer({ min: 1, max: 12 }),
  text: fc.oneof(odd, fc.string({ maxLength: 4 }), fc.string({ unit: 'binary', maxLength: 3 })),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(text: string, { kind, at, other, length, text: piece }: Change): string {
  const place = at % (text.length + 1);
  const lines = text.split('\n');
  const [i, j] = [at % lines.length, other % lines.length];
  switch (kind) {
    case 'cut':
      return text.slice(0, place) + text.slice(place + length);
    case 'put':
      return text.slice(0, place) + piece + text.slice(place);
    case 'twice':
      return text.slice(0, place + length) + text.slice(place);
    case 'swap':
      return (
        text.slice(0, place) + text.slice(place + 1, place + 2) + text.slice(place, place + 1) + text.slice(place + 2)
      );
    case 'lineOut':
      return lines.toSpliced(i, 1).join('\n');
    case 'lineTwice':
      return lines.toSpliced(j, 0, lines[i] ?? '').join('\n');
    case 'linesSwapped':
      return lines
        .with(i, lines[j] ?? '')
        .with(j, lines[i] ?? '')
        .join('\n');
    default:
      return lines.with(i, `  ${lines[i] ?? ''}`).join('\n');
  }
}

function mutated(files: readonly SourceFile[], changes: readonly Change[]): readonly SourceFile[] {
  let result = files;
  for (const one of changes) {
    const index = one.file % result.length;
    result = result.map((file, i) => (i === index ? { ...file, text: changed(file.text, one) } : file));
  }
  return result;
}

test('right projects with some changes', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      hold(mutated(small, changes));
    }),
    { numRuns: 500, seed: 3 },
  );
});

test('a large project with some changes', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 10 }), (changes) => {
      hold(mutated(trailhead, changes));
    }),
    { numRuns: 40, seed: 4 },
  );
});

const piece = fc.oneof(
  odd,
  fc.constantFrom(
    'revenue',
    'orders_placed',
    'paid_rate',
    'rate',
    'balance',
    'first_order',
    'channel',
    'region',
    'month',
    'day',
  ),
  fc.constantFrom(
    'orders.amount',
    'orders.status',
    'lines.price',
    'invoices.total',
    'customers.region',
    'accounts.balance',
    'status',
    'amount',
  ),
  fc.constantFrom(
    ' + ',
    ' - ',
    ' * ',
    ' / ',
    ' > ',
    ' and ',
    ' or ',
    ' not ',
    ' in (',
    ' between ',
    ' is null',
    ' || ',
    ' like ',
    ', ',
  ),
  fc.constantFrom(
    'avg(',
    'min(',
    'first(',
    'quantile(',
    'rolling(',
    'growth(',
    'share(',
    'to_date(',
    'whole(',
    'opening(',
    'top_share(',
    'retention(',
  ),
  fc.constantFrom(
    'coalesce(',
    'round(',
    'cast(',
    'if(',
    'nullif(',
    'date_trunc(',
    'date_diff(',
    'concat(',
    'power(',
    'approx(',
    'days()',
    'lower(',
  ),
  fc.constantFrom(
    ' per ',
    ' skip',
    ' dated ',
    ' unfiltered',
    ' by ',
    ' within 7 days',
    ', full',
    ' when ',
    ' then ',
    ' else ',
    '28 days',
    '10%',
    '0',
    'null',
  ),
);

const soup = fc.array(piece, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(''));

const join = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((texts) => texts.join(''));

/** Formulas that are mostly well formed, and often well typed. */
const { result, row } = fc.letrec<{ result: string; row: string; condition: string; member: string }>((tie) => {
  const dimension = fc.constantFrom(
    'channel',
    'region',
    'orders.status',
    'customers.customer_id',
    'orders.customer_id',
  );
  const level = fc.constantFrom('day', 'week', 'month', 'quarter', 'year', 'fiscal_year');
  const span = fc.constantFrom('1 month', '1 year', '7 days', '4 weeks', '2 quarters');
  const binary = fc.constantFrom(' + ', ' - ', ' * ', ' / ', ' > ', ' = ', ' <= ');
  const number = fc.constantFrom('0', '2', '0.5', '10%', '5 EUR', '3 hours', '2 order', 'rate', 'floor', 'null');
  const function1 = fc.constantFrom('abs', 'round', 'floor', 'approx', 'sqrt', 'coalesce', 'lower', 'year', 'length');
  const aggregate = fc.constantFrom('sum', 'avg', 'min', 'max', 'count', 'median', 'first', 'last', 'stddev', 'count');
  return {
    result: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom(
        'revenue',
        'costs',
        'orders_placed',
        'buyers',
        'visit_count',
        'paid_rate',
        'prep_time',
        'weight',
        'balance',
      ),
      fc.constantFrom(
        'count(orders)',
        'days()',
        'target(revenue_k)',
        'first_order',
        'first_channel',
        'is_open',
        'rating',
      ),
      number,
      join(aggregate, '(', tie('row'), ')'),
      join(aggregate, '(orders.', tie('row'), ' where ', tie('condition'), ')'),
      join(tie('result'), binary, tie('result')),
      join('(', tie('result'), ')'),
      join('(', tie('result'), ' where ', tie('member'), ')'),
      join('(', tie('result'), ' across ', fc.oneof(dimension, fc.constantFrom('all', 'time')), ')'),
      join(aggregate, '(', tie('result'), ' per ', fc.oneof(dimension, level), ')'),
      join(aggregate, '(', tie('result'), ' per ', level, ' where ', tie('result'), ' > ', number, ')'),
      join(fc.constantFrom('prior', 'change', 'growth', 'rolling'), '(', tie('result'), ', ', span, ')'),
      join(fc.constantFrom('to_date', 'whole'), '(', tie('result'), ', ', level, ')'),
      join(fc.constantFrom('cumulative', 'opening', 'closing'), '(', tie('result'), ')'),
      join('share(', tie('result'), ', ', dimension, ')'),
      join('coalesce(', tie('result'), ', ', tie('result'), ')'),
      join('case when ', tie('result'), ' then ', tie('result'), ' else ', tie('result'), ' end'),
      join('convert(', tie('result'), " to USD at date '2026-01-31')"),
      join(function1, '(', tie('result'), ')'),
    ),
    row: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constantFrom(
        'amount',
        'cost',
        'quantity',
        'status',
        'gift',
        'due_on',
        'ordered_at',
        'weight',
        'net',
        'prep',
        'coupon',
      ),
      fc.constantFrom(
        'orders.amount',
        'orders.status',
        'customers.region',
        'customers.credit',
        'lines.price',
        'invoices.total',
      ),
      number,
      join(tie('row'), binary, tie('row')),
      join(function1, '(', tie('row'), ')'),
      join('coalesce(', tie('row'), ', ', tie('row'), ')'),
      join('case when ', tie('condition'), ' then ', tie('row'), ' end'),
      join(aggregate, '(', tie('row'), ')'),
      join('convert(', tie('row'), ' to EUR at ', tie('row'), ')'),
      join('date_diff(day, ', tie('row'), ', ', tie('row'), ')'),
    ),
    condition: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constantFrom(
        'gift',
        "status = 'paid'",
        "channel in ('web', 'shop')",
        'quantity > 2',
        'customers.vip',
        'discount is null',
      ),
      join(tie('row'), binary, tie('row')),
      join(tie('condition'), fc.constantFrom(' and ', ' or '), tie('condition')),
      join('not ', tie('condition')),
    ),
    member: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constantFrom(
        "channel = 'web'",
        "region = 'EU'",
        "orders.status = 'paid'",
        'orders.amount > 5 EUR',
        'region is null',
      ),
      join(tie('member'), fc.constantFrom(' and ', ' or '), tie('member')),
      join(dimension, fc.constantFrom(' = ', ' > '), tie('row')),
    ),
  };
});

const quotedFormula = (formula: string): string => JSON.stringify(formula);

const inPlaces: readonly ((formula: string) => readonly SourceFile[])[] = [
  (formula) => [...small, { path: 'x.kpi.yaml', text: `metrics:\n  soup: ${quotedFormula(formula)}\n  more: soup\n` }],
  (formula) =>
    small.map(({ path, text }) => ({
      path,
      text: text.replace('      net: {', () => `      soup: { formula: ${quotedFormula(formula)} }\n      net: {`),
    })),
  (formula) => [...small, { path: 'x.kpi.yaml', text: `parameters:\n  soup: ${quotedFormula(formula)}\n` }],
  (formula) => [
    ...small,
    {
      path: 'x.kpi.yaml',
      text: `kpis:\n  soup: { formula: ${quotedFormula(formula)}, goal: more, owner: sales, direction: down, every: month, baseline: ${quotedFormula(formula)}, target: 0 }\nmetrics:\n  more: target(soup)\n`,
    },
  ],
  (formula) => [
    ...small,
    {
      path: 'x.kpi.yaml',
      text: `kpis:\n  soup: { metric: revenue, where: ${quotedFormula(formula)}, goal: more, owner: sales, direction: up, every: month, target: 5 EUR }\n`,
    },
  ],
];

const place = fc.constantFrom(...inPlaces);

test('any formula at any place', () => {
  fc.assert(
    fc.property(place, soup, (files, formula) => {
      hold(files(formula));
    }),
    { numRuns: 600, seed: 5 },
  );
});

test('well-formed formulas at any place: what is unknown was reported', () => {
  let right = 0;
  fc.assert(
    fc.property(place, fc.oneof(result, row), (files, formula) => {
      hold(files(formula));
      right += parseProject(files(formula)).diagnostics.some(({ severity }) => severity === 'error') ? 0 : 1;
    }),
    { numRuns: 1500, seed: 8 },
  );
  expect(right, 'most of the formulas would be wrong, and the property empty').toBeGreaterThan(100);
});

test('any text at all', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), soup, fc.lorem()), { maxLength: 4 }),
      (texts) => {
        hold(texts.map((text, i) => ({ path: i === 0 ? 'kpi.project.yaml' : `${i}.kpi.yaml`, text })));
      },
    ),
    { numRuns: 800, seed: 6 },
  );
});

test('any name, for everything that has one', () => {
  const name = fc.oneof(
    odd,
    fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }),
    fc.constant('n'.repeat(5000)),
  );
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      const [x, y, z] = [a, b, c].map((one) => JSON.stringify(one));
      const inFormula = JSON.stringify(`sum("${a}"."${b}") + "${c}"`);
      hold([
        {
          path: 'a.kpi.yaml',
          text: `datasets:
  ${x}: { one: ${y}, key: ${z}, time: ${y}, fields: { ${y}: date, ${z}: { type: text, references: ${x}, as: ${y} }, s: integer ${a} } }
dimensions: { ${x}: [${JSON.stringify(`${a}.${b}`)}], ${y}: ${z} }
metrics: { ${x}: ${inFormula}, ${y}: ${z}, ${z}: ${x} }
parameters: { ${x}: ${y} }
owners: { ${x}: { kind: team, team: ${y} } }
goals: { ${x}: { title: ${y}, parent: ${z}, owner: ${x} } }
kpis: { ${x}: { metric: ${y}, goal: ${x}, owner: ${z}, direction: up, by: ${y}, every: ${z}, target: ${x} } }
tests: { ${x}: { given: { ${x}: [ { ${y}: 1 } ] }, expect: [ { metric: ${y}, value: 1 } ] } }
questions: { ${x}: { metrics: [${y}], by: [${z}] } }
use: { ${x}: { from: ${y} } }
`,
        },
      ]);
    }),
    { numRuns: 150, seed: 7 },
  );
});

test('one thing over and over, and deep nesting', () => {
  const pieces = [
    '{',
    '[',
    '- ',
    '? ',
    'a: ',
    '  ',
    '(',
    'a where ',
    'case when ',
    '"',
    'metrics:\n',
    'a:\n ',
    '&a ',
    '!',
    '|\n',
    '{a: ',
  ];
  for (const one of pieces) {
    for (const times of [10, 100, 3000]) {
      hold([{ path: 'a.kpi.yaml', text: `metrics:\n  a: ${one.repeat(times)}` }]);
      hold([{ path: 'a.kpi.yaml', text: one.repeat(times) }]);
    }
  }
  for (const formula of [
    '('.repeat(240) + '1' + ')'.repeat(240),
    '1' + ' + 1'.repeat(240),
    '-'.repeat(200) + '1',
    `${'not '.repeat(200)}true`,
  ])
    hold([{ path: 'a.kpi.yaml', text: `metrics:\n  a: '${formula}'` }]);
});

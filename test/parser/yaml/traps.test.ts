import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../packages/parser/src/diagnostic/diagnostic.js';
import { readYaml } from '../../../packages/parser/src/yaml/read-yaml.js';
import { plainTree, type Plain } from './plain-tree.js';

interface Trap {
  /** The place of the diagnostic stands between « and ». */
  readonly text: string;
  readonly code: string;
  readonly tree: Plain;
  /** The text after the first fix. */
  readonly fixed?: string;
}

const b = { b: '1' };

const traps: Record<string, Trap> = {
  'an alias': { text: 'a: «*x»\nb: 1', code: 'KPI1007', tree: { a: 'broken *x', ...b }, fixed: 'a: "*x"\nb: 1' },
  'an alias in a list': { text: 'a: [«*x», y]\nb: 1', code: 'KPI1007', tree: { a: ['broken *x', 'y'], ...b } },
  'an alias as a key': { text: '«*x» : 2\nb: 1', code: 'KPI1007', tree: b },
  'an anchor on a formula': {
    text: 'a: «&x» + y\nb: 1',
    code: 'KPI1006',
    tree: { a: 'broken &x + y', ...b },
    fixed: 'a: "&x + y"\nb: 1',
  },
  'an anchor on a map': { text: 'a: «&x»\n  c: 2\nb: 1', code: 'KPI1006', tree: { a: { c: '2' }, ...b } },
  'an anchor on a quoted text': { text: 'a: «&x» "y"\nb: 1', code: 'KPI1006', tree: { a: 'y', ...b } },
  'an anchor on a key': { text: '«&x» a: 2\nb: 1', code: 'KPI1006', tree: { a: '2', ...b }, fixed: 'a: 2\nb: 1' },
  'a tag that was a not': {
    text: 'a: «!not» x\nb: 1',
    code: 'KPI1008',
    tree: { a: 'broken !not x', ...b },
    fixed: 'a: "!not x"\nb: 1',
  },
  'a known tag': { text: 'a: «!!str» "2"\nb: 1', code: 'KPI1008', tree: { a: '2', ...b } },
  'a merge key': { text: 'c: 2\n«<<»: {d: 3}\nb: 1', code: 'KPI1009', tree: { c: '2', ...b } },
  'a merge key with an alias': { text: 'c: 2\n«<<»: *x\nb: 1', code: 'KPI1009', tree: { c: '2', ...b } },
  'a duplicate key': { text: 'b: 1\n«b»: 2', code: 'KPI1005', tree: b },
  'a duplicate key in other quotes': { text: 'a: {b: 1, «"b"»: 2}', code: 'KPI1005', tree: { a: b } },
  'several documents': {
    text: 'a: {c: 2}\n«---»\na: {d: 3}\nb: 1',
    code: 'KPI1010',
    tree: { a: { c: '2', d: '3' }, ...b },
  },
  'a directive': { text: '«%YAML 1.1»\n---\nb: 1', code: 'KPI1011', tree: b },
  'a list as a key': { text: '«[a]»: 2\nb: 1', code: 'KPI1012', tree: b },
  'a key with a question mark': { text: '«?» a\n: 2\n', code: 'KPI1012', tree: { a: '2' } },
  'no key': { text: '«»: 2\nb: 1', code: 'KPI1012', tree: b },
  'a list at the root': { text: '«- a\n- b»', code: 'KPI1014', tree: '(none)' },
  'a text at the root': { text: '«hello»\n', code: 'KPI1014', tree: '(none)' },
  'a per cent sign': {
    text: "a: «%x = 'y'»\nb: 1",
    code: 'KPI1015',
    tree: { a: "%x = 'y'", ...b },
    fixed: `a: "%x = 'y'"\nb: 1`,
  },
  'an at sign': { text: 'a: «@x»  # c\nb: 1', code: 'KPI1015', tree: { a: '@x', ...b }, fixed: 'a: "@x"  # c\nb: 1' },
  'a backtick': { text: 'a: «`x`»\nb: 1', code: 'KPI1015', tree: { a: '`x`', ...b }, fixed: 'a: "`x`"\nb: 1' },
  'a greater sign': { text: 'a: «> 5»\nb: 1', code: 'KPI1015', tree: { a: '> 5', ...b }, fixed: 'a: "> 5"\nb: 1' },
  'two bars': { text: 'a: «|| x»\nb: 1', code: 'KPI1015', tree: { a: '|| x', ...b } },
  'a quoted beginning': {
    text: "a: «'paid' = status»\nb: 1",
    code: 'KPI1015',
    tree: { a: "'paid' = status", ...b },
    fixed: `a: "'paid' = status"\nb: 1`,
  },
  'a double-quoted beginning': {
    text: 'a: «"x" || "y"»\nb: 1',
    code: 'KPI1015',
    tree: { a: '"x" || "y"', ...b },
    fixed: `a: '"x" || "y"'\nb: 1`,
  },
  'both kinds of quotes': {
    text: `a: «"x" = 'y'»\nb: 1`,
    code: 'KPI1015',
    tree: { a: `"x" = 'y'`, ...b },
    fixed: `a: '"x" = ''y'''\nb: 1`,
  },
  'an apostrophe': {
    text: "a: «'it's here'»\nb: 1",
    code: 'KPI1015',
    tree: { a: "'it's here'", ...b },
    fixed: `a: "it's here"\nb: 1`,
  },
  'a list beside its key': {
    text: 'a: «- x»\nb: 1',
    code: 'KPI1015',
    tree: { a: '- x', ...b },
    fixed: 'a: "- x"\nb: 1',
  },
  'braces at the beginning': { text: 'a: «{x} / y»\nb: 1', code: 'KPI1015', tree: { a: '{x} / y', ...b } },
  'brackets at the beginning': { text: 'a: «[x] + y»\nb: 1', code: 'KPI1015', tree: { a: '[x] + y', ...b } },
  'a brace too many': { text: 'a: «{x: 2}}»\nb: 1', code: 'KPI1015', tree: { a: '{x: 2}}', ...b } },
  'an open single quote': {
    text: "a: «'»x\nb: 1",
    code: 'KPI1016',
    tree: { a: "broken 'x", ...b },
    fixed: "a: 'x'\nb: 1",
  },
  'an open double quote': { text: 'a: «"»x\\"\nb: 1', code: 'KPI1016', tree: { a: 'broken "x\\"', ...b } },
  'an open quote in braces': {
    text: "a: {c: «'»x, d: 2}\nb: 1",
    code: 'KPI1016',
    tree: { a: { c: "broken 'x", d: '2' }, ...b },
  },
  'a comma in a formula in braces': {
    text: 'a: {f: «count(x, y)», u: 2}\nb: 1',
    code: 'KPI1017',
    tree: { a: { f: 'count(x, y)', u: '2' }, ...b },
    fixed: 'a: {f: "count(x, y)", u: 2}\nb: 1',
  },
  'brackets in a formula in braces': {
    text: 'a: {f: «x in [y, z]», u: 2}\nb: 1',
    code: 'KPI1017',
    tree: { a: { f: 'x in [y, z]', u: '2' }, ...b },
    fixed: 'a: {f: "x in [y, z]", u: 2}\nb: 1',
  },
  'quotes in a formula in braces': {
    text: "a: {f: «x in ('y', 'z')», u: 2}\nb: 1",
    code: 'KPI1017',
    tree: { a: { f: "x in ('y', 'z')", u: '2' }, ...b },
  },
  'a quoted beginning in braces': {
    text: "a: {f: «'y' = x», u: 2}\nb: 1",
    code: 'KPI1017',
    tree: { a: { f: "'y' = x", u: '2' }, ...b },
  },
  'double braces': { text: 'a: «{{ x }}»\nb: 1', code: 'KPI1017', tree: { a: '{{ x }}', ...b } },
  'braces around a list': { text: 'a: {«x», y}\nb: 1', code: 'KPI1017', tree: { a: {}, ...b } },
  'a line that is too deep': { text: 'm:\n  a: x\n    «c: y»\n  b: 1', code: 'KPI1018', tree: { m: { a: 'x', ...b } } },
  'lines between two columns': {
    text: 'm:\n   a: x\n  «c: y»\n  d: z\nb: 1',
    code: 'KPI1018',
    tree: { m: { a: 'x' }, ...b },
  },
  'a key among items': { text: 'm:\n  - x\n  «c: y»\nb: 1', code: 'KPI1018', tree: { m: ['x'], ...b } },
  'an item among keys': { text: 'm: x\n- «c»\nb: 1', code: 'KPI1018', tree: { m: 'x', ...b } },
  'no colon': { text: 'm:\n  «revenue»\n  c: y\nb: 1', code: 'KPI1019', tree: { m: { c: 'y' }, ...b } },
  'no space after the colon': {
    text: 'm:\n  «revenue:»sum(x)\n  c: y\nb: 1',
    code: 'KPI1019',
    tree: { m: { revenue: 'sum(x)', c: 'y' }, ...b },
    fixed: 'm:\n  revenue: sum(x)\n  c: y\nb: 1',
  },
  'a colon in a title': {
    text: 'm:\n  a: Revenue«:» gross\n  c: y\nb: 1',
    code: 'KPI1020',
    tree: { m: { a: 'Revenue: gross', c: 'y' }, ...b },
    fixed: 'm:\n  a: "Revenue: gross"\n  c: y\nb: 1',
  },
  'an unknown escape': {
    text: 'a: "«\\d»+"\nb: 1',
    code: 'KPI1021',
    tree: { a: '\\d+', ...b },
    fixed: 'a: "\\\\d+"\nb: 1',
  },
  'a glued comment': { text: "a: 'x'«#c»\nb: 1", code: 'KPI1022', tree: { a: 'x', ...b }, fixed: "a: 'x' #c\nb: 1" },
  'an open bracket': { text: 'a: «[»x, y\nb: 1', code: 'KPI1023', tree: { a: 'broken [x, y', ...b } },
  'an open brace over lines': {
    text: 'm:\n  a: «{»\n    x: 2,\n  b: 1',
    code: 'KPI1023',
    tree: { m: { a: 'broken {', ...b } },
  },
  'two commas': { text: 'a: [x,«,»y]\nb: 1', code: 'KPI1024', tree: { a: ['x', 'y'], ...b }, fixed: 'a: [x,y]\nb: 1' },
  'a comma missing at the end of a line': {
    text: 'a: {\n  x: 2\n  «y»: 3\n  }\nb: 1',
    code: 'KPI1024',
    tree: { a: { x: '2', y: '3' }, ...b },
  },
  'a tab': {
    text: 'm:\n«\t»a: x\n\tc: y\nb: 1',
    code: 'KPI1004',
    tree: { m: { a: 'x', c: 'y' }, ...b },
    fixed: 'm:\n  a: x\n  c: y\nb: 1',
  },
  'a tab behind a dash': { text: 'm:\n«-\t»a: x\nb: 1', code: 'KPI1004', tree: { m: [{ a: 'x' }], ...b } },
  'bytes that are not UTF-8': { text: 'a: caf«\ufffd»\nb: 1', code: 'KPI1002', tree: { a: 'caf\ufffd', ...b } },
  'a NUL': { text: 'a: x«\0»y\nb: 1', code: 'KPI1003', tree: { a: 'x\ufffdy', ...b } },
  'a carriage return alone': { text: 'a: x«\r»b: 1', code: 'KPI1003', tree: { a: 'x', ...b }, fixed: 'a: x\nb: 1' },
  'a byte order mark inside': { text: 'a: x«\ufeff»\nb: 1', code: 'KPI1003', tree: { a: 'x\ufeff', ...b } },
  'half of a surrogate pair': { text: 'a: x«\ud83d»\nb: 1', code: 'KPI1003', tree: { a: 'x\ud83d', ...b } },
  'flow nesting': {
    text: `a: ${'['.repeat(63)}«[»${'['.repeat(100)}\nb: 1`,
    code: 'KPI1013',
    tree: { a: `broken ${'['.repeat(164)}`, ...b },
  },
};

function apply(text: string, edits: readonly Edit[]): string {
  return edits
    .toReversed()
    .reduce((text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end), text);
}

describe('readYaml', () => {
  it.each(Object.entries(traps))('refuses %s with one diagnostic and reads the rest', (_name, trap) => {
    const start = trap.text.indexOf('«');
    const end = trap.text.indexOf('»') - 1;
    const text = trap.text.replace(/[«»]/g, '');
    const { value, diagnostics } = readYaml({ path: 'f', text });
    expect(diagnostics.map(({ code, severity, span }) => [code, severity, span.start, span.end])).toEqual([
      [trap.code, 'error', start, end],
    ]);
    expect(plainTree(value)).toEqual(trap.tree);
    for (const { message, help, notes } of diagnostics) {
      expect(message).toMatch(/^(?:YAML |[^A-Z]).*[^.]$/s);
      expect(help).toBeTruthy();
      expect(notes).not.toEqual([]);
    }
    if (trap.fixed === undefined) return;
    const fixed = apply(text, diagnostics[0]?.fixes[0]?.edits ?? []);
    expect(fixed).toBe(trap.fixed);
    expect(readYaml({ path: 'f', text: fixed }).diagnostics).toEqual([]);
  });

  it('accepts a byte order mark, Windows line ends and a document start, with places that fit', () => {
    const text = '\ufeff---\r\na: x\r\nb:\r\n  c: "y"\r\n';
    const { value, diagnostics } = readYaml({ path: 'f', text });
    expect(diagnostics).toEqual([]);
    const [a, b] = value?.entries ?? [];
    expect(plainTree(value)).toEqual({ a: 'x', b: { c: 'y' } });
    expect(text.slice(a?.value.span.start, a?.value.span.end)).toBe('x');
    expect(text.slice(b?.value.span.start, b?.value.span.end)).toBe('c: "y"');
  });

  it.each(['', '\n\n', '# only\n# comments\n', '\ufeff', '---\n', '---\n# c\n...\n'])(
    'reads %j as an empty map',
    (text) => {
      expect(readYaml({ path: 'f', text })).toEqual({
        value: { kind: 'map', flow: false, entries: [], span: { file: 'f', start: 0, end: 0 } },
        diagnostics: [],
      });
    },
  );

  it('never turns a scalar into a value', () => {
    const { value } = readYaml({
      path: 'f',
      text: 'a: 10.10\nb: 010\nc: 1e3\nd: yes\ne: ~\nf: 2026-01-31\ng: 0x1F\nh: null\ni: &x 1',
    });
    expect(plainTree(value)).toEqual({
      a: '10.10',
      b: '010',
      c: '1e3',
      d: 'yes',
      e: '~',
      f: '2026-01-31',
      g: '0x1F',
      h: 'null',
      i: 'broken &x 1',
    });
  });

  it('reports every mistake of a file, each once', () => {
    const text = `metrics:
  a: 'paid' = status
  b: @x
  c: count(x)
  d: {f: count(x, y)}
  e: *all
  f: !not x
  c: again
goals:
	g: 1
kpis:
  h: "open
  i: 1
`;
    const { value, diagnostics } = readYaml({ path: 'f', text });
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'KPI1015',
      'KPI1015',
      'KPI1017',
      'KPI1007',
      'KPI1008',
      'KPI1005',
      'KPI1004',
      'KPI1016',
    ]);
    expect(plainTree(value)).toEqual({
      metrics: {
        a: "'paid' = status",
        b: '@x',
        c: 'count(x)',
        d: { f: 'count(x, y)' },
        e: 'broken *all',
        f: 'broken !not x',
      },
      goals: { g: '1' },
      kpis: { h: 'broken "open', i: '1' },
    });
  });

  it('refuses a file of more than ten million characters', () => {
    const { value, diagnostics } = readYaml({ path: 'f', text: '#'.repeat(10_000_001) });
    expect(value).toBeNull();
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['KPI1001', 'the file has 10,000,001 characters'],
    ]);
  });

  const hostile: Record<string, string> = {
    'a billion laughs': `a: &a [x]\n${[...Array(40).keys()].map((i) => `b${i}: &b${i} [*a, *a, *b${i}]\n`).join('')}`,
    'ten thousand brackets': `a: ${'['.repeat(10_000)}`,
    'ten thousand levels': [...Array(1000).keys()].map((i) => `${' '.repeat(i)}a:\n`).join(''),
    'a long row of colons': `a${': '.repeat(50_000)}`,
    'a long row of dashes': '- '.repeat(50_000),
    'comments under empty lines': `a:\n  b:\n    c: 1\n${'\n'.repeat(50_000)}${'    # c\n'.repeat(20_000)}  d: @\n`,
    'many aliases': `a: [${'*x, '.repeat(20_000)}]`,
    'many mistakes': 'a: @\n'.repeat(20_000),
    'many open quotes': "a: 'x\n".repeat(20_000),
    'many duplicate keys': 'a: 1\n'.repeat(20_000),
    'many documents': '---\n'.repeat(20_000),
    'many backslashes': `a: "${'\\'.repeat(99_999)}`,
    'one long quoted line': `a: '${"''".repeat(50_000)}`,
  };

  it.each(Object.keys(hostile))('survives %s with at most a hundred diagnostics', (name) => {
    const { diagnostics } = readYaml({ path: 'f', text: hostile[name] ?? '' });
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThanOrEqual(100);
  });
});

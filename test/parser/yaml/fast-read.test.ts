import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fastRead } from '../../../packages/parser/src/yaml/fast-read.js';
import { readWithPackage } from '../../../packages/parser/src/yaml/read-with-package.js';
import { documents, mutants, soundDocuments, soup } from './arbitraries.js';

const runs = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 1000), seed: Number(process.env['FUZZ_SEED'] ?? 1) };

/** True where the fast reader was sure. */
function agrees(text: string): boolean {
  const file = { path: 'f', text };
  const fast = fastRead(file);
  if (fast === null) return false;
  const { value, diagnostics } = readWithPackage(file);
  expect(diagnostics, JSON.stringify(text)).toEqual([]);
  expect(fast, JSON.stringify(text)).toEqual(value);
  return true;
}

describe('fastRead', () => {
  it('reads what the package reads, places included, or is not sure', () => {
    fc.assert(
      fc.property(fc.oneof(soundDocuments, documents, mutants, soup), (text) => void agrees(text)),
      runs,
    );
  });

  it('is sure of the ordinary shapes', () => {
    const text = `# definitions
datasets:
  orders:
    from: orders/*.parquet   # a glob
    key: order_id
    fields:
      amount: decimal(2) EUR
      status: { type: text, values: [paid, cancelled], }
      net: { formula: "amount - coalesce(discount, 0 EUR)" }
      when: -5
dimensions:
  channel: [orders.channel,
    ad_spend.channel]   # two
  empty:
  list:
  - a
  - key: 'it''s'
    other: "x \\u00e9"
  -
  -   - not
`.replace('  -   - not\n', '');
    const blocks = `metrics:
  a:
    formula: |
      sum(orders.amount
        where status = 'paid')

    description: >-
      One line
      and another.

      A paragraph.
    values: {
      a: b,

      # comment
      c: [d, e]
    }
`;
    for (const lineEnd of ['\n', '\r\n']) {
      expect(agrees((text + blocks).replaceAll('\n', lineEnd)), lineEnd).toBe(true);
      expect(agrees(`\ufeff${text}`.replaceAll('\n', lineEnd))).toBe(true);
    }
    expect(agrees('')).toBe(true);
    expect(agrees('# nothing\n\n')).toBe(true);
  });

  it.each([
    'a: *x',
    'a: &x y',
    'a: !x y',
    'a: 1\na: 2',
    '<<: b',
    '---\na: 1',
    'a: 1\n...',
    '%YAML 1.2\n---\na: 1',
    '? a',
    'a:\tb',
    'a: b\tc',
    '\ta: b',
    'a: b\n  c',
    "a: 'b\n  c'",
    'a: b: c',
    'a: {b, c}',
    'a: [b',
    'a: [b, , c]',
    "a: 'b' c",
    'a: |+\n  b',
    'a: |2\n  b',
    ' a: b',
    'a:\n  b: 1\n c: 2',
    '- a',
    'a',
    'a: @b',
    'a: "\\q"',
    'a: \u0000',
    'a: \ufffd',
    'a: 1\rb: 2',
    `a: ${'['.repeat(60)}${']'.repeat(60)}`,
  ])('is not sure of %j', (text) => {
    expect(fastRead({ path: 'f', text })).toBeNull();
  });
});

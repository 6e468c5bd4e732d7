// The readers and the zod objects come out of the same shapes: here they are held to the same judgement.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataset } from '../../../packages/parser/src/shape/dataset.js';
import { dimension } from '../../../packages/parser/src/shape/dimension.js';
import { field } from '../../../packages/parser/src/shape/field.js';
import { definitionFile, projectFile } from '../../../packages/parser/src/shape/files.js';
import { goal } from '../../../packages/parser/src/shape/goal.js';
import { incentive } from '../../../packages/parser/src/shape/incentive.js';
import { kpi } from '../../../packages/parser/src/shape/kpi.js';
import { libraryUse } from '../../../packages/parser/src/shape/library-use.js';
import { metric } from '../../../packages/parser/src/shape/metric.js';
import { owner } from '../../../packages/parser/src/shape/owner.js';
import { parameter } from '../../../packages/parser/src/shape/parameter.js';
import { question } from '../../../packages/parser/src/shape/question.js';
import type { Reader } from '../../../packages/parser/src/shape/reader.js';
import { fits, type Form, type Shape } from '../../../packages/parser/src/shape/shape.js';
import { source } from '../../../packages/parser/src/shape/source.js';
import { target } from '../../../packages/parser/src/shape/target.js';
import { test as testReader } from '../../../packages/parser/src/shape/test.js';
import { zodOf } from '../../../packages/parser/src/shape/zod-schema.js';
import type { ScalarNode, YamlNode } from '../../../packages/parser/src/yaml/tree.js';

/** Every scalar its source text; a missing value is null. */
type Plain = string | null | readonly Plain[] | { readonly [key: string]: Plain };

const texts = [
  'a',
  'b',
  'orders.channel',
  'a b',
  'none',
  'next',
  'true',
  'false',
  'no value',
  'range',
  '0',
  '7',
  '010',
  '1e3',
  '0.5',
  '25%',

  '2026',
  '2026-01',
  '2026-01-31',
  '2026-02-30',
  '3 days',
  '6 months',
  'EUR',
  'eur',
  'p50',
  ';',
  '||',
  'a\nb',
  '',
  ' ',
  'a.',
  '.',

  'orders.csv',
  'x.txt',
  'x.json',
  'https://x.org/a.csv',
  'decimal(2) EUR',
  'decimal(19)',
  'integer',
  'text',
  'date',
  'number',
];

const wrong = fc.constantFrom<Plain>(null, 'a', [], {}, ['a'], ['a', 'a'], { a: 'b' }, { from: 'a', value: 'b' });

function textOf(form: Form): fc.Arbitrary<Plain> {
  if (form.types.join() === 'null') return fc.constant(null);
  const fitting = [...texts, ...(form.words ?? [])].filter((text) => fits(form, text));
  const any = fc.constantFrom(...texts);
  return fitting.length === 0 ? any : mixed(12, fc.constantFrom(...fitting), any);
}

function mixed(weight: number, usual: fc.Arbitrary<Plain>, odd: fc.Arbitrary<Plain>): fc.Arbitrary<Plain> {
  return fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

function plainOf(shape: Shape): fc.Arbitrary<Plain> {
  return mixed(40, usualOf(shape), wrong);
}

function usualOf(shape: Shape): fc.Arbitrary<Plain> {
  switch (shape.kind) {
    case 'scalar':
      return textOf(shape.form);
    case 'formula':
      return fc.constantFrom('a', 'sum(a)', "a = 'b'", '0.5', '');
    case 'list':
      return fc.array(plainOf(shape.of), { minLength: shape.least === 2 ? 2 : 0, maxLength: shape.most ?? 3 });
    case 'named':
      return fc
        .array(
          fc.tuple(
            textOf(shape.names).filter((name) => typeof name === 'string'),
            plainOf(shape.of),
          ),
          { maxLength: 3 },
        )
        .map((entries): Plain => Object.fromEntries(entries));
    case 'byKind':
      return fc.oneof(...[shape.scalar, shape.list, shape.map].filter((option) => option !== null).map(plainOf));
    case 'byKey':
      return fc.oneof(plainOf(shape.present), plainOf(shape.absent));
    case 'object': {
      const many = Object.keys(shape.keys).length;
      const entries = Object.entries(shape.keys).map(([name, { shape: of, required }]) =>
        fc
          .tuple(plainOf(of), fc.integer({ min: 0, max: 99 }))
          .map(([value, dice]): [string, Plain] | null =>
            dice < (required ? 97 : Math.min(25, 200 / many)) ? [name, value] : null,
          ),
      );
      const stray = fc
        .integer({ min: 0, max: 30 })
        .map((dice): [string, Plain] | null => (dice === 0 ? ['stray', 'x'] : null));
      return fc.tuple(...entries, stray).map((all): Plain => Object.fromEntries(all.filter((entry) => entry !== null)));
    }
  }
}

const span = { file: 'x.kpi.yaml', start: 0, end: 0 };

function scalarOf(text: string, style: ScalarNode['style']): ScalarNode {
  return { kind: 'scalar', style, text, span, map: null };
}

function nodeOf(plain: Plain): YamlNode {
  if (plain === null) return scalarOf('', 'plain');
  if (typeof plain === 'string') return scalarOf(plain, 'double');
  if (isList(plain)) return { kind: 'seq', flow: false, items: plain.map(nodeOf), span };
  const entries = Object.entries(plain).map(([key, value]) => ({ key: scalarOf(key, 'double'), value: nodeOf(value) }));
  return { kind: 'map', flow: false, entries, span };
}

function isList(plain: Plain): plain is readonly Plain[] {
  return Array.isArray(plain);
}

function accepts(reader: Reader<unknown>, plain: Plain): boolean {
  const reading = { file: { path: span.file, text: '' }, diagnostics: [], broken: [], damage: [], homesOf: () => [] };
  const value = reader.read(nodeOf(plain), scalarOf('x', 'plain'), reading);
  const accepted = reading.diagnostics.length === 0;
  if (accepted) expect(value).not.toBeNull();
  return accepted;
}

const readers: Readonly<Record<string, Reader<unknown>>> = {
  dataset,
  dimension,
  field,
  goal,
  incentive,
  kpi,
  libraryUse,
  metric,
  owner,
  parameter,
  question,
  source,
  target,
  test: testReader,
  definitionFile,
  projectFile,
};

test.each(Object.entries(readers))('the reader of %s accepts what zod accepts, and nothing else', (_name, reader) => {
  const schema = zodOf(reader.shape);
  let accepted = 0;
  let refused = 0;
  fc.assert(
    fc.property(plainOf(reader.shape), (plain) => {
      const judgement = schema.safeParse(plain).success;
      expect(accepts(reader, plain)).toBe(judgement);
      if (judgement) accepted++;
      else refused++;
    }),
    { seed: 20_261, numRuns: 2500 },
  );
  // The samples say something only where both occur often.
  expect(Math.min(accepted, refused)).toBeGreaterThan(20);
});

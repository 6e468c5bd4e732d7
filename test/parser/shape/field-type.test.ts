import { expect, test } from 'vitest';
import { baseTypes, parseFieldType } from '../../../packages/parser/src/shape/field-type.js';
import { complaints, helpOf, shape } from './read.js';

test.each([
  ['text', { base: 'text', scale: null, unitStart: null }],
  ['integer', { base: 'integer', scale: null, unitStart: null }],
  ['integer order', { base: 'integer', scale: null, unitStart: 8 }],
  ['decimal(0)', { base: 'decimal', scale: 0, unitStart: null }],
  ['decimal(2) EUR', { base: 'decimal', scale: 2, unitStart: 11 }],
  ['decimal(18) EUR/hour', { base: 'decimal', scale: 18, unitStart: 12 }],
  ['float  kilogram', { base: 'float', scale: null, unitStart: 7 }],
])('reads %s', (text, parsed) => {
  expect(parseFieldType(text)).toEqual(parsed);
});

test.each([
  ['number', 'write `integer`, or `decimal(2)` with its digits after the point'],
  ['number EUR', 'write `integer EUR`, or `decimal(2) EUR` with its digits after the point'],
  ['string', 'write `text`'],
  ['int order', 'write `integer order`'],
  ['money', 'write `decimal(2) EUR`'],
  ['varchar(20)', 'write `text`'],
  ['decimal', 'say how many digits stand after the point: `decimal(2)`'],
  ['decimal EUR', 'say how many digits stand after the point: `decimal(2) EUR`'],
  ['decimal(18, 2) EUR', 'write `decimal(2) EUR`: it takes one number, the digits after the point'],
  ['decimal(02)', 'write `decimal(2)`: it takes one number, the digits after the point'],
  ['decimal(19)', 'decimal takes at most 18 digits after the point; `float` has no fixed number'],
  ['decimal (2)', 'say how many digits stand after the point: `decimal(2) (2)`'],
  ['integer(4)', 'write `integer`: only decimal takes digits'],
  ['text EUR', 'write `text`: only numbers have a unit'],
  ['Integer', 'write `integer`'],
  ['timestmap', 'did you mean `timestamp`?'],
  ['time', 'write `timestamp` for an instant, `datetime` for a wall clock, `date` for a day'],
])('%s is told what to write', (text, help) => {
  expect(parseFieldType(text)).toEqual({ help });
});

test('a type that was mistaken is one diagnostic at the type, and the field stays without one', () => {
  const text = 'datasets: { d: { fields: { a: number, b: { type: "decimal(18, 2)" }, c: text } } }';
  expect(complaints(text)).toEqual([
    'KPI1109 at <number>: `a` takes a type such as `decimal(2) EUR`, `integer` or `text`, not `number`',
    'KPI1109 at <"decimal(18, 2)">: `type` takes a type such as `decimal(2) EUR`, `integer` or `text`, not `decimal(18, 2)`',
  ]);
  expect(shape(text).value.broken.map(({ section, name, key }) => [section, name.text, key])).toEqual([
    ['datasets', 'd', 'fields'],
  ]);
});

test('every base type alone, but for decimal, is a type', () => {
  for (const base of baseTypes) expect('base' in parseFieldType(base)).toBe(base !== 'decimal');
  expect(helpOf('datasets: { d: { fields: { a: decimal } } }')).toContain('decimal(2)');
});

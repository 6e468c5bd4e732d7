// A test: rows, and what metrics and KPIs must be over them.
import type { ExpectationDef, Located, TestDef } from './definitions.js';
import { bareNull } from './errors.js';
import { day, line } from './described.js';
import { cellForm, nameForm, wordsForm } from './forms.js';
import { namedValues } from './parameter-values.js';
import { formula } from './read-formula.js';
import { list } from './read-list.js';
import { named } from './read-named.js';
import { object, optional, required } from './read-object.js';
import { text } from './read-scalar.js';
import { located, refuse, type Reader } from './reader.js';

interface Cell {
  readonly field: Located;
  readonly value: Located | null;
}

const cellShape = text(cellForm).shape;

/** Read like a cell of a CSV file, so a bare `null` would be a text: it is refused. */
const cell: Reader<Cell> = {
  shape: cellShape,
  read: (node, at, reading) => {
    if (node.kind !== 'scalar') {
      refuse(node, at, cellShape, reading);
      return null;
    }
    if (node.broken === true) return null;
    if (node.style === 'plain' && /^(?:null|~)$/i.test(node.text)) {
      reading.diagnostics.push(bareNull(node, at));
      return null;
    }
    return { field: located(at), value: node.text === '' ? null : located(node) };
  },
};

const rows = list(named(cell, { noun: 'a field', names: nameForm }), { least: 0 });

const given = named(
  { shape: rows.shape, read: (node, at, reading) => rowsOf(at, rows.read(node, at, reading)) },
  { noun: 'a dataset', names: nameForm },
);

function rowsOf(at: Located, rows: readonly (readonly Cell[])[] | null) {
  return rows === null ? null : { dataset: { text: at.text, span: at.span }, rows };
}

interface GroupValue {
  readonly dimension: Located;
  readonly value: Located | null;
}

const groupValue: Reader<GroupValue> = {
  shape: cellShape,
  read: (node, at, reading) => {
    const value = cell.read(node, at, reading);
    return value === null ? null : { dimension: value.field, value: value.value };
  },
};

const expectation: Reader<ExpectationDef> = object({
  noun: 'an expectation',
  subject: 'item',
  keys: {
    metric: optional(line, 'the metric that is asked'),
    kpi: optional(line, 'the KPI that is asked'),
    over: optional(line, 'the period, such as `2026-03`, or `2026-01-01..2026-02-14`'),
    where: optional(formula, 'narrows the question'),
    by: optional(
      named(groupValue, { noun: 'a dimension', names: nameForm }),
      'the group: a value per dimension, none for the group without a value',
    ),
    value: optional(formula, 'the exact value, or `no value`'),
    reason: optional(line, 'why there is no value, such as `division_by_zero`'),
    status: optional(
      text(wordsForm(['no_data', 'not_due', 'stale', 'achieved', 'on_track', 'at_risk', 'off_track'])),
      'the status of the KPI',
    ),
    score: optional(formula, 'the exact score of the KPI'),
  },
  rules: [
    {
      kind: 'requires',
      when: null,
      others: [{ key: 'metric' }, { key: 'kpi' }],
      why: 'an expectation is about a metric or a KPI',
    },
    {
      kind: 'excludes',
      when: { key: 'metric' },
      others: [{ key: 'kpi' }],
      why: 'an expectation is about a metric or a KPI',
    },
    {
      kind: 'requires',
      when: null,
      others: [{ key: 'value' }, { key: 'reason' }, { key: 'status' }, { key: 'score' }],
      why: 'an expectation without them tests nothing',
    },
    {
      kind: 'excludes',
      when: { key: 'metric' },
      others: [{ key: 'status' }, { key: 'score' }],
      why: 'only a KPI has a status and a score',
    },
    {
      kind: 'excludes',
      when: { key: 'reason' },
      others: [{ key: 'value', unlike: /^no value$/ }],
      why: 'a reason is for no value',
    },
  ],
  build: ({ by, ...rest }, span) => ({ ...rest, by: by ?? [], span }),
});

export const test: Reader<TestDef> = object({
  noun: 'a test',
  subject: 'name',
  keys: {
    as_of: optional(day, 'the day that the test lives on; the last day of its latest `over` where nothing is said'),
    given: optional(given, 'rows by dataset; other datasets are empty'),
    parameters: optional(namedValues('a parameter'), 'values of parameters'),
    expect: required(list(expectation), 'what must come out'),
  },
  build: ({ as_of, given, parameters, expect }, span, at): TestDef => ({
    name: located(at),
    asOf: as_of,
    given: given ?? [],
    parameters: parameters ?? [],
    expect: expect ?? [],
    span,
  }),
});

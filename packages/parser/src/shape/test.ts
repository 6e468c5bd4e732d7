// A test: rows, and what metrics and KPIs must be over them.
import type { ExpectationDef, GivenDef, Located, TableCellDef, TestDef } from './definitions.js';
import { byKind } from './by-kind.js';
import { bareNull } from './errors.js';
import { day, line } from './described.js';
import { cellForm, freeNameForm, nameForm, wordsForm } from './forms.js';
import { namedValues } from './parameter-values.js';
import { formula } from './read-formula.js';
import { list, oneOrMore } from './read-list.js';
import { named } from './read-named.js';
import { object, optional, required } from './read-object.js';
import { text } from './read-scalar.js';
import { located, refuse, transform, type Reader } from './reader.js';

const onePart = 'an expectation is about one thing';

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

const file = object({
  noun: 'rows from a file',
  subject: 'key',
  keys: { file: required(line, 'a CSV or TSV file, relative to the folder of the project') },
  build: ({ file }) => file,
});

const givenRows: Reader<GivenDef> = transform(rows, (rows, at) => ({
  dataset: located(at),
  source: { kind: 'rows', rows },
}));

const givenFile: Reader<GivenDef> = transform(file, (path, at) => ({
  dataset: located(at),
  source: { kind: 'file', path },
}));

const given = named(byKind({ list: givenRows, map: givenFile }), { noun: 'a dataset', names: nameForm });

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

const groups = named(groupValue, { noun: 'a dimension', names: nameForm });

type Grouping = Pick<ExpectationDef, 'by' | 'keys'>;

/** A map says one group, a list the dimensions of a table. */
const grouping: Reader<Grouping> = byKind({
  scalar: transform(line, (key): Grouping => ({ by: [], keys: [key] })),
  list: transform(list(line), (keys): Grouping => ({ by: [], keys })),
  map: transform(groups, (by): Grouping => ({ by, keys: [] })),
});

/** A formula for a metric, a text for a dimension or a period: which one it is, the question knows. */
const tableCell: Reader<TableCellDef> = {
  shape: cellShape,
  read: (node, at, reading) => {
    if (node.kind === 'scalar' && node.text === '' && node.broken !== true) return { column: located(at), value: null };
    const value = formula.read(node, at, reading);
    return value === null ? null : { column: located(at), value };
  },
};

const table = transform(
  list(named(tableCell, { noun: 'a column', names: freeNameForm }), { least: 0 }),
  (rows, _at, node) => ({ rows, span: node.span }),
);

const expectation: Reader<ExpectationDef> = object({
  noun: 'an expectation',
  subject: 'item',
  keys: {
    metric: optional(line, 'the metric that is asked'),
    kpi: optional(line, 'the KPI that is asked'),
    metrics: optional(oneOrMore(line), 'the metrics of a table'),
    over: optional(line, 'the period, such as `2026-03`, or `2026-01-01..2026-02-14`'),
    where: optional(formula, 'narrows the question'),
    by: optional(
      grouping,
      'the group: a value per dimension, none for the group without a value; for a table, the list of its dimensions',
    ),
    grain: optional(line, 'the calendar level of a table, such as `month`'),
    value: optional(formula, 'the exact value, or `no value`'),
    reason: optional(line, 'why there is no value, such as `division_by_zero`'),
    status: optional(
      text(wordsForm(['no_data', 'not_due', 'stale', 'achieved', 'on_track', 'at_risk', 'off_track'])),
      'the status of the KPI',
    ),
    score: optional(formula, 'the exact score of the KPI'),
    target: optional(formula, 'the exact target of the KPI'),
    table: optional(table, 'all rows of the answer, each a value per column'),
    finding: optional(line, 'the code of what must be reported, such as `KPI7020`'),
  },
  rules: [
    {
      kind: 'requires',
      when: null,
      others: [{ key: 'metric' }, { key: 'kpi' }, { key: 'metrics' }, { key: 'finding' }],
      why: 'an expectation is about a metric, a KPI, a table of metrics or a finding',
    },
    { kind: 'excludes', when: { key: 'metric' }, others: [{ key: 'kpi' }, { key: 'metrics' }], why: onePart },
    { kind: 'excludes', when: { key: 'kpi' }, others: [{ key: 'metrics' }, { key: 'where' }], why: onePart },
    {
      kind: 'requires',
      when: null,
      others: [
        { key: 'value' },
        { key: 'reason' },
        { key: 'status' },
        { key: 'score' },
        { key: 'target' },
        { key: 'table' },
        { key: 'finding' },
      ],
      why: 'an expectation without them tests nothing',
    },
    {
      kind: 'excludes',
      when: { key: 'metric' },
      others: [{ key: 'status' }, { key: 'score' }, { key: 'target' }],
      why: 'only a KPI has a status, a score and a target',
    },
    {
      kind: 'needs',
      when: { key: 'table' },
      others: [{ key: 'metrics' }],
      why: 'a table is the answer to a question about metrics',
    },
    {
      kind: 'excludes',
      when: { key: 'metrics' },
      others: [{ key: 'value' }, { key: 'reason' }, { key: 'status' }, { key: 'score' }, { key: 'target' }],
      why: 'what several metrics are is said in a table',
    },
    { kind: 'needs', when: { key: 'grain' }, others: [{ key: 'metrics' }], why: 'one cell has one period' },
    {
      kind: 'excludes',
      when: { key: 'finding' },
      others: [
        { key: 'value' },
        { key: 'reason' },
        { key: 'status' },
        { key: 'score' },
        { key: 'target' },
        { key: 'table' },
      ],
      why: 'a finding is expected alone',
    },
    {
      kind: 'excludes',
      when: { key: 'reason' },
      others: [{ key: 'value', unlike: /^no value$/ }],
      why: 'a reason is for no value',
    },
  ],
  build: ({ by, metrics, ...rest }, span) => ({
    ...rest,
    by: by?.by ?? [],
    keys: by?.keys ?? [],
    metrics: metrics ?? [],
    span,
  }),
});

export const test: Reader<TestDef> = object({
  noun: 'a test',
  subject: 'name',
  keys: {
    as_of: optional(day, 'the day that the test lives on; the last day of its latest `over` where nothing is said'),
    given: optional(given, 'rows by dataset, or `{ file: rows.csv }`; other datasets are empty'),
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

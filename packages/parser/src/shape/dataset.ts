// A dataset: rows from a source, with a key, a time and typed fields.
import type { DatasetDef, Located, ValidDef } from './definitions.js';
import { byKind } from './by-kind.js';
import { day, described, duration, line } from './described.js';
import { field } from './field.js';
import { nameForm } from './forms.js';
import { named } from './read-named.js';
import { object, optional, required } from './read-object.js';
import { list, oneOrMore } from './read-list.js';
import { flag } from './read-scalar.js';
import { located, type Reader } from './reader.js';
import { source } from './source.js';

const valid = object({
  noun: 'an interval',
  subject: 'key',
  keys: {
    from: required(line, 'the field from which on a row is valid'),
    until: required(line, 'the field until which it is valid, or `next`'),
    each: optional(line, 'with `until: next`: the field whose next row ends this one'),
  },
  rules: [
    {
      kind: 'requires',
      when: { key: 'until', like: /^next$/ },
      others: [{ key: 'each' }],
      why: 'a row ends at the next row of the same thing',
    },
    {
      kind: 'needs',
      when: { key: 'each' },
      others: [{ key: 'until', like: /^next$/ }],
      why: 'a row that names its own end needs no other row',
    },
  ],
  build: ({ from, until, each }, span): ValidDef | null => {
    if (from === null) return null;
    const untilNext = until?.text === 'next';
    return { from, until: untilNext ? null : until, untilNext, each, span };
  },
});

const calendar = object({
  noun: 'a calendar of its own',
  subject: 'key',
  keys: {
    day: required(line, 'the field with the day of a row'),
    levels: required(list(line, { distinct: true }), 'the fields that name the bucket of each level'),
  },
  build: ({ day, levels }): { day: Located; levels: readonly Located[] } | null =>
    day === null || levels === null ? null : { day, levels },
});

export const dataset: Reader<DatasetDef> = object({
  noun: 'a dataset',
  subject: 'name',
  keys: {
    from: optional(source, 'a path or glob below the data folder, or a table of a connection'),
    ...described,
    one: optional(line, 'what one row is: the unit of counting; the name of the dataset where nothing is said'),
    key: optional(oneOrMore(line), 'the field or fields that identify a row'),
    time: optional(line, 'the default time of aggregates: a field, a path over references, or `none`'),
    timezone: optional(line, 'the zone of wall-clock times, such as `Europe/Berlin`'),
    snapshot: optional(line, 'snapshots: the field with the day of the state'),
    valid: optional(valid, 'intervals, half-open'),
    known_at: optional(line, 'when a row became known, where that is not its time'),
    plan: optional(flag, '`true` for plans, budgets and rates: neither hidden nor clipped by `as_of`'),
    grain: optional(line, 'the level of a plan: finer buckets are refused'),
    starts: optional(day, 'the first day of history'),
    fresh_within: optional(duration, 'without a row within this time the dataset is stale'),
    calendar: optional(calendar, 'a calendar of its own, such as 4-4-5: one row per day'),
    fields: required(byKind({ map: named(field, { noun: 'a field', names: nameForm }) }), 'the fields of a row'),
  },
  rules: [
    {
      kind: 'excludes',
      when: { key: 'snapshot' },
      others: [{ key: 'time' }, { key: 'valid' }],
      why: 'a dataset is events, snapshots or intervals',
    },
    {
      kind: 'excludes',
      when: { key: 'valid' },
      others: [{ key: 'time' }],
      why: 'a dataset is events, snapshots or intervals',
    },
    {
      kind: 'needs',
      when: { key: 'timezone' },
      others: [{ key: 'time', unlike: /^none$/ }, { key: 'snapshot' }, { key: 'valid' }],
      why: 'the zone places the time of a row',
    },
    {
      kind: 'idle',
      when: { key: 'starts' },
      others: [{ key: 'time', like: /^none$/ }],
      why: 'rows that are true at all times have no beginning',
    },
    {
      kind: 'idle',
      when: { key: 'fresh_within' },
      others: [{ key: 'time', like: /^none$/ }],
      why: 'rows that are true at all times do not age',
    },
    {
      kind: 'idle',
      when: { key: 'known_at' },
      others: [{ key: 'plan', like: /^true$/ }],
      why: '`as_of` does not hide rows of a plan',
    },
  ],
  build: ({ key, known_at, fresh_within, fields, ...rest }, span, at) => ({
    name: located(at),
    ...rest,
    key: key ?? [],
    knownAt: known_at,
    freshWithin: fresh_within,
    fields: fields ?? [],
    span,
  }),
});

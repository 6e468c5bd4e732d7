// A KPI: a metric that somebody answers for because a goal needs it.
import type { GuardrailDef, KpiDef, PlayDef, StatusDef } from './definitions.js';
import { benchmark } from './benchmark.js';
import { byKind } from './by-kind.js';
import { anyText, day, described, duration, line, numberText } from './described.js';
import { wordsForm } from './forms.js';
import { pacing } from './pacing.js';
import { formula } from './read-formula.js';
import { list, oneOrMore, pair } from './read-list.js';
import { named } from './read-named.js';
import { object, optional, required } from './read-object.js';
import { text, words } from './read-scalar.js';
import { located, transform, type Reader } from './reader.js';
import { target } from './target.js';

const status = object({
  noun: 'a status',
  subject: 'key',
  keys: {
    basis: required(words(['score', 'pace', 'forecast', 'value']), 'what the bands are about'),
    on_track: required(formula, 'the value from which on it is on track'),
    at_risk: optional(formula, 'the value from which on it is at risk; below it is off track'),
  },
  build: ({ basis, on_track, at_risk }, span): StatusDef => ({ basis, onTrack: on_track, atRisk: at_risk, span }),
});

/** `off_track` would hold back nothing. */
export const heldStatus = text(wordsForm(['at_risk', 'on_track', 'achieved']));

const guardrail = byKind({
  scalar: transform(line, (kpi): GuardrailDef => ({ kpi, atLeast: null, span: kpi.span })),
  map: object({
    noun: 'a guardrail',
    subject: 'item',
    keys: {
      kpi: required(line, 'the KPI that must not suffer'),
      at_least: optional(heldStatus, 'the status from which on it holds nothing back'),
    },
    build: ({ kpi, at_least }, span): GuardrailDef | null => (kpi === null ? null : { kpi, atLeast: at_least, span }),
  }),
});

const review = object({
  noun: 'a review',
  subject: 'key',
  keys: {
    every: required(duration, 'how often the definition is looked at again, such as `6 months`'),
    last: optional(day, 'the day of the last review'),
  },
  build: (values, span) => ({ ...values, span }),
});

const playForm = wordsForm(['no_data', 'stale', 'off_track', 'at_risk', 'on_track', 'achieved']);

const play = transform(anyText, (text, at): PlayDef => ({ status: located(at), text }));

export const kpi: Reader<KpiDef> = object({
  noun: 'a KPI',
  subject: 'name',
  keys: {
    metric: optional(line, 'the metric that it is about'),
    formula: optional(formula, 'what it is about, where no metric says it'),
    ...described,
    where: optional(formula, 'narrows the metric'),
    by: optional(oneOrMore(line), 'dimensions whose groups have targets of their own'),
    goal: optional(line, 'the goal that needs it'),
    owner: optional(line, 'the one who answers for it'),
    contributors: optional(oneOrMore(line), 'owners who take part'),
    direction: optional(words(['up', 'down', 'range']), 'where better is'),
    every: optional(line, 'the calendar level on which it is judged, such as `month`'),
    baseline: optional(formula, 'where it started'),
    target: optional(target, 'where it shall be: a formula, formulas by period, or a dataset of targets'),
    worst: optional(formula, 'with a limit: the value that scores 0'),
    at_most: optional(formula, 'an upper limit'),
    at_least: optional(formula, 'a lower limit'),
    range: optional(pair(formula), 'the bounds within which it scores 1'),
    tolerance: optional(formula, 'the distance from the range at which it scores 0'),
    curve: optional(list(pair(formula)), 'pairs of value and score, monotone'),
    cap: optional(formula, 'the highest score, up to 2'),
    spread: optional(
      text(wordsForm(['even', 'working_days', 'like prior year'])),
      'how a target is spread over finer buckets',
    ),
    pacing: optional(pacing, 'which share of the way is expected when'),
    status: optional(status, 'the bands of its status'),
    weight: optional(numberText, 'its weight in its goal; 1 where nothing is said'),
    guardrails: optional(list(guardrail), 'KPIs that hold its status back'),
    review: optional(review, 'when its definition is looked at again'),
    materiality: optional(formula, 'the smallest change that is a trend'),
    compare: optional(line, 'the period that the trend compares with, such as `1 year`'),
    benchmark: optional(benchmark, 'what others reach'),
    question: optional(anyText, 'the question that it answers, in plain words'),
    aliases: optional(oneOrMore(line), 'other names and abbreviations that people use, such as `CAC`'),
    playbook: optional(
      named(play, { noun: 'a status', names: playForm }),
      'what to do at a status, such as `off_track`',
    ),
  },
  rules: [
    {
      kind: 'requires',
      when: null,
      others: [{ key: 'metric' }, { key: 'formula' }],
      why: 'a KPI is a metric that somebody answers for',
    },
    { kind: 'excludes', when: { key: 'metric' }, others: [{ key: 'formula' }], why: 'a KPI is about one metric' },
    {
      kind: 'excludes',
      when: { key: 'at_most' },
      others: [{ key: 'at_least' }],
      why: 'both bounds together are a `range`',
    },
    {
      kind: 'excludes',
      when: { key: 'target' },
      others: [{ key: 'at_most' }, { key: 'at_least' }, { key: 'range' }],
      why: 'a KPI is scored one way: by target, by limit or by range',
    },
    {
      kind: 'excludes',
      when: { key: 'range' },
      others: [{ key: 'at_most' }, { key: 'at_least' }],
      why: 'a KPI is scored one way: by target, by limit or by range',
    },
    {
      kind: 'excludes',
      when: { key: 'range' },
      others: [{ key: 'direction', like: /^(?:up|down)$/ }],
      why: 'within a range neither up nor down is better',
    },
    {
      kind: 'requires',
      when: { key: 'direction', like: /^range$/ },
      others: [{ key: 'range' }],
      why: 'the bounds say where better is',
    },
    {
      kind: 'requires',
      when: { key: 'range' },
      others: [{ key: 'tolerance' }, { key: 'curve' }],
      why: 'outside the range the score falls to 0 over the tolerance',
    },
    {
      kind: 'needs',
      when: { key: 'tolerance' },
      others: [{ key: 'range' }],
      why: 'the tolerance is the distance from a range',
    },
    {
      kind: 'requires',
      when: { key: 'at_most' },
      others: [{ key: 'worst' }, { key: 'curve' }],
      why: 'a limit scores 1 at its bound and 0 at its worst value',
    },
    {
      kind: 'requires',
      when: { key: 'at_least' },
      others: [{ key: 'worst' }, { key: 'curve' }],
      why: 'a limit scores 1 at its bound and 0 at its worst value',
    },
    {
      kind: 'needs',
      when: { key: 'worst' },
      others: [{ key: 'at_most' }, { key: 'at_least' }],
      why: '`worst` is the value at which a limit scores 0',
    },
    {
      kind: 'idle',
      when: { key: 'baseline' },
      others: [{ key: 'range' }, { key: 'at_most' }, { key: 'at_least' }],
      why: 'only progress to a target starts at a baseline',
    },
    {
      kind: 'idle',
      when: { key: 'cap' },
      others: [{ key: 'range' }, { key: 'curve' }],
      why: 'a range scores at most 1, and a curve says its own highest score',
    },
    { kind: 'idle', when: { key: 'tolerance' }, others: [{ key: 'curve' }], why: 'the curve says every score' },
    { kind: 'idle', when: { key: 'worst' }, others: [{ key: 'curve' }], why: 'the curve says every score' },
    {
      kind: 'needs',
      when: { key: 'spread' },
      others: [{ key: 'target' }, { key: 'at_most' }, { key: 'at_least' }],
      why: 'a target is what is spread',
    },
    {
      kind: 'needs',
      when: { key: 'pacing' },
      others: [{ key: 'target' }],
      why: 'pacing says when which part of a target is expected',
    },
  ],
  build: ({ by, contributors, guardrails, at_most, at_least, ...rest }, span, at) => ({
    name: located(at),
    ...rest,
    by: by ?? [],
    contributors: contributors ?? [],
    guardrails: guardrails ?? [],
    atMost: at_most,
    atLeast: at_least,
    span,
  }),
});

// The target of a KPI: one formula, formulas by period and group, or a dataset of targets.
import type { TargetDef, TargetPeriodDef } from './definitions.js';
import { byKey, byKind } from './by-kind.js';
import { line } from './described.js';
import { freeNameForm, periodForm } from './forms.js';
import { formula } from './read-formula.js';
import { named } from './read-named.js';
import { object, optional, required } from './read-object.js';
import { located, transform, type Reader } from './reader.js';

const group = transform(formula, (value, at) => ({ group: located(at), value }));

const groups = transform(named(group, { noun: 'a group', names: freeNameForm }), (groups, at): TargetPeriodDef => ({
  period: located(at),
  value: null,
  groups,
}));

const one = transform(formula, (value, at): TargetPeriodDef => ({ period: located(at), value, groups: [] }));

const periods = transform(
  named(byKind({ scalar: one, map: groups }), { noun: 'a period of a target', names: periodForm }),
  (periods, _at, node): TargetDef => ({ kind: 'periods', periods, span: node.span }),
);

const fromDataset = object({
  noun: 'a target from a dataset',
  subject: 'key',
  keys: {
    from: required(line, 'the dataset of targets'),
    period: optional(line, 'the field with the period; the time of the dataset where nothing is said'),
    value: required(line, 'the field with the target'),
  },
  build: ({ from, period, value }, span): TargetDef | null =>
    from === null ? null : { kind: 'dataset', dataset: from, period, value, span },
});

/** `1_000 EUR`, `{ 2026-03: 45 EUR }`, `{ 2026-03: { web: 45 EUR } }`, or `{ from: targets, value: amount }`. */
export const target: Reader<TargetDef> = byKind({
  scalar: transform(formula, (formula): TargetDef => ({ kind: 'formula', formula })),
  map: byKey('from', fromDataset, periods),
});

// The pacing of a KPI: which share of the way to the target is expected when.
import type { PacingDef } from './definitions.js';
import { byKey, byKind } from './by-kind.js';
import { line } from './described.js';
import { shareForm } from './forms.js';
import { list, pair } from './read-list.js';
import { object, required } from './read-object.js';
import { text, words } from './read-scalar.js';
import { transform, type Reader } from './reader.js';

const simple = transform(words(['linear', 'working_days', 'like prior year']), ({ value, span }): PacingDef => {
  switch (value) {
    case 'linear':
      return { kind: 'linear', span };
    case 'working_days':
      return { kind: 'working_days', holidays: null, span };
    case 'like prior year':
      return { kind: 'like_prior_year', span };
  }
});

const workingDays = object({
  noun: 'working days with holidays',
  subject: 'key',
  keys: { holidays: required(line, 'the dataset whose days are not worked on') },
  build: ({ holidays }, span): PacingDef => ({ kind: 'working_days', holidays, span }),
});

const byWorkingDays = object({
  noun: 'pacing by working days',
  subject: 'key',
  keys: { working_days: required(workingDays, 'working days with holidays') },
  build: ({ working_days }) => working_days,
});

const bySteps = object({
  noun: 'pacing by steps',
  subject: 'key',
  keys: {
    steps: required(
      list(pair(text(shareForm))),
      'pairs of the elapsed share of the period and the expected share of the way',
    ),
  },
  build: ({ steps }, span): PacingDef | null => (steps === null ? null : { kind: 'steps', steps, span }),
});

/** `linear`, `working_days`, `like prior year`, `{ working_days: { holidays: d } }`, or `{ steps: [[0.5, 0.3]] }`. */
export const pacing: Reader<PacingDef> = byKind({ scalar: simple, map: byKey('steps', bySteps, byWorkingDays) });

// The kinds of files and what they may hold.
import type { Definitions, LibraryDef, ProjectDef } from './definitions.js';
import { dataset } from './dataset.js';
import { dimension } from './dimension.js';
import { projectKeyElsewhere } from './errors.js';
import { freeNameForm, nameForm } from './forms.js';
import { goal } from './goal.js';
import { incentive } from './incentive.js';
import { kpi } from './kpi.js';
import { libraryDef, libraryKeys } from './library.js';
import { libraryUse } from './library-use.js';
import { metric } from './metric.js';
import { owner } from './owner.js';
import { parameter } from './parameter.js';
import { defaultCalendar, defaultProject, projectKeys } from './project.js';
import { question } from './question.js';
import { section } from './read-section.js';
import { object, optional } from './read-object.js';
import type { Reader } from './reader.js';
import { test } from './test.js';

/** What the sections of one file say; null for a section that the file does not have. */
export type Sections = {
  readonly [P in Exclude<keyof Definitions, 'project' | 'library' | 'broken'>]: Definitions[P] | null;
};

const sectionKeys = {
  datasets: optional(section('datasets', dataset, { noun: 'a dataset', names: nameForm }), 'tables of rows'),
  dimensions: optional(
    section('dimensions', dimension, { noun: 'a dimension', names: nameForm }),
    'what numbers are grouped by',
  ),
  metrics: optional(section('metrics', metric, { noun: 'a metric', names: nameForm }), 'numbers that formulas define'),
  parameters: optional(
    section('parameters', parameter, { noun: 'a parameter', names: nameForm }),
    'constants that a question may replace',
  ),
  owners: optional(section('owners', owner, { noun: 'an owner', names: nameForm }), 'teams, roles and persons'),
  goals: optional(section('goals', goal, { noun: 'a goal', names: nameForm }), 'what KPIs are for'),
  kpis: optional(section('kpis', kpi, { noun: 'a KPI', names: nameForm }), 'metrics that somebody answers for'),
  incentives: optional(
    section('incentives', incentive, { noun: 'an incentive', names: nameForm }),
    'what reaching KPIs pays',
  ),
  tests: optional(section('tests', test, { noun: 'a test', names: freeNameForm }), 'rows and what must come out'),
  questions: optional(section('questions', question, { noun: 'a question', names: nameForm }), 'questions with a name'),
  use: optional(
    section('use', libraryUse, { noun: 'the use of a library', names: nameForm }),
    'libraries over inputs of this project',
  ),
};

/** The section that stands under a key of the root. */
export function sectionOf(key: string): keyof Sections | null {
  return key === 'use'
    ? 'uses'
    : Object.hasOwn(sectionKeys, key)
      ? (key as Exclude<keyof typeof sectionKeys, 'use'>)
      : null;
}

const isProjectKey: ReadonlySet<string> = new Set(Object.keys(projectKeys));

/** `*.kpi.yaml`. */
export const definitionFile: Reader<Sections> = object({
  noun: 'a definition file',
  subject: 'item',
  keys: sectionKeys,
  stranger: (key) => (isProjectKey.has(key.text) ? projectKeyElsewhere(key) : null),
  build: ({ use, ...sections }) => ({ ...sections, uses: use }),
});

/** `kpi.project.yaml`. */
export const projectFile: Reader<ProjectSays> = object({
  noun: 'a project file',
  subject: 'item',
  keys: { ...projectKeys, ...sectionKeys },
  build: ({ project, calendar, currency, data, connections, exchange_rates, severity, use, ...sections }) => ({
    project: {
      name: project,
      calendar: calendar ?? defaultCalendar,
      currency,
      data,
      connections: connections ?? [],
      exchangeRates: exchange_rates,
      severities: severity ?? [],
    },
    library: null,
    sections: { ...sections, uses: use },
  }),
});

const { calendar, currency, data, severity } = projectKeys;

/** `kpi.library.yaml`: what holds for the library's own checks and tests stands beside its head. */
export const libraryFile: Reader<ProjectSays> = object({
  noun: 'a library file',
  subject: 'item',
  keys: { ...libraryKeys, calendar, currency, data, severity, ...sectionKeys },
  build: (
    { library, version, title, description, inputs, calendar, currency, data, severity, use, ...sections },
    span,
  ) => ({
    project: {
      ...defaultProject,
      name: title ?? library,
      calendar: calendar ?? defaultCalendar,
      currency,
      data,
      severities: severity ?? [],
    },
    library: libraryDef({ library, version, title, description, inputs }, span),
    sections: { ...sections, uses: use },
  }),
});

interface ProjectSays {
  readonly project: ProjectDef;
  readonly library: LibraryDef | null;
  readonly sections: Sections;
}

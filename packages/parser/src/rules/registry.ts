// Every rule, in the order in which their findings read best: what is missing before what is doubtful.
import { aimRules } from './aims/registry.js';
import { calendarDatasets } from './calendar-datasets.js';
import { contextOperators } from './context-operators.js';
import { currencyFields } from './currency-fields.js';
import { emptySides } from './empty-sides.js';
import { exchangeRates } from './exchange-rates.js';
import { goalCycles } from './goal-cycles.js';
import { intervalEnds } from './interval-ends.js';
import { kpiComplete } from './kpi-complete.js';
import { kpiSlices } from './kpi-slices.js';
import { ownerTeams } from './owner-teams.js';
import { percentages } from './percentages.js';
import { levelNames } from './level-names.js';
import { referenceTypes } from './reference-types.js';
import { referencesExist } from './references-exist.js';
import type { Rule } from './rule.js';
import { timeZones } from './time-zones.js';
import { windowedDatasets } from './windowed-datasets.js';

export const rules: readonly Rule[] = [
  referencesExist,
  referenceTypes,
  currencyFields,
  exchangeRates,
  intervalEnds,
  calendarDatasets,
  levelNames,
  timeZones,
  goalCycles,
  ownerTeams,
  kpiComplete,
  kpiSlices,
  ...aimRules,
  contextOperators,
  windowedDatasets,
  emptySides,
  percentages,
];

// Every rule, in the order in which their findings read best: what is missing before what is doubtful.
import { contextOperators } from './context-operators.js';
import { emptySides } from './empty-sides.js';
import { goalCycles } from './goal-cycles.js';
import { kpiComplete } from './kpi-complete.js';
import { referenceTypes } from './reference-types.js';
import { referencesExist } from './references-exist.js';
import type { Rule } from './rule.js';

export const rules: readonly Rule[] = [
  referencesExist,
  referenceTypes,
  goalCycles,
  kpiComplete,
  contextOperators,
  emptySides,
];

// Every function in the groups and the order in which the reference and completion show them.
import { aggregates } from './aggregate/aggregates.js';
import { contextOperators } from './context/context-operators.js';
import { contextWords } from './context/context-words.js';
import type { FunctionSpec } from './function-spec.js';
import { choiceFunctions } from './scalar/choice-functions.js';
import { numberFunctions } from './scalar/number-functions.js';
import { textFunctions } from './scalar/text-functions.js';
import { timeFunctions } from './scalar/time-functions.js';

export interface FunctionGroup {
  readonly title: string;
  readonly specs: readonly FunctionSpec[];
}

export const functionGroups: readonly FunctionGroup[] = [
  { title: 'Aggregates', specs: aggregates },
  { title: 'Contexts and windows', specs: contextOperators },
  { title: 'Words with a syntax of their own', specs: contextWords },
  { title: 'Numbers', specs: numberFunctions },
  { title: 'Choosing a value', specs: choiceFunctions },
  { title: 'Text', specs: textFunctions },
  { title: 'Dates and times', specs: timeFunctions },
];

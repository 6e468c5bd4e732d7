// coalesce and nullif. `case` is the evaluator's: it must not compute the branches that are not taken.
import { NULL } from '../value.js';
import { compareSome } from './comparison.js';
import type { ScalarImplementation } from './scalar-context.js';
import { isSome } from './scalar-context.js';

/** The first argument with a value; without any, the first one's reason. */
export const coalesce: ScalarImplementation = (args) => args.find(isSome) ?? args[0] ?? NULL;

export const nullif: ScalarImplementation = ([value = NULL, unwanted = NULL], context) =>
  isSome(value) && isSome(unwanted) && compareSome(value, unwanted, context) === 0 ? NULL : value;

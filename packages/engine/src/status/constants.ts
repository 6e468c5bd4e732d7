// Parts of definitions that need no data: literals, parameters, and what is computed of them.
import type { Typed } from '@sextant/parser';
import { ALL_TIME } from '../calendar/window.js';
import { frameOf, type Context } from '../reference/context.js';
import { makeEvaluator } from '../reference/formula.js';
import type { World } from '../reference/world.js';
import { amountOf, type Amount } from './amount.js';

export type ReadConstant = (typed: Typed) => Amount;

export function constantReader(world: World): ReadConstant {
  const evaluator = makeEvaluator(world);
  const range = frameOf(ALL_TIME, world.asOf);
  const nowhere: Context = { asked: [], filters: [], time: range, groups: [], state: null, range };
  return (typed) => amountOf(evaluator.value(typed, nowhere));
}

// What an operator is given: the world, and the way to evaluate what stands inside it.
import type { Typed } from '@sextant/parser';
import type { Value } from '../value/value.js';
import type { Context } from './context.js';
import type { World } from './world.js';

export interface Evaluator {
  readonly world: World;
  readonly value: (typed: Typed, context: Context) => Value;
}

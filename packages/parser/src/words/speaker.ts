// What the files of this room share: the graph whose names are spoken, and the way to speak any part of a formula.
import type { Graph } from '../graph/graph.js';
import type { Typed } from '../types/typed.js';
import type { Phrase } from './phrase.js';

export interface Speaker {
  readonly graph: Graph;
  /** The phrase of any part: handed in, since parts contain parts of every kind. */
  readonly say: (typed: Typed) => Phrase;
  /** A condition as it stands after `where`. */
  readonly condition: (typed: Typed) => string;
}

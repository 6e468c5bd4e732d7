// What a rule is: it reads the typed graph and says what is wrong with the set of definitions.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Graph } from '../graph/graph.js';

export interface Rule {
  readonly name: string;
  readonly check: (graph: Graph, report: (diagnostic: Diagnostic) => void) => void;
}

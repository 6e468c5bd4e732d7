// What a rule is: it reads the typed graph and says what is wrong with the set of definitions.
import type { Code } from '../diagnostic/codes.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Graph, Metric } from '../graph/graph.js';

export type Report = (diagnostic: Diagnostic) => void;

export interface Rule {
  readonly name: string;
  /**
   * What is said of one metric. It may follow from the metric, from what its formula names, and from datasets, dimensions and
   * parameters, and from nothing else: a metric of which all that is as it was is not looked at again.
   */
  readonly metric?: (metric: Metric, graph: Graph, report: Report) => void;
  /** What is said of all else. */
  readonly check?: (graph: Graph, report: Report) => void;
  /** All that it can say, where all of it is off by default: it is not asked in vain. */
  readonly says?: readonly Code[];
}

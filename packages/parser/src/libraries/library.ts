// What a library is to who uses it: its definitions, checked as a project of their own, and what they need from outside.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Graph } from '../graph/graph.js';
import type { NameUse } from '../naming/name-use.js';
import type { InputDef, LibraryDef } from '../shape/definitions.js';

export interface Library {
  /** `std/marketing`, `libs/shop`: the beginning of the paths of its files. */
  readonly folder: string;
  readonly def: LibraryDef;
  /** Of its files alone, with the stand-ins of its inputs. */
  readonly graph: Graph;
  readonly inputs: ReadonlyMap<string, LibraryInput>;
  /** By name, what the formula of each metric that is no input and of each parameter names. */
  readonly formulas: ReadonlyMap<string, readonly NameUse[]>;
  /** What its own check found to be wrong. */
  readonly errors: readonly Diagnostic[];
}

export interface LibraryInput {
  readonly def: InputDef;
  readonly kind: InputKind;
}

export type InputKind = 'metric' | 'dataset' | 'dimension';

/** What the metrics that are made need from outside. */
export interface Needs {
  readonly metrics: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  /** Inputs that are metrics or dimensions. */
  readonly inputs: ReadonlySet<string>;
  /** Inputs that are datasets, each with the fields that are named. */
  readonly datasets: ReadonlyMap<string, ReadonlySet<string>>;
}

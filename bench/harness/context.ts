// What every workload is given: the choices of the command line, the results file, and who takes part.
import type { Format } from '../data/open-facts.js';
import type { Variant } from '../data/facts-sql.js';
import type { ResultsWriter } from './results-file.js';

export interface BenchContext {
  readonly rounds: number;
  /** Definitions or KPIs; empty is the workload's own choice. */
  readonly sizes: readonly number[];
  /** Rows of the fact table; empty is the workload's own choice. */
  readonly rows: readonly number[];
  readonly formats: readonly Format[];
  readonly variants: readonly Variant[];
  readonly threads: number;
  readonly seed: number;
  /** Names of cases; empty is all. */
  readonly onlyCases: readonly string[];
  /** Names of subjects; empty is all. */
  readonly onlySubjects: readonly string[];
  readonly results: ResultsWriter;
  readonly versions: Readonly<Record<string, string>>;
  readonly revision: string;
}

export function wantsCase(context: BenchContext, name: string): boolean {
  return context.onlyCases.length === 0 || context.onlyCases.includes(name);
}

// What may be said to a scorecard, and its texts as sources, so that a diagnostic can point into them like into a file.
import type { SourceFile } from '@sextant/parser';

export interface ScorecardOptions {
  /** ISO day; everything up to its end is known. */
  readonly asOf: string;
  /** The KPIs that are asked for; all of them where none are named. */
  readonly kpis?: readonly string[];
  /** A period of the KPIs' `every`, in the place of the one that holds as_of: `FY2027-Q1`. */
  readonly period?: string;
  /** Values of parameters, as constant formulas. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** How many periods a history has, the current one among them; 12 where nothing is said. */
  readonly history?: number;
}

/** One source per text, named like the option of the command line that gives it. */
export function scorecardSources(options: ScorecardOptions): readonly SourceFile[] {
  const { asOf, period, kpis = [], parameters = {} } = options;
  return [
    { path: '--as-of', text: asOf },
    ...kpis.map((text, i) => ({ path: `kpi ${i + 1}`, text })),
    ...(period === undefined ? [] : [{ path: '--period', text: period }]),
    ...Object.entries(parameters).map(([name, text]) => ({ path: `--param ${name}`, text })),
  ];
}

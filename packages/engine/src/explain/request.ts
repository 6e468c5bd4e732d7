// What may be explained, as it is given, and its texts as sources that diagnostics can point into.
import type { SourceFile } from '@sextant/parser';

export interface ExplainRequest {
  readonly subject:
    | { readonly kind: 'metric'; readonly name: string }
    | { readonly kind: 'kpi'; readonly name: string }
    /** A formula over metrics. */
    | { readonly kind: 'formula'; readonly text: string };
  /** A period; without it all that is known, or for a KPI the period of its `every` that holds as_of. */
  readonly at?: string;
  /** A period to compare with; `prior` is the comparison period. */
  readonly versus?: string;
  /** Dimensions, or `dataset.field`: by these a change is taken apart. */
  readonly by?: readonly string[];
  /** A condition on dimensions and fields. */
  readonly where?: string;
  /** ISO day. */
  readonly asOf: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

export const PRIOR = 'prior';

/** One source per text, named like the option of the command line that gives it. */
export function requestSources(request: ExplainRequest): readonly SourceFile[] {
  const one = (path: string, text: string | undefined): readonly SourceFile[] =>
    text === undefined ? [] : [{ path, text }];
  const { subject } = request;
  return [
    { path: SUBJECT, text: subject.kind === 'formula' ? subject.text : subject.name },
    ...one('--at', request.at),
    ...one('--versus', request.versus),
    ...(request.by ?? []).map((text, i) => ({ path: `--by ${i + 1}`, text })),
    ...one('--where', request.where),
    ...one('--as-of', request.asOf),
    ...Object.entries(request.parameters ?? {}).map(([name, text]) => ({ path: `--param ${name}`, text })),
  ];
}

/** As the question that is checked names it. */
export const SUBJECT = 'metric 1';

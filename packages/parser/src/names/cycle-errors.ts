// The words for what is wrong with the graph.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { makeDiagnostic } from '../diagnostic/make-diagnostic.js';
import type { Span } from '../source/source-file.js';

/** Each member of the cycle needs the next, the last one the first. */
export function definitionCycle(
  kind: string,
  cycle: readonly { readonly name: string; readonly span: Span }[],
): Diagnostic | null {
  const [first, ...rest] = cycle;
  if (first === undefined) return null;
  const path = [...cycle, first].map((one) => `\`${one.name}\``).join(' needs ');
  return makeDiagnostic(
    'KPI5001',
    rest.length === 0 ? `${kind} \`${first.name}\` needs itself` : `${kind} definitions need each other: ${path}`,
    first.span,
    {
      label: 'on the cycle',
      related: rest.map((one) => ({ span: one.span, label: 'on the cycle' })),
      help: 'let one of them be computed from the data instead',
    },
  );
}

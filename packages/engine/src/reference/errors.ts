// The words for what rows in memory say on the way to an answer.
import { makeDiagnostic, type Code, type Diagnostic, type Field, type Graph } from '@sextant/parser';
import { cellProblemText } from '../value/errors.js';
import type { CellProblem } from '../value/parse-cell.js';
import type { NoteKind, Notes } from './notes.js';

export function cellRefused(field: Field, problem: CellProblem): Diagnostic {
  return makeDiagnostic(
    'KPI7020',
    `${cellProblemText(problem)} in \`${field.dataset}.${field.name}\``,
    field.def.span,
    {
      label: 'declared here',
    },
  );
}

const NOTES: Readonly<
  Record<NoteKind, { readonly code: Code; readonly said: (rows: string) => string; readonly note: string }>
> = {
  no_time: {
    code: 'KPI7030',
    said: (rows) => `${rows} without a time`,
    note: 'a row without a time lies in no window',
  },
  skipped_rate: {
    code: 'KPI7031',
    said: (rows) => `${rows} without an exchange rate left out`,
    note: '`skip missing` leaves amounts out that cannot be converted',
  },
  no_entity: {
    code: 'KPI7032',
    said: (rows) => `${rows} without an entity`,
    note: 'no value is nobody: `count(per ..)`, `top_share` and `retention` do not count it',
  },
  still_open: {
    code: 'KPI7033',
    said: (rows) => `${rows} whose time is not over left out`,
    note: 'what may still happen is neither a conversion nor the lack of one',
  },
};

/** What was left out, one diagnostic for each kind and dataset. */
export function noteDiagnostics(counts: ReturnType<Notes['counts']>, graph: Graph): readonly Diagnostic[] {
  return counts.flatMap(({ kind, dataset, rows }) => {
    const def = graph.datasets.get(dataset)?.def;
    if (def === undefined) return [];
    const { code, said, note } = NOTES[kind];
    const message = said(`${rows} ${rows === 1 ? 'row' : 'rows'} of \`${dataset}\``);
    return [makeDiagnostic(code, message, def.name.span, { label: 'declared here', notes: [note] })];
  });
}

// The sentences of the formatter.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { makeDiagnostic } from '../diagnostic/make-diagnostic.js';
import type { Span } from '../source/source-file.js';

export function wouldChangeMeaning(span: Span): Diagnostic {
  return makeDiagnostic('KPI9005', 'the file cannot be formatted without changing what it says', span, {
    notes: ['the result was read again and was not the same, so the file stays as it is; this is a bug of ours'],
    help: 'report it with the file',
  });
}

export { capDiagnostics, DIAGNOSTICS_PER_FILE, type CappedDiagnostics } from './diagnostic/cap-diagnostics.js';
export type { Code } from './diagnostic/codes.js';
export type { Diagnostic, Edit, Fix, Outcome, Related, Severity } from './diagnostic/diagnostic.js';
export { makeDiagnostic } from './diagnostic/make-diagnostic.js';
export { sortDiagnostics } from './diagnostic/sort-diagnostics.js';
export { indexLines, lineText, positionAt, type LineIndex, type Position } from './source/line-index.js';
export type { Range, SourceFile, Span } from './source/source-file.js';

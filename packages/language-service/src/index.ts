export { openWorkspace, update, withHost, type Workspace, type WorkspaceHost } from './workspace/workspace.js';
export type { FileChange, RangeEdit } from './text/changes.js';
export { diagnostics } from './features/diagnostics.js';
export { definition } from './features/definition.js';
export { documentHighlights, references } from './features/references.js';
export { prepareRename, rename } from './features/rename.js';
export type { LspDiagnostic } from './features/diagnostics.js';
export type { Location, Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';

// Between the editor, which counts lines and columns from 1, and the language service, which counts from 0. Nothing else adds 1.
import type { Location, Position, Range, TextEdit, WorkspaceEdit } from '@sextant/language-service';
import type { monaco } from '../setup.js';
import { uriOf } from '../models.js';

export function toPosition({ lineNumber, column }: monaco.IPosition): Position {
  return { line: lineNumber - 1, character: column - 1 };
}

export function toRange(range: monaco.IRange): Range {
  return {
    start: toPosition({ lineNumber: range.startLineNumber, column: range.startColumn }),
    end: toPosition({ lineNumber: range.endLineNumber, column: range.endColumn }),
  };
}

export function fromPosition({ line, character }: Position): monaco.IPosition {
  return { lineNumber: line + 1, column: character + 1 };
}

export function fromRange({ start, end }: Range): monaco.IRange {
  const from = fromPosition(start);
  const to = fromPosition(end);
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}

/** Answers name files by their path. */
export function fromLocation({ uri, range }: Location): monaco.languages.Location {
  return { uri: uriOf(uri), range: fromRange(range) };
}

export function fromEdit({ range, newText }: TextEdit): monaco.languages.TextEdit {
  return { range: fromRange(range), text: newText };
}

export function fromWorkspaceEdit({ changes }: WorkspaceEdit): monaco.languages.WorkspaceEdit {
  return {
    edits: Object.entries(changes ?? {}).flatMap(([path, edits]) =>
      edits.map((edit) => ({ resource: uriOf(path), textEdit: fromEdit(edit), versionId: undefined })),
    ),
  };
}

/** Markdown of ours; what a person wrote in a definition cannot run anything. */
export function fromMarkup(content: unknown): monaco.IMarkdownString {
  if (typeof content === 'string') return { value: content };
  if (typeof content === 'object' && content !== null && 'value' in content && typeof content.value === 'string')
    return { value: content.value };
  return { value: '' };
}

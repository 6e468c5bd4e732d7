// A result as versioned JSON: all that the engine said, numbers as exact texts, findings with lines and columns.
import type { SourceFile } from '@sextant/parser';
import type { Result } from '../engine-port.js';
import { diagnosticsJson } from '../reporters/json.js';

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const VERSION = 1;

export function resultJson(project: string, result: Result, files: readonly SourceFile[]): string {
  const { asOf, columns, rows, diagnostics } = result;
  const json = { version: VERSION, project, asOf, columns, rows, diagnostics: diagnosticsJson(diagnostics, files) };
  return `${JSON.stringify(json, null, 2)}\n`;
}

// An explanation as versioned JSON: all that the engine said, numbers as exact texts, findings with lines and columns.
import type { SourceFile } from '@sextant/parser';
import type { Explanation } from '../engine-port.js';
import { diagnosticsJson } from '../reporters/json.js';

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const VERSION = 1;

export function explanationJson(project: string, explanation: Explanation, files: readonly SourceFile[]): string {
  const { diagnostics, ...rest } = explanation;
  const json = { version: VERSION, project, ...rest, diagnostics: diagnosticsJson(diagnostics, files) };
  return `${JSON.stringify(json, null, 2)}\n`;
}

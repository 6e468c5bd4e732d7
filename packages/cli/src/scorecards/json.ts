// A scorecard as versioned JSON: as the engine said it, with findings that have lines and columns.
import type { SourceFile } from '@sextant/parser';
import type { Scorecard } from '../engine-port.js';
import { diagnosticsJson } from '../reporters/json.js';

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const VERSION = 1;

export function scorecardJson(scorecard: Scorecard, files: readonly SourceFile[]): string {
  const diagnostics = diagnosticsJson(scorecard.diagnostics, files);
  return `${JSON.stringify({ version: VERSION, ...scorecard, diagnostics }, null, 2)}\n`;
}

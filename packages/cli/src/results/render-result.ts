// A result as text in the asked format; null for the format that is no text.
import type { SourceFile } from '@sextant/parser';
import type { Result } from '../engine-port.js';
import { csvOf } from './csv.js';
import type { Format } from './formats.js';
import { resultJson } from './json.js';
import { markdownOf } from './markdown.js';
import { ndjsonOf } from './ndjson.js';
import { tableOf } from './table.js';

export interface RenderOptions {
  readonly project: string;
  /** The texts that the result's diagnostics point into. */
  readonly sources: readonly SourceFile[];
  readonly colour: boolean;
}

export function renderResult(result: Result, format: Format, options: RenderOptions): string | null {
  switch (format) {
    case 'table':
      return tableOf(result, { colour: options.colour });
    case 'csv':
      return csvOf(result);
    case 'json':
      return resultJson(options.project, result, options.sources);
    case 'ndjson':
      return ndjsonOf(result);
    case 'markdown':
      return markdownOf(result);
    case 'parquet':
      return null;
  }
}

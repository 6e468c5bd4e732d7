// A finding in words without a picture, for places where others draw the source: an annotation, an alert, a test report.
import type { Diagnostic } from '@sextant/parser';
import { visibleText } from './visible-text.js';

/** The message, and below it a line for each thing that is to say about it. */
export function fullText({ code, message, label, notes, help }: Diagnostic): string {
  const lines = [
    message,
    ...(label === undefined ? [] : [`here: ${label}`]),
    ...notes.map((note) => `note: ${note}`),
    ...(help === undefined ? [] : [`help: ${help}`]),
    `more: kpi explain ${code}`,
  ];
  return lines.map(visibleText).join('\n');
}

// Knows a finding again after lines have moved: by its code, its file, its words and the text of its line, never by the number
// of the line.
import { createHash } from 'node:crypto';
import { lineText, type Diagnostic } from '@sextant/parser';
import { placeOf, type Sources } from './places.js';

/** The words and the line of a finding as a short hash; findings that say the same of the same text share it. */
export function wordsHash({ message, span }: Diagnostic, sources: Sources): string {
  const place = placeOf(sources, span);
  const source = sources.get(span.file);
  // Indentation changes with what stands around it.
  const line = place === null || source === undefined ? '' : lineText(source.text, source.index, place.line).trim();
  return hashOf([message, line]);
}

/** One for each finding, in the order given, all different: the second of two equal ones is told from the first. */
export function fingerprintsOf(diagnostics: readonly Diagnostic[], sources: Sources): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const { code, span } = diagnostic;
    const parts = [code, span.file, wordsHash(diagnostic, sources)];
    const key = parts.join('\n');
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return hashOf([...parts, String(before)]);
  });
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

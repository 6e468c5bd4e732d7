// Applies safe fixes to texts: each whole or not at all, none where another has been.
import type { Diagnostic, Edit, Fix, SourceFile } from '@sextant/parser';

export interface AppliedFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

export interface FixedTexts {
  readonly files: readonly SourceFile[];
  readonly applied: readonly AppliedFix[];
}

/**
 * Of each diagnostic the first safe fix. One that meets an earlier one is left for another round: its places are those of a
 * text that is no more. Files in `held` are not touched.
 */
export function applyFixes(
  files: readonly SourceFile[],
  diagnostics: readonly Diagnostic[],
  held: ReadonlySet<string> = new Set(),
): FixedTexts {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const taken = new Map<string, Edit[]>();
  const applied: AppliedFix[] = [];
  for (const diagnostic of diagnostics) {
    const fix = diagnostic.fixes.find(({ safe }) => safe);
    if (fix === undefined || fix.edits.length === 0) continue;
    const fits = fix.edits.every((edit, i) => {
      const { file, start, end } = edit.span;
      const text = texts.get(file);
      if (text === undefined || held.has(file) || start < 0 || end < start || end > text.length) return false;
      const others = [...(taken.get(file) ?? []), ...fix.edits.slice(0, i).filter(({ span }) => span.file === file)];
      return others.every((other) => !meet(edit, other));
    });
    if (!fits) continue;
    for (const edit of fix.edits) taken.set(edit.span.file, [...(taken.get(edit.span.file) ?? []), edit]);
    applied.push({ diagnostic, fix });
  }
  return {
    files: files.map((file) => {
      const edits = taken.get(file.path);
      return edits === undefined ? file : { path: file.path, text: edited(file.text, edits) };
    }),
    applied,
  };
}

/** Also where one ends and the other begins: two insertions at one place have no order. */
function meet(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}

function edited(text: string, edits: readonly Edit[]): string {
  // From the end on, so that the places before stay where they are.
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, text: put }) => `${now.slice(0, span.start)}${put}${now.slice(span.end)}`, text);
}

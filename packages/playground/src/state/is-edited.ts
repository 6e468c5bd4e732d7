// Whether a project is what was opened.
import type { SourceFile } from '@sextant/parser';
import type { OpenProject } from './app-state.js';

export function isEdited({ files, opened, data, openedData }: OpenProject): boolean {
  return data !== openedData || !sameFiles(files, opened);
}

export function sameFiles(a: readonly SourceFile[], b: readonly SourceFile[]): boolean {
  return (
    a === b || (a.length === b.length && a.every(({ path, text }, i) => path === b[i]?.path && text === b[i].text))
  );
}

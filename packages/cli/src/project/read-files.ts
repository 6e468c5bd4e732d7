// Files of a folder as texts. One that cannot be read is a diagnostic: the others are checked all the same.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeDiagnostic, type Diagnostic, type SourceFile } from '@sextant/parser';
import { codeOf } from './walk-project.js';

export interface ReadFiles {
  readonly files: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `prefix` stands before each path: the folder of a library. */
export function readFiles(root: string, paths: readonly string[], prefix = ''): ReadFiles {
  const files: SourceFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const text = readText(join(root, path));
    if (text.kind === 'text') files.push({ path: `${prefix}${path}`, text: text.text });
    else diagnostics.push(unreadable(`${prefix}${path}`, text.code));
  }
  return { files, diagnostics };
}

/** Bytes that are not UTF-8 become U+FFFD, which the parser reports where it stands. */
function readText(
  path: string,
): { readonly kind: 'text'; readonly text: string } | { readonly kind: 'failed'; readonly code: string } {
  try {
    // Reading a pipe would never end.
    if (!statSync(path).isFile()) return { kind: 'failed', code: 'EISNOTFILE' };
    return { kind: 'text', text: readFileSync(path).toString('utf8') };
  } catch (error) {
    return { kind: 'failed', code: codeOf(error) };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'its permissions forbid it',
  EPERM: 'its permissions forbid it',
  ENOENT: 'it is not there',
  ELOOP: 'its links go in a circle',
  EISNOTFILE: 'it is no ordinary file',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  ERR_STRING_TOO_LONG: 'it is too large',
};

export function unreadable(path: string, code: string): Diagnostic {
  const reason = REASONS[code] ?? `the system says ${code}`;
  return makeDiagnostic('KPI9002', `\`${path}\` cannot be read: ${reason}`, { file: path, start: 0, end: 0 });
}

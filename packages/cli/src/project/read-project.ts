// Reads a project's files as texts. A file that cannot be read is a diagnostic: the others are checked all the same.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeDiagnostic, type Diagnostic, type SourceFile } from '@sextant/parser';
import { codeOf, walkProject } from './walk-project.js';

export interface ReadProject {
  /** Absolute. */
  readonly root: string;
  readonly files: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files whose names look like definitions and that are not read. */
  readonly ignored: readonly string[];
  /** All other YAML files. */
  readonly otherYaml: readonly string[];
}

export function readProject(root: string): ReadProject {
  const folder = walkProject(root);
  const files: SourceFile[] = [];
  const diagnostics = folder.unreadable.map(({ path, code }) => unreadable(path, code));
  for (const path of folder.files) {
    const text = readText(join(root, path));
    if (text.kind === 'text') files.push({ path, text: text.text });
    else diagnostics.push(unreadable(path, text.code));
  }
  return { root, files, diagnostics, ignored: folder.ignored, otherYaml: folder.otherYaml };
}

/** All that a check of the project depends on. */
export function projectTexts({ root, files, diagnostics, ignored, otherYaml }: ReadProject): readonly string[] {
  const others = [...diagnostics.map(({ message }) => message), ...ignored, ...otherYaml];
  return [root, ...files.flatMap(({ path, text }) => [path, text]), ...others];
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

function unreadable(path: string, code: string): Diagnostic {
  const reason = REASONS[code] ?? `the system says ${code}`;
  return makeDiagnostic('KPI9002', `\`${path}\` cannot be read: ${reason}`, { file: path, start: 0, end: 0 });
}

// A file of findings that are known and left out, so that a project with old ones can hold new ones off.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Diagnostic } from '@sextant/parser';
import type { UsageProblem } from '../command-line/read-arguments.js';
import { relocateDiagnostics, relocateFiles } from '../project/relocate.js';
import { wordsHash } from '../reporters/fingerprint.js';
import { indexSources } from '../reporters/places.js';
import { codeOf } from '../project/walk-project.js';
import type { CheckedScope } from './check-scopes.js';

/** Raised when a baseline means something else than before. */
const VERSION = 1;

/** One line of the file: so many findings of this code, with these words about the same text. */
export interface KnownFinding {
  /** From the folder of the baseline, with `/`: wherever the command is run, it is the same. */
  readonly file: string;
  readonly code: string;
  /** For people: what is compared is the fingerprint. */
  readonly message: string;
  readonly fingerprint: string;
  readonly count: number;
}

export interface Compared {
  readonly scopes: readonly CheckedScope[];
  readonly known: number;
  /** Findings of the baseline that are there no more, in the files that were looked at. */
  readonly gone: number;
}

export function baselineText(scopes: readonly CheckedScope[], path: string): string {
  const found = new Map<string, KnownFinding>();
  for (const scope of scopes) {
    for (const { key, finding } of keyed(scope, dirname(path))) {
      found.set(key, { ...finding, count: (found.get(key)?.count ?? 0) + 1 });
    }
  }
  const findings = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
  return `${JSON.stringify({ version: VERSION, findings }, null, 2)}\n`;
}

export function readBaseline(
  path: string,
  shown: string,
): { readonly kind: 'baseline'; readonly findings: readonly KnownFinding[] } | UsageProblem {
  const again = `write it with \`--write-baseline ${shown}\``;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = codeOf(error) === 'ENOENT' ? 'it is not there' : `the system says ${codeOf(error)}`;
    return { kind: 'problem', message: `the baseline \`${shown}\` cannot be read: ${reason}`, help: again };
  }
  const findings = findingsIn(text);
  return findings === null
    ? { kind: 'problem', message: `\`${shown}\` is no baseline of version ${VERSION}`, help: again }
    : { kind: 'baseline', findings };
}

/** Leaves out what is known; of more equal findings than are known the last ones are new. */
export function compareBaseline(
  scopes: readonly CheckedScope[],
  findings: readonly KnownFinding[],
  path: string,
): Compared {
  const left = new Map(findings.map((finding) => [keyOf(finding), finding.count]));
  let known = 0;
  const compared = scopes.map((scope) => {
    const fresh: Diagnostic[] = [];
    for (const { key, diagnostic } of keyed(scope, dirname(path))) {
      const count = left.get(key) ?? 0;
      if (count === 0) fresh.push(diagnostic);
      else {
        known++;
        left.set(key, count - 1);
      }
    }
    return { ...scope, shown: fresh };
  });
  const looked = new Set(
    scopes.flatMap(({ project, files }) => relocateFiles(files, project.root, dirname(path))).map((file) => file.path),
  );
  const gone = findings
    .filter(({ file }) => looked.has(file))
    .reduce((sum, finding) => sum + (left.get(keyOf(finding)) ?? 0), 0);
  return { scopes: compared, known, gone };
}

function keyed(
  { project, shown }: CheckedScope,
  folder: string,
): readonly { readonly key: string; readonly diagnostic: Diagnostic; readonly finding: Omit<KnownFinding, 'count'> }[] {
  const sources = indexSources(relocateFiles(project.files, project.root, folder));
  return relocateDiagnostics(shown, project.files, project.root, folder).map((moved, i) => {
    const { code, message, span } = moved;
    const finding = { file: span.file, code, message, fingerprint: wordsHash(moved, sources) };
    return { key: keyOf(finding), diagnostic: shown[i] ?? moved, finding };
  });
}

function keyOf({ file, code, fingerprint }: Pick<KnownFinding, 'file' | 'code' | 'fingerprint'>): string {
  return `${file}\n${code}\n${fingerprint}`;
}

function findingsIn(text: string): readonly KnownFinding[] | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(read) || read['version'] !== VERSION || !Array.isArray(read['findings'])) return null;
  const findings: readonly unknown[] = read['findings'];
  return findings.every(isFinding) ? findings : null;
}

function isFinding(value: unknown): value is KnownFinding {
  return (
    isRecord(value) &&
    ['file', 'code', 'message', 'fingerprint'].every((name) => typeof value[name] === 'string') &&
    Number.isSafeInteger(value['count']) &&
    Number(value['count']) > 0
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

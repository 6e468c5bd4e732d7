// What is wrong, for all files of the project: a file without findings has an empty list, so that old ones go away.
import type { Diagnostic as AnyDiagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Diagnostic } from '@sextant/parser';
import { checked, type Workspace } from '../workspace/workspace.js';
import { locationOf, rangeIn } from './locations.js';

/** Its message is plain text. */
export interface LspDiagnostic extends AnyDiagnostic {
  readonly message: string;
}

/** The severities of editors. */
const SEVERITY: Readonly<Record<Diagnostic['severity'], DiagnosticSeverity>> = {
  error: 1,
  warning: 2,
  info: 3,
  hint: 4,
};

export function diagnostics(workspace: Workspace): ReadonlyMap<string, readonly LspDiagnostic[]> {
  const found = new Map<string, LspDiagnostic[]>([...workspace.files.keys()].sort().map((path) => [path, []]));
  for (const diagnostic of checked(workspace).diagnostics) {
    const list = found.get(diagnostic.span.file);
    if (list !== undefined) list.push(toLsp(workspace, diagnostic));
  }
  return found;
}

export function toLsp(workspace: Workspace, diagnostic: Diagnostic): LspDiagnostic {
  const { code, severity, span, related } = diagnostic;
  const page = workspace.host.pageOf(code);
  return {
    range: rangeIn(workspace, span.file, span),
    severity: SEVERITY[severity],
    code,
    ...(page === null ? {} : { codeDescription: { href: page } }),
    source: 'kpi',
    message: messageOf(diagnostic),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map((one) => ({ location: locationOf(workspace, one.span), message: one.label })),
        }),
  };
}

/** Editors show one text: the problem, then why, then what to do. */
function messageOf({ message, notes, help }: Diagnostic): string {
  return [message, ...notes, ...(help === undefined ? [] : [`help: ${help}`])].join('\n');
}

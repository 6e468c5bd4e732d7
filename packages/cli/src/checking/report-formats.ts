// The formats of a report, by name, and what each is made of.
import type { Diagnostic } from '@sextant/parser';
import { errorPage } from '../error-pages.js';
import type { Host } from '../host.js';
import { relocateDiagnostics, relocateFiles } from '../project/relocate.js';
import { compactReport } from '../reporters/compact.js';
import { githubReport } from '../reporters/github.js';
import { gitlabReport } from '../reporters/gitlab.js';
import { jsonReport } from '../reporters/json.js';
import { junitReport } from '../reporters/junit.js';
import { sarifReport } from '../reporters/sarif.js';
import { textReport } from '../reporters/text.js';
import { VERSION } from '../version.js';
import type { CheckedScope } from './check-scopes.js';
import { repositoryFolder } from './repository-folder.js';
import { projectSummary } from './project-summary.js';

export const REPORT_FORMATS = ['text', 'compact', 'json', 'sarif', 'junit', 'github', 'gitlab'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportStyle {
  readonly colour: boolean;
  readonly columns: number;
  readonly fails: (diagnostic: Diagnostic) => boolean;
}

export function renderReport(
  format: ReportFormat,
  scopes: readonly CheckedScope[],
  { colour, columns, fails }: ReportStyle,
  host: Host,
): string {
  // People open a file from where they stand; services know it from the root of the repository.
  const base = format === 'text' || format === 'compact' || format === 'json' ? host.cwd : repositoryFolder(host);
  const diagnostics = scopes.flatMap(({ project, shown }) =>
    relocateDiagnostics(shown, project.files, project.root, base),
  );
  const sources = scopes.flatMap(({ project }) => relocateFiles(project.files, project.root, base));
  switch (format) {
    case 'text': {
      const report = textReport(diagnostics, sources, { colour, width: Math.max(40, columns - 10) });
      return `${report}${scopes.map((scope) => `${projectSummary(scope)}\n`).join('')}`;
    }
    case 'compact':
      return compactReport(diagnostics, sources);
    case 'json':
      return jsonReport(diagnostics, sources);
    case 'sarif':
      return sarifReport(diagnostics, sources, { version: VERSION, page: errorPage });
    case 'junit': {
      const asked = scopes.flatMap(({ project, files }) => relocateFiles(files, project.root, base));
      const places = new Set(asked.map(({ path }) => path));
      return junitReport(diagnostics, sources, fails, places);
    }
    case 'github':
      return githubReport(diagnostics, sources);
    case 'gitlab':
      return gitlabReport(diagnostics, sources);
  }
}

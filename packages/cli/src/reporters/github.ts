// Diagnostics as commands of a GitHub workflow, which shows them beside the lines of a pull request.
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions; limits: actions/toolkit, problem-matchers.md.
import { sortDiagnostics, type Diagnostic, type Severity, type SourceFile } from '@sextant/parser';
import { fullText } from './full-text.js';
import { indexSources, placeOf, showPlace, type Sources } from './places.js';
import { countSeverities, summaryLine } from './summary.js';
import { visibleLine } from './visible-text.js';

type Kind = 'error' | 'warning' | 'notice';

const KINDS: Readonly<Record<Severity, Kind>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** Of each kind a step shows so many; the rest would vanish without a word. */
const PER_KIND = 10;

/** A message of 64 KB is cut; some room is left for what stands around it. */
const MOST_BYTES = 60_000;

export function githubReport(diagnostics: readonly Diagnostic[], files: readonly SourceFile[]): string {
  const sources = indexSources(files);
  const sorted = sortDiagnostics(diagnostics);
  const { shown, rest } = split(sorted);
  const cut =
    rest.length === 0
      ? []
      : [
          `::notice title=kpi check::${data(`and ${rest.length} more: ${summaryLine(countSeverities(rest))}; the log of this step has them`)}`,
          '::group::findings without an annotation',
          ...rest.map((one) => plainLine(one, sources)),
          '::endgroup::',
        ];
  const lines = [...shown.map((one) => annotation(one, sources)), ...cut, summaryLine(countSeverities(sorted))];
  return `${lines.join('\n')}\n`;
}

function split(sorted: readonly Diagnostic[]): {
  readonly shown: readonly Diagnostic[];
  readonly rest: readonly Diagnostic[];
} {
  const room = { error: PER_KIND, warning: PER_KIND, notice: PER_KIND };
  const fits = ({ severity }: Diagnostic): boolean => room[KINDS[severity]]-- > 0;
  if (sorted.every(fits)) return { shown: sorted, rest: [] };
  // The note about the others is a notice itself.
  Object.assign(room, { error: PER_KIND, warning: PER_KIND, notice: PER_KIND - 1 });
  const shown = new Set(sorted.filter(fits));
  return { shown: [...shown], rest: sorted.filter((one) => !shown.has(one)) };
}

function annotation(diagnostic: Diagnostic, sources: Sources): string {
  const { severity, code, span } = diagnostic;
  const place = placeOf(sources, span);
  const properties: Readonly<Record<string, string | number>> = {
    file: span.file,
    ...(place === null ? {} : { line: place.line, endLine: place.endLine }),
    // Columns are refused where the lines differ.
    ...(place === null || place.line !== place.endLine ? {} : { col: place.column, endColumn: place.endColumn }),
    title: `${severity}[${code}]`,
  };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${KINDS[severity]} ${listed.join(',')}::${data(fullText(diagnostic))}`;
}

/** A log line in which no text of a file can pass for a command; `##[` is the older form, which stands anywhere in a line. */
function plainLine({ severity, code, message, span }: Diagnostic, sources: Sources): string {
  const line = `- ${visibleLine(showPlace(sources, span))}: ${severity}[${code}]: ${visibleLine(message)}`;
  return line.replaceAll('##[', '## [');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function data(text: string): string {
  return cut(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function cut(text: string): string {
  if (text.length <= MOST_BYTES / 3) return text;
  let bytes = 0;
  let kept = '';
  for (const sign of text) {
    // What is escaped takes three.
    bytes += /[%\r\n]/.test(sign) ? 3 : Buffer.byteLength(sign);
    if (bytes > MOST_BYTES) return `${kept}…`;
    kept += sign;
  }
  return kept;
}

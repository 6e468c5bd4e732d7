// Diagnostics as SARIF 2.1.0, which code scanning services read: https://docs.oasis-open.org/sarif/sarif/v2.1.0/.
import { sortDiagnostics, type Diagnostic, type Fix, type Severity, type SourceFile, type Span } from '@sextant/parser';
import { fingerprintsOf } from './fingerprint.js';
import { fullText } from './full-text.js';
import { indexSources, placeOf, type Sources } from './places.js';
import { sarifRules } from './sarif-rules.js';
import { visibleText } from './visible-text.js';

export interface SarifOptions {
  readonly version: string;
  /** The page of a code as Markdown. */
  readonly page: (code: Diagnostic['code']) => string | null;
}

/** GitHub refuses a run with more. */
const MOST_RESULTS = 25_000;

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

export function sarifReport(
  diagnostics: readonly Diagnostic[],
  files: readonly SourceFile[],
  { version, page }: SarifOptions,
): string {
  const sources = indexSources(files);
  const all = sortDiagnostics(diagnostics);
  const sorted =
    all.length <= MOST_RESULTS
      ? all
      : all.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]).slice(0, MOST_RESULTS);
  const rules = sarifRules(sorted, page);
  const ruleIndex = new Map(rules.map(({ id }, i) => [id, i]));
  const fingerprints = fingerprintsOf(sorted, sources);
  const left = all.length - sorted.length;
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'kpi', semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'the root of the repository' } } },
        invocations: [
          {
            // The check itself came to its end, whatever it has found.
            executionSuccessful: true,
            ...(left === 0
              ? {}
              : {
                  toolExecutionNotifications: [
                    {
                      level: 'warning',
                      message: { text: `and ${left} more: a run has at most ${MOST_RESULTS} results` },
                    },
                  ],
                }),
          },
        ],
        results: sorted.map((diagnostic, i) => ({
          ruleId: diagnostic.code,
          ruleIndex: ruleIndex.get(diagnostic.code) ?? -1,
          level: levelOf(diagnostic.severity),
          message: { text: fullText(diagnostic) },
          locations: [{ physicalLocation: physicalLocation(diagnostic.span, sources) }],
          ...(diagnostic.related.length === 0
            ? {}
            : {
                relatedLocations: diagnostic.related.map(({ span, label }, id) => ({
                  id,
                  physicalLocation: physicalLocation(span, sources),
                  message: { text: visibleText(label) },
                })),
              }),
          partialFingerprints: { 'kpiFinding/v1': fingerprints[i] ?? '' },
          ...fixesOf(diagnostic, sources),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

function physicalLocation(span: Span, sources: Sources): object {
  const region = regionOf(span, sources);
  return { artifactLocation: artifactOf(span.file), ...(region === null ? {} : { region }) };
}

/** From 1, the end exclusive, as SARIF has them too. */
function regionOf(span: Span, sources: Sources): object | null {
  const place = placeOf(sources, span);
  if (place === null) return null;
  return { startLine: place.line, startColumn: place.column, endLine: place.endLine, endColumn: place.endColumn };
}

/** A relative reference: each step escaped, since a `#`, a `?` or a colon would end or change it. */
function artifactOf(file: string): object {
  // oxlint-disable-next-line eslint/no-useless-escape -- lone surrogates, which cannot be encoded
  const sound = file.replace(/\p{Cs}/gu, '\ufffd');
  return { uri: sound.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

/** A fix is there whole or not at all. */
function fixesOf({ fixes }: Diagnostic, sources: Sources): object {
  const whole = fixes.filter(({ edits }) => edits.length > 0 && edits.every(({ span }) => sources.has(span.file)));
  return whole.length === 0 ? {} : { fixes: whole.map((fix) => fixOf(fix, sources)) };
}

function fixOf({ title, edits }: Fix, sources: Sources): object {
  const files = [...new Set(edits.map(({ span }) => span.file))];
  return {
    description: { text: visibleText(title) },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifactOf(file),
      replacements: edits
        .filter(({ span }) => span.file === file)
        .map(({ span, text }) => ({ deletedRegion: regionOf(span, sources), insertedContent: { text } })),
    })),
  };
}

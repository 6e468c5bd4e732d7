// A run of tests as JSON: stable keys, lines and columns from 1.
import type { Diagnostic, SourceFile, Span } from '@sextant/parser';
import type { Counted } from '../engine-port.js';
import { indexSources, placeOf } from '../reporters/places.js';
import type { TestRun } from './test-run.js';

/** Raised when a key changes its meaning or goes. */
const VERSION = 1;

export function testJson({ results, coverage }: TestRun, files: readonly SourceFile[]): string {
  const sources = indexSources(files);
  const at = (span: Span): object => ({ file: span.file, ...placeOf(sources, span) });
  const finding = ({ code, severity, message, span }: Diagnostic): object => ({
    code,
    severity,
    message,
    place: at(span),
  });
  const counted = ({ all, reached, missing }: Counted): object => ({
    all,
    reached,
    missing: missing.map(({ place, text, of, why }) => ({ of, text, why, place: at(place) })),
  });
  const report = {
    version: VERSION,
    passed: results.filter(({ passed }) => passed).length,
    failed: results.filter(({ passed }) => !passed).length,
    tests: results.map(({ name, place, passed, expectations, diagnostics }) => ({
      name,
      place: at(place),
      passed,
      expectations: expectations.map((one) => ({
        asks: one.asks,
        place: at(one.place),
        passed: one.passed,
        differences: one.differences,
      })),
      findings: diagnostics.map(finding),
    })),
    ...(coverage === null
      ? {}
      : {
          coverage: {
            metrics: counted(coverage.metrics),
            branches: counted(coverage.branches),
            filters: counted(coverage.filters),
          },
        }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

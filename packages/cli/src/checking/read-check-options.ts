// The options of `kpi check`, held against each other: none is taken that would do nothing.
import { resolve } from 'node:path';
import { isDay, type Severity } from '@sextant/parser';
import type { Given } from '../command-line/command.js';
import type { UsageProblem } from '../command-line/read-arguments.js';
import type { Host } from '../host.js';
import { readBaseline, type KnownFinding } from './baseline.js';
import type { checkOptions } from './check-options.js';
import { fileProblem, readOutputs, type ReportOutput } from './read-outputs.js';
import { REPORT_FORMATS, type ReportFormat } from './report-formats.js';

export type CheckOptions = Given<typeof checkOptions>;

export interface CheckSettings {
  readonly kind: 'settings';
  readonly outputs: readonly ReportOutput<ReportFormat>[];
  /** The severities that make the exit code 1. */
  readonly failing: ReadonlySet<Severity>;
  readonly changedSince: string | null;
  readonly baseline: {
    readonly path: string;
    readonly shown: string;
    readonly findings: readonly KnownFinding[];
  } | null;
  readonly writeBaseline: { readonly path: string; readonly shown: string } | null;
  readonly fix: 'no' | 'write' | 'show';
  /** Null: today in the project's zone. */
  readonly asOf: string | null;
}

const FAILING = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
} as const satisfies Readonly<Record<string, readonly Severity[]>>;

/** Which options say nothing beside which. */
const ALONE: readonly (readonly [keyof CheckOptions, readonly (keyof CheckOptions)[]])[] = [
  ['write-baseline', ['baseline', 'changed-since', 'format', 'fail-on', 'strict', 'fix', 'fix-dry-run', 'watch']],
  ['fix-dry-run', ['fix', 'format', 'watch']],
  ['watch', ['fix']],
  ['strict', ['fail-on']],
];

export function readCheckOptions(options: CheckOptions, host: Pick<Host, 'cwd' | 'env'>): CheckSettings | UsageProblem {
  for (const [name, others] of ALONE) {
    const other = given(options, name) ? others.find((one) => given(options, one)) : undefined;
    if (other !== undefined) return { kind: 'problem', message: `\`--${other}\` says nothing beside \`--${name}\`` };
  }
  const asOf = options['as-of'];
  if (asOf !== null && !isDay(asOf))
    return { kind: 'problem', message: `\`--as-of\` cannot be \`${asOf}\``, help: 'write a day such as `2026-01-31`' };
  const read = readOutputs(options.format, host, {
    formats: REPORT_FORMATS,
    fallback: host.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text',
  });
  if (read.kind === 'problem') return read;
  const written = fileOf(options['write-baseline'], host.cwd);
  if (written !== null) {
    const wrong = fileProblem(written.shown, written.path);
    if (wrong !== null) return { kind: 'problem', message: wrong };
  }
  const known = fileOf(options.baseline, host.cwd);
  const baseline = known === null ? null : readBaseline(known.path, known.shown);
  if (baseline?.kind === 'problem') return baseline;
  return {
    kind: 'settings',
    outputs: read.outputs,
    failing: new Set(FAILING[options['fail-on'] ?? (options.strict ? 'warning' : 'error')]),
    changedSince: options['changed-since'],
    baseline: known === null || baseline === null ? null : { ...known, findings: baseline.findings },
    writeBaseline: written,
    asOf,
    fix: options['fix-dry-run'] ? 'show' : options.fix ? 'write' : 'no',
  };
}

function fileOf(shown: string | null, cwd: string): { readonly path: string; readonly shown: string } | null {
  return shown === null ? null : { path: resolve(cwd, shown), shown };
}

function given(options: CheckOptions, name: keyof CheckOptions): boolean {
  const value = options[name];
  return typeof value === 'boolean' ? value : value !== null && value.length > 0;
}

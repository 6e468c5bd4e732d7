// The product as a subject: the one file of the benchmark that knows its API. What has not landed is absent, with the reason.
import type { NamedText } from '../definitions/sextant-text.js';
import type { TableShape, TextRows } from '../harness/result-table.js';
import { absent, present, reasonOf, type Presence } from './presence.js';

export interface SextantQuestion {
  readonly metrics: readonly string[];
  readonly by?: readonly string[];
  readonly grain?: string;
  readonly from?: string;
  readonly to?: string;
  readonly asOf: string;
}

/** A checked project; opaque to the workloads. */
export interface CheckedProject {
  readonly graph: unknown;
  readonly metrics: number;
  /** Errors as `KPI1234 message`; warnings are not listed. */
  readonly errors: readonly string[];
}

export type Parse = (files: readonly NamedText[]) => CheckedProject;
export type Plan = (project: CheckedProject, question: SextantQuestion) => string;

export interface Session {
  ask(question: SextantQuestion): Promise<unknown>;
  /** The same answer as texts in the order of the shape's columns. */
  rows(question: SextantQuestion, shape: TableShape): Promise<TextRows>;
  close(): Promise<void>;
}

export interface SessionOptions {
  /** The folder that the data of the project's files are in. */
  readonly folder: string;
  readonly threads: number;
  readonly memoryLimit?: string;
}

export type OpenSession = (project: CheckedProject, options: SessionOptions) => Promise<Session>;

export async function sextantParser(): Promise<Presence<Parse>> {
  try {
    const parser: Readonly<Record<string, unknown>> = await import('@sextant/parser');
    const parseProject = parser['parseProject'];
    if (typeof parseProject !== 'function') return absent('the parser does not export parseProject yet');
    return present((files) => {
      const outcome = parseProject(files) as ParseOutcome;
      const errors = outcome.diagnostics.filter(({ severity }) => severity === 'error');
      return {
        graph: outcome.value,
        metrics: outcome.value.metrics.size,
        errors: errors.map(({ code, message }) => `${code} ${message}`),
      };
    });
  } catch (thrown) {
    return absent(reasonOf(thrown));
  }
}

interface ParseOutcome {
  readonly value: { readonly metrics: ReadonlyMap<string, unknown> };
  readonly diagnostics: readonly { readonly severity: string; readonly code: string; readonly message: string }[];
}

export async function sextantPlanner(): Promise<Presence<Plan>> {
  return absent('the engine has no planner yet');
}

export async function sextantSession(): Promise<Presence<OpenSession>> {
  return absent('the engine cannot answer questions yet');
}

/** Arguments of `node` for the built command, or why there is none. */
export function sextantCommand(): Presence<SextantCommand> {
  return absent('the command has not landed yet');
}

export interface SextantCommand {
  check(folder: string): readonly string[];
  ask(folder: string, question: SextantQuestion): readonly string[];
}

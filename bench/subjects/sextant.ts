// The product as a subject: the one file of the benchmark that knows its API. What cannot be loaded is absent, with the reason.
import type { ask as engineAsk, Question, Result, Session as EngineSession } from '@sextant/engine';
import type { Diagnostic, Graph } from '@sextant/parser';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NamedText } from '../definitions/sextant-text.js';
import { repositoryFolder } from '../harness/folders.js';
import type { TableShape, TextRows } from '../harness/result-table.js';
import { absent, present, reasonOf, type Presence } from './presence.js';

export type SextantQuestion = Question;

/** A checked project; opaque to the workloads. */
export interface CheckedProject {
  readonly graph: Graph;
  readonly metrics: number;
  /** Errors as `KPI1234 message`; warnings are not listed. */
  readonly errors: readonly string[];
}

export type Parse = (files: readonly NamedText[]) => CheckedProject;
export type Plan = (project: CheckedProject, question: SextantQuestion) => string;

export interface Session {
  /** Opening and checking the data took this long; it is not part of a question's time. */
  readonly openedInMs: number;
  ask(question: SextantQuestion): Promise<unknown>;
  /** The same answer as texts in the order of the shape's columns. */
  rows(question: SextantQuestion, shape: TableShape): Promise<TextRows>;
  close(): Promise<void>;
}

export interface SessionOptions {
  /** The folder that the data of the project's files are in. */
  readonly folder: string;
  readonly threads: number;
  /** What will be asked: only the data that this needs is opened. */
  readonly questions: readonly SextantQuestion[];
}

export type OpenSession = (project: CheckedProject, options: SessionOptions) => Promise<Session>;

export async function sextantParser(): Promise<Presence<Parse>> {
  try {
    const { parseProject } = await import('@sextant/parser');
    return present((files) => {
      const { value, diagnostics } = parseProject(files);
      return { graph: value, metrics: value.metrics.size, errors: errorsOf(diagnostics) };
    });
  } catch (thrown) {
    return absent(reasonOf(thrown));
  }
}

export async function sextantPlanner(): Promise<Presence<Plan>> {
  try {
    const { checkQuestion, NO_FACTS, planQuestion, queriesOf } = await import('@sextant/engine');
    return present(({ graph }, question) => {
      const checked = checkQuestion(graph, question);
      if (checked.value === null) throw new Error(errorsOf(checked.diagnostics).join('; '));
      // No window of these questions moves, so no history of the data is needed.
      const planning = planQuestion(graph, checked.value, NO_FACTS);
      const queries = planning.kind === 'plan' ? queriesOf(graph, checked.value, planning.plan) : null;
      if (queries === null) throw new Error('no SQL for this question');
      return queries.flatMap(({ statements }) => statements.map(({ sql }) => sql)).join(';\n');
    });
  } catch (thrown) {
    return absent(reasonOf(thrown));
  }
}

export async function sextantSession(): Promise<Presence<OpenSession>> {
  try {
    const engine = await import('@sextant/engine');
    return present(async ({ graph }, { folder, threads, questions }) => {
      const needed = questions.flatMap((question) => {
        const checked = engine.checkQuestion(graph, question);
        return checked.value === null ? [] : engine.datasetsNeeded(graph, checked.value);
      });
      const started = performance.now();
      const opened = await engine.openSession(graph, { root: folder, threads, datasets: new Set(needed) });
      const openedInMs = performance.now() - started;
      const session = opened.value;
      if (session === null) throw new Error(errorsOf(opened.diagnostics).join('; '));
      return {
        openedInMs,
        ask: (question) => answer(engine.ask, session, question),
        rows: async (question, shape) => textRows(await answer(engine.ask, session, question), shape),
        close: () => session.executor.close(),
      };
    });
  } catch (thrown) {
    return absent(reasonOf(thrown));
  }
}

async function answer(ask: typeof engineAsk, session: EngineSession, question: SextantQuestion): Promise<Result> {
  const { value, diagnostics } = await ask(session, question);
  if (value === null) throw new Error(errorsOf(diagnostics).join('; '));
  return value;
}

/** The shape names columns as the SQL does; ours stand in the order in which they were asked for. */
function textRows(result: Result, shape: TableShape): TextRows {
  return result.rows.map((row) => {
    const keys = row.keys.values();
    const cells = row.cells.values();
    return shape.columns.map(({ kind }) => {
      if (kind === 'month' || kind === 'day') return row.bucket?.label ?? null;
      if (kind === 'key') return keys.next().value ?? null;
      return cells.next().value?.value ?? null;
    });
  });
}

function errorsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
}

export interface SextantCommand {
  check(folder: string): readonly string[];
  ask(folder: string, question: SextantQuestion, options: AskOptions): readonly string[];
}

export interface AskOptions {
  readonly threads: number;
  readonly memoryLimit?: string;
}

/** Arguments of `node` for the built command, or why there is none. */
export function sextantCommand(): Presence<SextantCommand> {
  const file = join(repositoryFolder, 'packages', 'cli', 'dist', 'kpi.mjs');
  if (!existsSync(file)) return absent('the command is not built: run `pnpm build`');
  return present({
    check: (folder) => [file, 'check', folder],
    ask: (folder, question, { threads, memoryLimit }) => {
      const args = [
        file,
        'eval',
        ...question.metrics,
        '--project',
        folder,
        '--as-of',
        question.asOf,
        '--format',
        'csv',
      ];
      args.push('--threads', String(threads));
      if (question.grain !== undefined) args.push('--grain', question.grain);
      if (question.from !== undefined) args.push('--from', question.from);
      if (question.to !== undefined) args.push('--to', question.to);
      if (memoryLimit !== undefined) args.push('--memory', memoryLimit);
      return args;
    },
  });
}

/** A project that an editor has open: each call changes it and asks for what the editor shows. */
export interface OpenProject {
  /** Another text in a line, up to all diagnostics; how many there are. */
  edit(path: string, line: number, text: string): number;
  /** What is wrong, as texts: for comparing with a check from nothing. */
  said(): readonly string[];
  /** The same of a project that was never edited. */
  saidAnew(): readonly string[];
  /** An edit without its diagnostics, and what may be written at its end: how many proposals there are. */
  complete(path: string, line: number, text: string): number;
  hover(path: string, line: number, character: number): boolean;
}

export async function sextantEditor(): Promise<Presence<(files: readonly NamedText[]) => OpenProject>> {
  try {
    const service = await import('@sextant/language-service');
    return present((files) => {
      let workspace = service.openWorkspace(files);
      const put = (path: string, line: number, text: string): void => {
        const range = { start: { line, character: 0 }, end: { line, character: 1_000_000 } };
        workspace = service.update(workspace, [{ kind: 'edits', path, edits: [{ range, text }] }]);
      };
      const said = (of: typeof workspace): readonly string[] =>
        [...service.diagnostics(of)].flatMap(([path, list]) =>
          list.map(({ message, range }) => `${path}:${range.start.line}:${range.start.character} ${message}`),
        );
      const count = (): number => {
        let found = 0;
        for (const list of service.diagnostics(workspace).values()) found += list.length;
        return found;
      };
      count();
      return {
        edit: (path, line, text) => {
          put(path, line, text);
          return count();
        },
        said: () => said(workspace),
        saidAnew: () => said(service.openWorkspace([...workspace.files.values()])),
        complete: (path, line, text) => {
          put(path, line, text);
          return service.completion(workspace, { path, position: { line, character: text.length } }).items.length;
        },
        hover: (path, line, character) => service.hover(workspace, { path, position: { line, character } }) !== null,
      };
    });
  } catch (thrown) {
    return absent(reasonOf(thrown));
  }
}

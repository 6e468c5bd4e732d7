// From a command line to a checked project, the engine and a question for it.
import type { SourceFile } from '@sextant/parser';
import type { UsageProblem } from '../command-line/read-arguments.js';
import { sayProblem } from '../command-line/say-problem.js';
import { loadEngine, type EnginePort, type Question, type SessionOptions } from '../engine-port.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import type { CheckedProject } from '../project/check-project.js';
import { oneProject } from '../project/find-projects.js';
import { sayNoAnswer, soundProject } from './ask-project.js';
import { readQuestion, type QuestionOptions } from './read-question.js';
import { readSessionOptions } from './session-options.js';
import { todayIn } from './today.js';

export interface Asking {
  readonly kind: 'asking';
  readonly project: CheckedProject;
  readonly engine: EnginePort;
  readonly question: Question;
  /** The question's own texts, for diagnostics to point into. */
  readonly texts: readonly SourceFile[];
  readonly session: SessionOptions;
}

/** What is wrong was said where the answer is an exit code. */
export async function openAsking(
  metrics: readonly string[],
  options: QuestionOptions,
  host: Host,
): Promise<Asking | { readonly kind: 'exit'; readonly exit: ExitCode }> {
  const refuse = ({ message, help }: Omit<UsageProblem, 'kind'>) =>
    ({ kind: 'exit', exit: sayProblem(host, message, help) }) as const;
  const found = oneProject(options.project, host.cwd);
  if (found.kind === 'problem') return refuse(found);
  const project = soundProject(found.root, host);
  if (project === null) return { kind: 'exit', exit: EXIT.findings };
  const { graph, root } = project;
  const settings = readSessionOptions(options, graph, root, host);
  if (settings.kind === 'problem') return refuse(settings);
  const engine = await loadEngine();
  const today = todayIn(graph.project.timezone, host.now());
  const read = readQuestion(engine, { metrics, options, graph, today });
  if (read.kind === 'problem') return refuse(read);
  // What is wrong with a named question is wrong in its file, not on the command line.
  const named = options.question === null ? undefined : graph.questions.get(options.question);
  const checked = named === undefined ? null : engine.checkNamedQuestion(graph, named, read.question.asOf);
  if (checked !== null && checked.value === null)
    return { kind: 'exit', exit: sayNoAnswer(checked.diagnostics, project, [], host) };
  const { question } = read;
  return {
    kind: 'asking',
    project,
    engine,
    question,
    texts: engine.questionSources(question),
    session: settings.session,
  };
}

// From a command line to a checked project, the engine and a request to explain a number.
import type { UsageProblem } from '../command-line/read-arguments.js';
import { sayProblem } from '../command-line/say-problem.js';
import { loadEngine, type EnginePort, type ExplainRequest, type SessionOptions } from '../engine-port.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import type { CheckedProject } from '../project/check-project.js';
import { oneProject } from '../project/find-projects.js';
import { soundProject } from '../asking/ask-project.js';
import { problem, readParameters, splitList } from '../asking/read-question.js';
import { readSessionOptions } from '../asking/session-options.js';
import { todayIn } from '../asking/today.js';
import type { Given } from '../command-line/command.js';
import type { explainOptions } from './explain-options.js';
import { findSubject } from './find-subject.js';

export interface Explaining {
  readonly kind: 'explaining';
  readonly project: CheckedProject;
  readonly engine: EnginePort;
  readonly request: ExplainRequest;
  readonly session: SessionOptions;
}

/** What is wrong was said where the answer is an exit code. */
export async function openExplaining(
  asked: string,
  options: Given<typeof explainOptions>,
  host: Host,
): Promise<Explaining | { readonly kind: 'exit'; readonly exit: ExitCode }> {
  const refuse = ({ message, help }: Omit<UsageProblem, 'kind'>) =>
    ({ kind: 'exit', exit: sayProblem(host, message, help) }) as const;
  if (options.by.length > 0 && options.versus === null)
    return refuse(problem('`--by` takes a change apart, and nothing is compared', 'say with what: `--versus prior`'));
  const found = oneProject(options.project, host.cwd);
  if (found.kind === 'problem') return refuse(found);
  const project = soundProject(found.root, host);
  if (project === null) return { kind: 'exit', exit: EXIT.findings };
  const { graph, root } = project;
  const subject = findSubject(graph, asked);
  if (subject.kind === 'problem') return refuse(subject);
  const settings = readSessionOptions(options, graph, root, host);
  if (settings.kind === 'problem') return refuse(settings);
  const parameters = readParameters(options.param);
  if (parameters.kind === 'problem') return refuse(parameters);
  return {
    kind: 'explaining',
    project,
    engine: await loadEngine(),
    request: {
      subject: subject.subject,
      ...(options.at === null ? {} : { at: options.at }),
      ...(options.versus === null ? {} : { versus: options.versus }),
      by: options.by.flatMap(splitList),
      ...(options.where === null ? {} : { where: options.where }),
      asOf: options['as-of'] ?? todayIn(graph.project.timezone, host.now()),
      parameters: parameters.parameters,
    },
    session: settings.session,
  };
}

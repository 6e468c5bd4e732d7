// The options of a command line as a question.
import type { Graph } from '@sextant/parser';
import type { Given } from '../command-line/command.js';
import type { UsageProblem } from '../command-line/read-arguments.js';
import { didYouMeanHelp } from '@sextant/parser';
import type { EnginePort, Question } from '../engine-port.js';
import { saidByQuestion, type questionOptions } from './question-options.js';

export type QuestionOptions = Given<typeof questionOptions>;

interface Wanted {
  readonly metrics: readonly string[];
  readonly options: QuestionOptions;
  readonly graph: Graph;
  /** Taken where the options name no day. */
  readonly today: string;
}

export function readQuestion(
  engine: Pick<EnginePort, 'questionOf'>,
  { metrics, options, graph, today }: Wanted,
): { readonly kind: 'question'; readonly question: Question } | UsageProblem {
  const read = readParameters(options.param);
  if (read.kind === 'problem') return read;
  const { parameters } = read;
  if (options.question !== null) {
    const def = graph.questions.get(options.question);
    if (def === undefined) {
      const names = [...graph.questions.keys()];
      const near = didYouMeanHelp(options.question, names);
      const list = names.length === 0 ? 'the project has no questions' : `questions: ${names.join(', ')}`;
      return problem(`there is no question \`${options.question}\``, near ?? list);
    }
    const beside = saidByQuestion.find((name) => given(options[name]));
    if (metrics[0] !== undefined || beside !== undefined) {
      const what = metrics[0] ?? `--${beside ?? ''}`;
      return problem(`\`${what}\` says nothing beside \`--question\``, 'the question itself says what is asked');
    }
    const asked = engine.questionOf(def, options['as-of'] ?? today);
    return {
      kind: 'question',
      question: {
        ...asked,
        // A day on the command line counts for more than the one in the definition.
        ...(options['as-of'] === null ? {} : { asOf: options['as-of'] }),
        parameters: { ...asked.parameters, ...parameters },
      },
    };
  }
  if (metrics.length === 0) {
    return problem('nothing is asked', 'name a metric or a formula: `kpi eval revenue`, or `--question NAME`');
  }
  if (options.limit !== null && !/^\d{1,15}$/.test(options.limit)) {
    return problem(`\`--limit\` cannot be \`${options.limit}\``, 'write a whole number');
  }
  return {
    kind: 'question',
    question: {
      metrics,
      by: options.by.flatMap(splitList),
      order: options.order.flatMap(splitList),
      asOf: options['as-of'] ?? today,
      ...(options.grain === null ? {} : { grain: options.grain }),
      ...(options.from === null ? {} : { from: options.from }),
      ...(options.to === null ? {} : { to: options.to }),
      ...(options.where === null ? {} : { where: options.where }),
      ...(options.having === null ? {} : { having: options.having }),
      ...(options.limit === null ? {} : { limit: Number(options.limit) }),
      parameters,
    },
  };
}

/** `--param NAME=VALUE`, each name once. */
export function readParameters(
  texts: readonly string[],
): { readonly kind: 'parameters'; readonly parameters: Readonly<Record<string, string>> } | UsageProblem {
  const parameters = new Map<string, string>();
  for (const text of texts) {
    const pair = splitPair(text);
    if (pair === null) return problem(`\`--param ${text}\` has no \`=\``, 'write `--param NAME=VALUE`');
    if (parameters.has(pair.name)) return problem(`the parameter \`${pair.name}\` is given twice`);
    parameters.set(pair.name, pair.value);
  }
  return { kind: 'parameters', parameters: Object.fromEntries(parameters) };
}

function given(option: string | null | readonly string[]): boolean {
  return option !== null && option.length > 0;
}

/** `channel,region` are two; a quoted name may hold a comma. */
export function splitList(text: string): readonly string[] {
  return text.includes('"') ? [text.trim()] : text.split(',').map((part) => part.trim());
}

/** `name=value`; the value may hold `=` itself. */
export function splitPair(text: string): { readonly name: string; readonly value: string } | null {
  const at = text.indexOf('=');
  return at <= 0 ? null : { name: text.slice(0, at).trim(), value: text.slice(at + 1) };
}

export function problem(message: string, help?: string): UsageProblem {
  return { kind: 'problem', message, ...(help === undefined ? {} : { help }) };
}

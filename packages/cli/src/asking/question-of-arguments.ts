// The question that a command line of ours asks, where we write the line ourselves.
import type { Graph } from '@sextant/parser';
import { readArguments } from '../command-line/read-arguments.js';
import type { EnginePort, Question } from '../engine-port.js';
import { questionOptions } from './question-options.js';
import { readQuestion } from './read-question.js';

/** Throws for a line that is wrong, or names no `--as-of`: it is a bug of ours. */
export function questionOfArguments(engine: EnginePort, graph: Graph, args: readonly string[]): Question {
  const line = readArguments(args, { options: questionOptions, most: Infinity });
  if (line.kind !== 'read') throw new Error(`wrong arguments: ${args.join(' ')}`);
  const { positionals, options } = line.invocation;
  const read = readQuestion(engine, { metrics: positionals, options, graph, today: '' });
  if (read.kind === 'problem') throw new Error(read.message);
  return read.question;
}

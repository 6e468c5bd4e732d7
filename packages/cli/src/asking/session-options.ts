// The options of a command line as the settings of a session.
import { resolve } from 'node:path';
import type { Graph } from '@sextant/parser';
import { didYouMeanHelp } from '@sextant/parser';
import type { UsageProblem } from '../command-line/read-arguments.js';
import type { SessionOptions } from '../engine-port.js';
import type { Host } from '../host.js';
import { passedChecks } from './passed-checks.js';
import { problem, splitPair, type QuestionOptions } from './read-question.js';

export function readSessionOptions(
  options: Pick<QuestionOptions, 'data' | 'memory' | 'threads' | 'no-cache'>,
  graph: Graph,
  root: string,
  host: Host,
): { readonly kind: 'session'; readonly session: SessionOptions } | UsageProblem {
  const sources = new Map<string, string>();
  for (const text of options.data) {
    const pair = splitPair(text);
    if (pair === null) return problem(`\`--data ${text}\` has no \`=\``, 'write `--data DATASET=FILE`');
    const { name, value } = pair;
    if (!graph.datasets.has(name)) {
      return problem(`there is no dataset \`${name}\``, didYouMeanHelp(name, [...graph.datasets.keys()]));
    }
    if (value === '') return problem(`\`--data ${text}\` names no file`);
    if (sources.has(name)) return problem(`the data of \`${name}\` is given twice`);
    // Like every path of a command line it starts where the person stands.
    sources.set(name, resolve(host.cwd, value));
  }
  const { memory, threads } = options;
  if (memory !== null && !/^\d{1,9}(\.\d{1,3})?\s*[KMGT]i?B$/i.test(memory)) {
    return problem(`\`--memory\` cannot be \`${memory}\``, 'write a size such as `512MB` or `2GB`');
  }
  if (threads !== null && !/^[1-9]\d{0,3}$/.test(threads)) {
    return problem(`\`--threads\` cannot be \`${threads}\``, 'write a whole number from 1 on');
  }
  return {
    kind: 'session',
    session: {
      root,
      ...(sources.size === 0 ? {} : { extraSources: Object.fromEntries(sources) }),
      ...(memory === null ? {} : { memoryLimit: memory }),
      ...(threads === null ? {} : { threads: Number(threads) }),
      ...(options['no-cache'] ? {} : { passed: passedChecks(host) }),
    },
  };
}

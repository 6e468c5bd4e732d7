// A formula in plain English, for people who answer for its number and do not read formulas.
import type { Graph } from '../graph/graph.js';
import type { CaseTyped, ConstTyped, ConvertTyped, Typed } from '../types/typed.js';
import { acrossPhrase, perPhrase, statePhrase, windowPhrase } from './windows.js';
import { aggregatePhrase, childPhrase, conversionPhrase, retentionPhrase, topSharePhrase } from './aggregates.js';
import { amountInWords } from './amounts.js';
import { callPhrase } from './calls.js';
import { conditionText } from './conditions.js';
import { fieldName, kpiName, memberName, metricName, parameterName } from './names.js';
import { before, clause, nounPhrase, within, word, type Phrase } from './phrase.js';
import type { Speaker } from './speaker.js';

/** `Revenue divided by the number of orders whose status is 'paid'`: short, without a full stop; metrics by their titles. */
export function wordsOf(graph: Graph, typed: Typed): string {
  const speaker = speakerOf(graph);
  return typed.type.value.kind === 'boolean' ? speaker.condition(typed) : speaker.say(typed).text;
}

function speakerOf(graph: Graph): Speaker {
  const speaker: Speaker = {
    graph,
    say: (typed) => phraseOf(typed, speaker),
    condition: (typed) => conditionText(typed, speaker),
  };
  return speaker;
}

function phraseOf(typed: Typed, speaker: Speaker): Phrase {
  const { graph } = speaker;
  switch (typed.kind) {
    case 'const':
      return word(constantText(typed));
    case 'null':
      return word('no value');
    case 'parameter':
      return word(parameterName(graph, typed.parameter));
    case 'field':
      return word(fieldName(graph, typed));
    case 'member':
      return word(memberName(graph, typed.member));
    case 'call':
      return callPhrase(typed, speaker);
    case 'case':
      return casePhrase(typed, speaker);
    case 'convert':
      return convertPhrase(typed, speaker);
    case 'child':
      return childPhrase(typed, speaker);
    case 'aggregate':
      return aggregatePhrase(typed, speaker);
    case 'metric':
      return word(metricName(graph, typed.metric));
    case 'filtered':
      return nounPhrase(`${within(speaker.say(typed.of), 'noun')} where ${speaker.condition(typed.condition)}`, true);
    case 'across':
      return acrossPhrase(typed, speaker);
    case 'per':
      return perPhrase(typed, speaker);
    case 'window':
      return windowPhrase(typed, speaker);
    case 'state':
      return statePhrase(typed, speaker);
    case 'conversion':
      return conversionPhrase(typed, speaker);
    case 'retention':
      return retentionPhrase(typed, speaker);
    case 'top_share':
      return topSharePhrase(typed, speaker);
    case 'target':
      return nounPhrase(`the target of ${kpiName(graph, typed.kpi)}`);
    case 'window_length':
      return nounPhrase(`the number of ${typed.level}s in the period`);
    case 'unknown':
      return nounPhrase('a part that is not understood');
  }
}

function constantText({ value, type }: ConstTyped): string {
  switch (value.kind) {
    case 'number':
      return amountInWords(value.text, type.unit, false);
    case 'text':
      return `'${value.value}'`;
    case 'boolean':
      return value.value ? 'true' : 'false';
    case 'date':
    case 'datetime':
    case 'timestamp':
      return value.text;
  }
}

function casePhrase({ branches, otherwise }: CaseTyped, speaker: Speaker): Phrase {
  const said = branches.map(({ when, then }) => `${before(speaker.say(then), 'sum')} if ${speaker.condition(when)}`);
  const last = otherwise === null ? 'no value' : within(speaker.say(otherwise), 'sum');
  return clause(`${said.join(', ')}, otherwise ${last}`);
}

/** The rate of a fixed day is constant currency; that of the rows' own time is the one that nobody needs to be told. */
function convertPhrase({ of, to, at, skipMissing }: ConvertTyped, speaker: Speaker): Phrase {
  const rate = isOwnTime(at, speaker.graph) ? 'the day' : within(speaker.say(at), 'word');
  const skipped = skipMissing ? ', where there is a rate' : '';
  return word(`${within(speaker.say(of), 'word')} in ${to} at the rate of ${rate}${skipped}`);
}

function isOwnTime(at: Typed, graph: Graph): boolean {
  if (at.kind !== 'field') return false;
  const axis = graph.datasets.get(at.base)?.time;
  if (axis?.kind !== 'event' || axis.at.field !== at.field || axis.at.path.length !== at.path.length) return false;
  return axis.at.path.every((step, i) => step.field === at.path[i]?.field);
}

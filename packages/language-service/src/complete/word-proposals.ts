// The words of formulas: functions with places to fill, and what goes on behind something complete.
import { allFunctions } from '@sextant/parser';
import type { FormulaContext } from '../formulas/cursor-context.js';
import type { Proposal } from './item.js';
import { ofFunction } from './proposals.js';

/** Where a value may begin. */
export function words({ wanted, scope, cases, calls }: FormulaContext): readonly Proposal[] {
  if (wanted !== 'value' && wanted !== 'aggregated' && wanted !== 'constant') return [];
  const inRows = scope.kind === 'row' || wanted === 'aggregated' || scope.kind === 'condition';
  const functions = allFunctions
    .filter(({ kind, name }) => {
      if (kind === 'scalar' || name === 'if' || name === 'cast') return true;
      if (kind === 'aggregate') return !inRows && scope.kind !== 'constant';
      if (name === 'convert') return scope.kind !== 'constant';
      return scope.kind === 'metric' || scope.kind === 'group' ? name !== 'case' && wanted === 'value' : false;
    })
    .filter((spec) => spec.kind !== 'context' || spec.form === 'call')
    .map((spec) => ofFunction(spec, spec.kind === 'aggregate' ? 30 : spec.kind === 'context' ? 32 : 40));
  const literals: readonly (readonly [string, string])[] = [
    ...(calls.length === 0 || wanted === 'value'
      ? ([['case', 'case when ${1:condition} then ${2:x} else ${3:y} end']] as const)
      : []),
    ['not', 'not '],
    ['null', 'null'],
    ['date', "date '${1:2026-01-31}'"],
    ['period', "period '${1:2026-03}'"],
  ];
  const said = literals
    .filter(([label]) => label !== 'not' || inRows || scope.kind === 'group')
    .map(([label, insert]): Proposal => ({
      label,
      kind: 'word',
      rank: 60,
      detail: null,
      insert,
      snippet: true,
      about: { kind: 'word', word: label },
    }));
  return [...functions, ...said, ...caseWords(cases, 20)];
}

/** What goes on behind something complete. */
export function operators(at: FormulaContext, rank: number): readonly Proposal[] {
  const { wanted, scope, calls, said, cases } = at;
  const call = calls.at(-1);
  const found: Proposal[] = [];
  const add = (label: string, near: number, insert = `${label} `): void =>
    void found.push({
      label,
      kind: 'word',
      rank: rank + near,
      detail: null,
      insert,
      about: { kind: 'word', word: label.split(' ')[0] ?? label },
    });
  const spec = call === undefined ? null : allFunctions.find(({ name }) => name === call.name);
  const isCondition =
    scope.kind !== 'constant' && (scope.kind !== 'metric' || said.has('where') || cases > 0) && wanted === 'value';
  const isStep = wanted === 'dataset' || wanted === 'field';
  if (
    scope.kind !== 'constant' &&
    !said.has('where') &&
    (wanted === 'value' ? scope.kind !== 'condition' && scope.kind !== 'row' : wanted !== 'field')
  )
    add('where', 0);
  if (spec?.kind === 'aggregate') {
    if (wanted === 'aggregated' || said.has('where')) if (!said.has('dated')) add('dated', 2);
    if (!said.has('per')) add('per', 3);
    if (said.has('per')) add('skip', 5, 'skip');
  } else if ((scope.kind === 'metric' || scope.kind === 'group') && wanted === 'value') add('across', 4);
  if (wanted === 'across key') add('unfiltered', 1, 'unfiltered');
  for (const word of clausesOf(call?.name ?? '')) if (!(call?.words.includes(word) ?? false)) add(word, 1);
  if (wanted === 'span' && call !== undefined) for (const word of flagsOf(call.name)) add(word, 1, `, ${word}`);
  if (isCondition && !isStep)
    for (const [i, word] of ['and', 'or', 'in', 'not in', 'between', 'like', 'is null', 'is not null'].entries())
      add(word, 6 + i, word === 'in' || word === 'not in' ? `${word} (` : `${word}${word.startsWith('is') ? '' : ' '}`);
  for (const one of caseWords(cases, rank)) found.push(one);
  return found;
}

function caseWords(open: number, rank: number): readonly Proposal[] {
  if (open <= 0) return [];
  return ['when', 'then', 'else', 'end'].map((label, i) => ({
    label,
    kind: 'word',
    rank: rank + i,
    detail: null,
    insert: label === 'end' ? label : `${label} `,
    about: { kind: 'word', word: label },
  }));
}

function clausesOf(call: string): readonly string[] {
  switch (call) {
    case 'conversion':
    case 'conversions':
      return ['to', 'by', 'within'];
    case 'retention':
      return ['by', 'at'];
    case 'convert':
      return ['to', 'at', 'skip missing'];
    case 'opening':
    case 'closing':
      return ['each'];
    case 'top_share':
      return ['of'];
    case 'cast':
      return ['as'];
    default:
      return [];
  }
}

function flagsOf(call: string): readonly string[] {
  switch (call) {
    case 'prior':
    case 'change':
    case 'growth':
      return ['full', 'partial'];
    case 'rolling':
      return ['partial'];
    default:
      return [];
  }
}

// The formulas that an explanation needs the values of, each once, to be asked as the metrics of one question.
import type { Typed } from '@sextant/parser';
import { meaningKey } from '../plan/bind.js';
import type { AskedMetric } from '../question/question.js';

/** Where a formula's value stands in the answer. */
export type Ask = number;

export interface AskList {
  readonly ask: (formula: Typed) => Ask;
  readonly metrics: () => readonly AskedMetric[];
}

export function makeAskList(): AskList {
  const formulas: Typed[] = [];
  const known = new Map<string, Ask>();
  return {
    ask(formula) {
      const key = meaningKey(formula);
      const found = known.get(key);
      if (found !== undefined) return found;
      known.set(key, formulas.length);
      formulas.push(formula);
      return formulas.length - 1;
    },
    metrics: () => formulas.map(askedMetric),
  };
}

export function askedMetric(formula: Typed, index: number): AskedMetric {
  return {
    name: `#${index}`,
    title: null,
    formula,
    type: { ...formula.type, level: 'aggregate' },
    percent: false,
    decimals: null,
  };
}

// The form of a question to the question that the engine takes, and back.
import { questionOf, type Question } from '@sextant/engine/browser';
import type { Graph } from '@sextant/parser';
import type { Asked } from '../state/app-state.js';
import type { NamedQuestion } from './methods.js';

export function questionFrom(asked: Asked, asOf: string): Question {
  const { metrics, by, grain, from, to, where, having, order, limit, parameters } = asked;
  return {
    metrics,
    by,
    asOf,
    order,
    parameters,
    ...(grain === '' ? {} : { grain }),
    ...(from.trim() === '' ? {} : { from: from.trim() }),
    ...(to.trim() === '' ? {} : { to: to.trim() }),
    ...(where.trim() === '' ? {} : { where }),
    ...(having.trim() === '' ? {} : { having }),
    ...(limit === null ? {} : { limit }),
  };
}

export function namedQuestion(graph: Graph, name: string, asOf: string): NamedQuestion | null {
  const def = graph.questions.get(name);
  if (def === undefined) return null;
  const question = questionOf(def, asOf);
  return {
    asOf: def.asOf?.text ?? null,
    asked: {
      metrics: question.metrics,
      by: question.by ?? [],
      grain: question.grain ?? '',
      from: question.from ?? '',
      to: question.to ?? '',
      where: question.where ?? '',
      having: question.having ?? '',
      order: question.order ?? [],
      limit: question.limit ?? null,
      parameters: question.parameters ?? {},
      named: name,
    },
  };
}

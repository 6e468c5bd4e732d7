// The datasets that an answer reads, known before any data is.
import type { Graph } from '@sextant/parser';
import type { CheckedQuestion } from '../question/question.js';
import { datasetsOfScans } from './datasets-of.js';
import { NO_FACTS } from './facts.js';
import { factsNeeded, planQuestion } from './plan-question.js';

export function datasetsNeeded(graph: Graph, question: CheckedQuestion): readonly string[] {
  const planning = planQuestion(graph, question, NO_FACTS);
  const { calendars } = factsNeeded(graph, question);
  // Without its rows a calendar dataset has no buckets, and no plan shows what is read.
  if (planning.kind !== 'plan' || calendars.length > 0) return [...graph.datasets.keys()];
  return datasetsOfScans(graph, planning.plan.scans);
}

// A KPI as the handbook shows it.
import { capitalised, kpiInWords, reviewOf, statusWord, STATUSES, type Kpi, type ScalarNode } from '@sextant/parser';
import type { KpiEntry } from '../model/handbook.js';
import { linkTo, self } from '../links/links-of.js';
import type { Subject } from './part.js';

export function kpiEntry(kpi: Kpi, { graph, names, numbers, placeOf, lineage }: Subject): KpiEntry {
  const { name, def } = kpi;
  const words = kpiInWords(graph, kpi);
  const groups: readonly (readonly [string, readonly string[]])[] = [
    ['Measures', words.measure],
    ['Goal', words.goal],
    ['Target', [...words.target, ...words.pacing]],
    ['Status', [...words.status, ...words.guardrails]],
    ['Trend', words.trend],
  ];
  const formulaOf = (role: string, { text, span }: ScalarNode): KpiEntry['formulas'][number] => ({
    role,
    text: text.trim(),
    place: placeOf(span),
  });
  const metric = def.metric === null ? undefined : graph.metrics.get(def.metric.text);
  return {
    link: self(names, 'kpi', name),
    description: def.description?.text.trim() ?? null,
    place: placeOf(def.name.span),
    lineage: lineage(`kpi:${name}`),
    question: def.question?.text.trim() ?? null,
    aliases: (def.aliases ?? []).map(({ text }) => text),
    words: groups.flatMap(([title, sentences]) => (sentences.length === 0 ? [] : [{ title, sentences }])),
    metric: linkTo(names, 'metric', def.metric),
    formulas: [
      ...(def.formula === null ? [] : [formulaOf('formula', def.formula)]),
      ...(metric === undefined ? [] : [formulaOf(metric.name, metric.def.formula)]),
      ...(def.where === null ? [] : [formulaOf('where', def.where)]),
    ],
    goal: linkTo(names, 'goal', def.goal),
    owner: linkTo(names, 'owner', def.owner),
    contributors: names.links(
      'owner',
      def.contributors.map(({ text }) => text),
    ),
    guardrails: names.links(
      'kpi',
      def.guardrails.map(({ kpi: guard }) => guard.text),
    ),
    playbook: (def.playbook ?? []).map(({ status, text }) => ({
      status: statusOf(status.text),
      text: text.text.trim(),
    })),
    review: reviewWords(kpi),
    reading: numbers.report?.kpis.find(({ reading }) => reading.kpi === name) ?? null,
  };
}

function statusOf(text: string): string {
  const known = STATUSES.find((status) => status === text);
  return known === undefined ? capitalised(text) : statusWord(known);
}

function reviewWords(kpi: Kpi): string | null {
  const review = reviewOf(kpi.def);
  if (review === null) return null;
  const last = review.last === null ? '' : `, last on ${review.last}`;
  return `every ${review.every}${last}`;
}

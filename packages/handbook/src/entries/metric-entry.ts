// A metric as the handbook shows it.
import { metricInWords, unitInWords, type Metric, type Unit } from '@sextant/parser';
import type { MetricEntry } from '../model/handbook.js';
import { examplesOf } from './examples.js';
import { linkTo, self } from '../links/links-of.js';
import { numbersEntry } from './numbers-entry.js';
import type { Subject } from './part.js';

export function metricEntry(metric: Metric, subject: Subject): MetricEntry {
  const { graph, names, numbers, placeOf, lineage } = subject;
  const { name, def } = metric;
  const id = `metric:${name}`;
  const figures = numbers.metrics.get(name) ?? null;
  const unit = unitInWords(metric.type.unit);
  const shown = graph.library === null ? unit : unitInWords(anyCurrency(metric.type.unit));
  return {
    link: self(names, 'metric', name),
    description: def.description?.text.trim() ?? null,
    place: placeOf(def.name.span),
    lineage: lineage(id),
    question: def.question?.text.trim() ?? null,
    aliases: (def.aliases ?? []).map(({ text }) => text),
    words: metricInWords(graph, metric).map((one) => one.replace(`, in ${unit}`, `, in ${shown}`)),
    formula: def.formula.text.trim(),
    unit: metric.percent ? 'percent' : shown,
    adds: addsInWords(metric),
    direction: DIRECTIONS[def.direction?.value ?? 'none'],
    owner: linkTo(names, 'owner', def.owner),
    sources: (def.source ?? []).map(({ text }) => text.trim()),
    mistake: def.mistake?.text.trim() ?? null,
    guardrails: names.links(
      'metric',
      (def.guardrails ?? []).map(({ text }) => text),
    ),
    madeOf: names.links('metric', metric.uses),
    usedBy: [
      ...names.links('metric', from(subject, id, 'uses', 'metric')),
      ...names.links('kpi', from(subject, id, 'measures', 'kpi')),
    ],
    datasets: names.links('dataset', metric.datasets),
    library: def.origin === null ? null : `${def.origin.library} ${def.origin.version}`,
    isInput: graph.library?.inputs.some((input) => input.kind === 'metric' && input.name === name) === true,
    numbers: figures === null ? null : numbersEntry(figures, metric, subject),
    examples: examplesOf(graph, name),
  };
}

/** A library's stand-ins have some currency; whoever uses it has their own. */
function anyCurrency(unit: Unit): Unit {
  return unit.map((factor) => (factor.kind === 'currency' ? { ...factor, base: 'money' } : factor));
}

const DIRECTIONS = {
  up: 'more is better',
  down: 'less is better',
  range: 'best within a range',
  neither: 'neither more nor less is better by itself',
  none: null,
} as const;

function addsInWords({ additive, addsOverTime }: Metric): string {
  if (additive && addsOverTime) return 'adds up over groups and over time';
  if (additive) return 'adds up over groups, not over time';
  return addsOverTime ? 'adds up over time, not over groups' : 'must be computed afresh for every group and period';
}

/** Names at the other end of the edges that lead here. */
function from({ graph }: Subject, id: string, kind: string, of: string): readonly string[] {
  const found = graph.edges.flatMap((edge) =>
    edge.to === id && edge.kind === kind && edge.from.startsWith(`${of}:`) ? [edge.from.slice(of.length + 1)] : [],
  );
  return [...new Set(found)];
}

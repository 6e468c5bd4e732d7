// A definition in plain sentences: what a metric is, and for a KPI what for, how far and how it is judged.
import type { Graph, Metric } from '../graph/graph.js';
import type { Bands, Guardrail, Kpi } from '../graph/kpi.js';
import type { Typed } from '../types/typed.js';
import type { Unit } from '../types/unit.js';
import { asPercent, unitInWords } from './amounts.js';
import { capitalised } from './english.js';
import { goalName, levelName, metricName, ownerName, kpiName, spanName } from './names.js';
import { statusWord } from './status-words.js';
import { aimInWords, boundInWords, pacingInWords } from './target-words.js';
import { wordsOf } from './words-of.js';

/** The parts of a KPI's definition, as sentences without full stops; what is not said is an empty list. */
export interface KpiWords {
  /** What is measured, and what that is made of. */
  readonly measure: readonly string[];
  /** The goal, and who answers for it. */
  readonly goal: readonly string[];
  readonly target: readonly string[];
  readonly pacing: readonly string[];
  readonly status: readonly string[];
  readonly guardrails: readonly string[];
  readonly trend: readonly string[];
}

/** Sentences with full stops. */
export function definitionInWords(graph: Graph, definition: Metric | Kpi): string {
  if (!('aim' in definition)) return sentences(metricInWords(graph, definition));
  const words = kpiInWords(graph, definition);
  return sentences([
    ...words.measure,
    ...words.goal,
    ...words.target,
    ...words.pacing,
    ...words.status,
    ...words.guardrails,
    ...words.trend,
  ]);
}

export function metricInWords(graph: Graph, metric: Metric): readonly string[] {
  const unit = metric.percent ? ', as a percentage' : inUnit(metric.type.unit);
  const empty = metric.emptyZero ? ['without rows it is 0'] : [];
  return [`${metricName(graph, metric.name)} is ${wordsOf(graph, metric.formula)}${unit}`, ...empty];
}

export function kpiInWords(graph: Graph, kpi: Kpi): KpiWords {
  const { def, formula } = kpi;
  const base = formula === null ? null : measured(formula);
  const metric = base === null ? undefined : graph.metrics.get(base);
  const every = kpi.every === null ? '' : ` in each ${levelName(kpi.every)}`;
  const served = def.goal === null ? [] : [`it serves the goal “${goalName(graph, def.goal.text)}”`];
  const owner = def.owner === null ? [] : [`${ownerName(graph, def.owner.text)} answers for it`];
  return {
    measure: [
      ...(formula === null ? [] : [`it measures ${wordsOf(graph, formula)}${every}`]),
      ...(metric === undefined ? [] : metricInWords(graph, metric)),
    ],
    goal: [...served, ...owner],
    target: aimInWords(graph, kpi),
    pacing: kpi.aim === null ? [] : [pacingInWords(graph, kpi.pacing)],
    status: kpi.aim === null ? [] : [bandsInWords(graph, kpi.bands, kpi)],
    guardrails: kpi.guardrails.map((guardrail) => guardrailInWords(graph, guardrail)),
    trend: kpi.every === null ? [] : [trendInWords(graph, kpi)],
  };
}

/** `on track from 95 % of the expected value; at risk from 85 %; else off track`. */
export function bandsInWords(graph: Graph, { basis, onTrack, atRisk }: Bands, kpi: Kpi): string {
  const [good, fair] = [onTrack, atRisk].map((bound) => (bound === null ? null : bandBound(graph, bound, basis, kpi)));
  const down = basis === 'value' && kpi.direction === 'down';
  const limit = (bound: string): string => (down ? `up to ${bound}` : `from ${bound}`);
  const risk = fair === null || fair === undefined ? '' : `; at risk ${limit(fair)}`;
  return `on track ${limit(good ?? '')}${basisWords(basis, kpi)}${risk}; else off track`;
}

function bandBound(graph: Graph, bound: Typed, basis: Bands['basis'], kpi: Kpi): string {
  if (basis === 'value' || basis === 'forecast') return boundInWords(graph, bound, kpi);
  return bound.kind === 'const' && bound.value.kind === 'number' ? asPercent(bound.value.text) : wordsOf(graph, bound);
}

function basisWords(basis: Bands['basis'], { aim }: Kpi): string {
  switch (basis) {
    case 'score':
      if (aim?.kind !== 'target' || aim.curve !== null) return ' of the full score';
      return aim.baseline === null ? ' of the target' : ' of the way from the baseline to the target';
    case 'pace':
      return ' of what is expected by then';
    case 'forecast':
      return ' in the forecast for the whole period';
    case 'value':
      return '';
  }
}

function guardrailInWords(graph: Graph, { kpi, atLeast }: Guardrail): string {
  const unless = atLeast === null ? '' : `, unless that is at least ${statusWord(atLeast)}`;
  return `its status is never better than that of ${kpiName(graph, kpi)}${unless}`;
}

function trendInWords(graph: Graph, kpi: Kpi): string {
  const { compare, materiality } = kpi;
  const then = compare === null ? 'the period before' : `${spanName(compare)} before`;
  const small =
    materiality === null ? '' : `; a change of less than ${boundInWords(graph, materiality, kpi)} counts as none`;
  return `its trend compares with ${then}${small}`;
}

/** The metric that a formula narrows, if it is one metric. */
function measured(formula: Typed): string | null {
  if (formula.kind === 'metric') return formula.metric;
  return formula.kind === 'filtered' ? measured(formula.of) : null;
}

/** What counts things says which; that needs no repeating. */
function inUnit(unit: Unit): string {
  const [only, more] = unit;
  const counts = only !== undefined && more === undefined && only.kind !== 'currency' && only.power === 1;
  const words = counts && only.kind === 'counted' ? '' : unitInWords(unit);
  return words === '' ? '' : `, in ${words}`;
}

function sentences(parts: readonly string[]): string {
  return parts.map((part) => `${capitalised(part)}.`).join(' ');
}

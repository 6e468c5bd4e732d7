// One KPI as the report tells of it: its reading, with words, formulas, people and what to do.
import { kpiInWords, kpiName, statusWord, STATUSES, unitInWords, type Graph, type Kpi } from '@sextant/parser';
import { addToLocal, parseDuration } from '../calendar/duration.js';
import { dayOfMicros, microsOfDay } from '../calendar/micros.js';
import { dateText, parseDate } from '../calendar/time-text.js';
import type { KpiReading } from '../status/scorecard.js';
import { personOf } from './people.js';
import type { PlaceOf } from './places.js';
import type { Breakdown, FormulaPart, KpiPart, ReviewPart, ValueStyle } from './report-model.js';
import { statusSentences } from './status-sentences.js';

export interface Surroundings {
  readonly graph: Graph;
  readonly asOf: string;
  readonly placeOf: PlaceOf;
  /** Every KPI of the scorecard, also those that the report does not show. */
  readonly readings: ReadonlyMap<string, KpiReading>;
  readonly breakdowns: ReadonlyMap<string, readonly Breakdown[]>;
}

export function kpiPart(reading: KpiReading, kpi: Kpi, around: Surroundings): KpiPart {
  const { graph, readings } = around;
  const { def } = kpi;
  const style = styleOf(kpi, reading);
  const metric = def.metric === null ? undefined : graph.metrics.get(def.metric.text);
  const goal = reading.goal === null ? undefined : graph.goals.get(reading.goal);
  return {
    reading,
    style,
    question: def.question?.text ?? metric?.def.question?.text ?? null,
    description: def.description?.text ?? metric?.def.description?.text ?? null,
    aliases: [...(def.aliases ?? []), ...(metric?.def.aliases ?? [])].map(({ text }) => text),
    words: kpiInWords(graph, kpi),
    formulas: formulasOf(kpi, around),
    goal: goal === undefined ? null : { name: goal.name, title: goal.def.title?.text ?? goal.name },
    owner: reading.owner === null ? null : personOf(graph, reading.owner),
    contributors: reading.contributors.map((name) => personOf(graph, name)),
    review: reviewOf(kpi, around.asOf),
    because: statusSentences(graph, reading, style),
    guardrails: kpi.guardrails.map((one) => ({
      kpi: one.kpi,
      title: kpiName(graph, one.kpi),
      status: readings.get(one.kpi)?.status ?? null,
    })),
    playbook: (def.playbook ?? []).map(({ status, text }) => {
      const known = STATUSES.find((one) => one === status.text);
      return {
        status: known === undefined ? status.text : statusWord(known),
        text: text.text,
        applies: status.text === reading.status,
      };
    }),
    straight: kpi.aim !== null && kpi.aim.curve === null,
    breakdowns: [...slicesOf(kpi, reading), ...(around.breakdowns.get(reading.kpi) ?? [])],
  };
}

/** A unit of one thing is written out and has a plural; a compound one stays as it is written in formulas. */
export function styleOf({ unit }: Pick<Kpi, 'unit'>, reading: KpiReading): ValueStyle {
  const { percent, decimals } = reading;
  const [only, more] = unit;
  if (only === undefined || more !== undefined || only.power !== 1)
    return { percent, decimals, unit: reading.unit, unitOfOne: reading.unit };
  return { percent, decimals, unit: unitInWords(unit), unitOfOne: unitInWords(unit, 'one') };
}

function slicesOf(kpi: Kpi, { slices }: KpiReading): readonly Breakdown[] {
  return slices.length === 0
    ? []
    : [{ kind: 'slices', titles: kpi.slices.map(({ name }) => name.replaceAll('_', ' ')), slices }];
}

function formulasOf({ def }: Kpi, { graph, placeOf }: Surroundings): readonly FormulaPart[] {
  const own = (role: string, node: { readonly text: string; readonly span: Parameters<PlaceOf>[0] } | null) =>
    node === null ? [] : [{ role, metric: null, text: node.text.trim(), place: placeOf(node.span) }];
  const metric = def.metric === null ? undefined : graph.metrics.get(def.metric.text);
  const measured =
    metric === undefined
      ? []
      : [
          {
            role: metric.name,
            metric: metric.name,
            text: metric.def.formula.text.trim(),
            place: placeOf(metric.def.formula.span),
          },
        ];
  return [...measured, ...own('formula', def.formula), ...own('where', def.where)];
}

/** The next review is due a cadence after the last one. */
function reviewOf({ def }: Kpi, asOf: string): ReviewPart | null {
  if (def.review === null || def.review.every === null) return null;
  const every = def.review.every.text;
  const last = def.review.last?.text ?? null;
  const day = last === null ? null : parseDate(last);
  const duration = parseDuration(every);
  const next = day === null || duration === null ? null : dateText(dayOfMicros(addToLocal(microsOfDay(day), duration)));
  // ISO days compare as texts.
  return { every, last, next, overdue: next !== null && next < asOf };
}

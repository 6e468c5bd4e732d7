// Datasets without a row within their `fresh_within` of as_of.
import { ownTime, type Dataset, type FieldTyped, type Graph } from '@sextant/parser';
import { addToPoint, negateDuration, parseDuration } from '../calendar/duration.js';
import { dateText } from '../calendar/time-text.js';
import { endOfDay, type Window } from '../calendar/window.js';
import { calendarOf } from '../question/check-question.js';
import { dayMeant, liesIn, zoneOf } from '../reference/time.js';
import type { Value } from '../value/value.js';
import { askTogether, type QuestionPart } from './ask-together.js';
import type { MeasureAt } from './measure.js';
import type { KpiReading } from './scorecard.js';

export type StaleDataset = KpiReading['stale'][number];

/** By dataset: those that are stale. */
export async function staleDatasets(
  datasets: Iterable<string>,
  at: MeasureAt,
): Promise<ReadonlyMap<string, StaleDataset>> {
  const { graph, asker, asOfDay, parameters, report } = at;
  const parts = [...datasets].flatMap((name) => freshnessPart(graph, name) ?? []);
  const question = {
    by: [],
    grain: null,
    fromDay: null,
    endDay: null,
    where: [],
    having: null,
    order: [],
    limit: null,
    asOfDay,
    parameters,
  };
  const answers = await askTogether(parts, question, asker, report);
  const stale = new Map<string, StaleDataset>();
  for (const part of parts) {
    const [row] = answers.get(part) ?? [];
    // What could not be asked was reported, and says nothing about its age.
    const last = row?.values[0];
    const found = last === undefined ? null : staleness(graph, part.dataset, last, asOfDay);
    if (found !== null) stale.set(part.name, found);
  }
  return stale;
}

interface FreshnessPart extends QuestionPart {
  readonly dataset: Dataset;
}

/** The time of the dataset's last row; null where nothing says how fresh it must be. */
export function freshnessPart(graph: Graph, name: string): FreshnessPart | null {
  const dataset = graph.datasets.get(name);
  const time = dataset === undefined || dataset.def.freshWithin === null ? null : ownTime(dataset);
  if (dataset === undefined || time === null) return null;
  return {
    name,
    dataset,
    span: dataset.def.name.span,
    columns: [{ role: 'last', formula: lastOf(dataset, time), entire: false }],
  };
}

function lastOf(dataset: Dataset, time: FieldTyped): FreshnessPart['columns'][number]['formula'] {
  return {
    kind: 'aggregate',
    fn: 'max',
    dataset: dataset.name,
    value: time,
    fraction: null,
    where: null,
    dated: null,
    type: { ...time.type, level: 'aggregate' },
    range: time.range,
  };
}

function staleness(graph: Graph, dataset: Dataset, last: Value, asOfDay: number): StaleDataset | null {
  const settings = calendarOf(graph);
  const within = dataset.def.freshWithin?.text ?? '';
  const duration = parseDuration(within);
  if (duration === null) return null;
  const end = endOfDay(asOfDay, settings.timezone);
  const window: Window = { start: addToPoint(end, negateDuration(duration), settings), end: null };
  if (liesIn(window, zoneOf(dataset, settings.timezone))(last)) return null;
  const day = dayMeant(last, settings.timezone);
  return { dataset: dataset.name, last: day === null ? null : dateText(day), within };
}

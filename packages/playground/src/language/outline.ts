// What a project defines, by name: for the form of a question, for lists, for what is written beside a number.
import {
  indexLines,
  positionAt,
  showUnit,
  showLevel,
  PLAIN_LEVELS,
  type Graph,
  type Span,
  type Unit,
} from '@sextant/parser';
import type { OutlineEntry, OutlineView, PlaceView } from '../state/views.js';

export function outlineOf(graph: Graph): OutlineView {
  const place = placesIn(graph);
  const unitOf = (unit: Unit, percent: boolean): string => (percent ? 'percent' : showUnit(unit));
  return {
    project: graph.project.name,
    currency: graph.project.currency,
    dataFolder: graph.project.data === '.' ? '' : graph.project.data,
    metrics: [...graph.metrics.values()]
      .filter(({ type }) => type.value.kind !== 'unknown')
      .map(({ name, def, type, percent }): OutlineEntry => ({
        name,
        title: def.title?.text ?? null,
        unit: unitOf(type.unit, percent),
      })),
    kpis: [...graph.kpis.values()].map(({ name, def, unit, percent }): OutlineEntry => ({
      name,
      title: def.title?.text ?? null,
      unit: unitOf(unit, percent),
    })),
    dimensions: [...graph.dimensions.keys()].map((name) => ({ name, title: null, unit: '' })),
    datasets: [...graph.datasets.values()].map(({ name, def }) => ({
      name,
      from: def.from?.kind === 'files' ? def.from.path.text : null,
      place: place(def.name.span),
    })),
    questions: [...graph.questions.values()].map(({ name, title }) => ({
      name: name.text,
      title: title?.text ?? null,
      unit: '',
    })),
    levels: PLAIN_LEVELS.map((level) => showLevel(level)),
    tests: graph.tests.size,
  };
}

/** Where something stands, counted from 1. */
export function placesIn(graph: Graph): (span: Span) => PlaceView {
  const texts = new Map(graph.files.map(({ path, text }) => [path, text]));
  return ({ file, start }) => ({ file, ...positionAt(indexLines(texts.get(file) ?? ''), start) });
}

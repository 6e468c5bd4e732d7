// What differs between the files as they were opened and as they are, in the words of `kpi diff`.
import { diffGraphs, type DefinitionChange, type Effects } from '@sextant/engine/browser';
import type { Graph, Span } from '@sextant/parser';
import { pictureOf } from '@sextant/parser';
import type { DiffChangeView, DiffView, PlaceView } from '../state/views.js';
import { placesIn } from './outline.js';

export function diffView(before: Graph, after: Graph): DiffView {
  const { changes, files, hash } = diffGraphs(before, after);
  const spans = new Map<string, Span | null>(pictureOf(after).nodes.map(({ id, span }) => [id, span]));
  const placeOf = placesIn(after);
  const placed = (id: string): PlaceView | null => {
    const span = spans.get(id) ?? null;
    return span === null ? null : placeOf(span);
  };
  return { changes: changes.map((one) => changeView(one, placed)), files, same: hash.before === hash.after };
}

function changeView(change: DefinitionChange, placed: (id: string) => PlaceView | null): DiffChangeView {
  const { id, kind, node, name, nameBefore, title, verdict, details, effects, ask } = change;
  return {
    id,
    kind,
    node,
    name,
    nameBefore,
    title,
    verdict,
    place: kind === 'removed' ? null : placed(id),
    details: details.map((one) => ({ ...one, why: one.why === null ? null : WHY[one.why] })),
    reaches: REACHED.flatMap(([key, word]) => (effects[key].length === 0 ? [] : [{ kind: word, names: effects[key] }])),
    ask: ask.map(({ owner, title: called, contact }) => ({ owner: called ?? owner, contact })),
  };
}

const REACHED: readonly (readonly [keyof Effects, string])[] = [
  ['fields', 'fields'],
  ['dimensions', 'dimensions'],
  ['metrics', 'metrics'],
  ['kpis', 'KPIs'],
  ['goals', 'goals'],
  ['incentives', 'incentives'],
  ['questions', 'questions'],
  ['tests', 'tests'],
];

const WHY: Readonly<Record<NonNullable<DefinitionChange['details'][number]['why']>, string>> = {
  same_by_laws: 'the same by laws, for every data',
  same_by_names: 'the same once names stand for their formulas',
  used_by_others: 'others use it',
  turned_non_additive: 'its groups do not add up any more',
  from_below: 'the text is the same; what it is made of is not',
  moved_file: 'moved to another file',
  error_after: 'there is an error in it now',
  error_before: 'there was an error in it before',
};

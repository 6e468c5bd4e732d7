// A change with what it reaches and who answers for that.
import { PROJECT_NODE, type Graph, type NodeId } from '@sextant/parser';
import { NO_EFFECTS, type Asked, type DefinitionChange, type Detail, type Verdict } from './changes.js';
import { definitionText } from './definition-text.js';
import { askedFor, effectsOf, reached, type Flow } from './downstream.js';
import { kindOf, nameIn } from './sides.js';

export interface Flows {
  readonly before: Flow;
  readonly after: Flow;
}

/** What moves with something: in any way, and in its numbers. */
export interface Moved {
  readonly all: readonly NodeId[];
  readonly numbers: ReadonlySet<NodeId>;
}

export const NOTHING_MOVED: Moved = { all: [], numbers: new Set() };

/** Of what `start` reaches, that which `counts`. */
export function movedBy(flow: Flow, start: NodeId, counts: (id: NodeId) => boolean): Moved {
  return { all: reached(flow.all, start).filter(counts), numbers: new Set(reached(flow.numbers, start)) };
}

export function bothMoved(a: Moved, b: Moved): Moved {
  return { all: [...new Set([...a.all, ...b.all])], numbers: new Set([...a.numbers, ...b.numbers]) };
}

interface Made {
  readonly kind: DefinitionChange['kind'];
  readonly id: NodeId;
  /** The version in which it is. */
  readonly graph: Graph;
  readonly nameBefore?: string | null;
  readonly verdict: Verdict;
  readonly details?: readonly Detail[];
  readonly moved?: Moved;
  /** By default whoever answers for it and for what moves. */
  readonly ask?: readonly Asked[];
}

export function makeChange({
  kind,
  id,
  graph,
  nameBefore = null,
  verdict,
  details = [],
  moved = NOTHING_MOVED,
  ask = askedFor(graph, [id, ...moved.all]),
}: Made): DefinitionChange {
  return {
    kind,
    id,
    node: kindOf(id),
    name: id === PROJECT_NODE ? graph.project.name : nameIn(id),
    nameBefore,
    title: definitionText(graph, id)?.title ?? null,
    verdict,
    details,
    effects: moved.all.length === 0 ? NO_EFFECTS : effectsOf(moved.all, moved.numbers),
    ask,
  };
}

/** A dataset holds its fields, a goal adds up its parts, and a test looks on: none of them uses what it names. */
export function isUse(used: NodeId, user: NodeId): boolean {
  const kind = kindOf(user);
  return kind !== 'test' && kind !== 'goal' && kind !== 'rows' && !(kindOf(used) === 'dataset' && kind === 'field');
}

// Gathers leaves into scans: leaves of one dataset, time and set of keys are computed together where that pays.
import type { AggregateFunction, FieldTyped, Typed } from '@sextant/parser';
import { type Point, type Window } from '../calendar/window.js';
import { meaningKey, meaningKeys } from './bind.js';
import type { Leaf, Scan, ScanState, ScanTime } from './plan.js';

export interface LeafRequest {
  readonly dataset: string;
  readonly time: ScanTime | null;
  /** Not null: the windows are instants, see `Scan`. */
  readonly state: ScanState | null;
  readonly visible: Scan['visible'];
  readonly keys: readonly FieldTyped[];
  readonly fn: AggregateFunction;
  readonly value: Typed | null;
  readonly fraction: string | null;
  readonly where: readonly Typed[];
  /** Distinct. */
  readonly windows: readonly Window[];
}

export interface PlacedLeaf {
  readonly scan: number;
  readonly leaf: number;
  /** For each requested window, its index in the scan. */
  readonly windows: readonly number[];
}

/** Partial results of these add up exactly, so windows may overlap at little cost. */
const DECOMPOSABLE: ReadonlySet<AggregateFunction> = new Set(['sum', 'avg', 'min', 'max', 'count', 'count_rows']);

/** How values of windows that overlap are computed: from partial results, from the values of each entity, from the rows. */
type Way = 'partial' | 'distinct' | 'rows';

/** So many bounds of windows have room in the bits that an entity is given: then overlapping windows are one look at the rows. */
const MOST_BOUNDS = 96;

interface OpenScan {
  readonly id: number;
  readonly request: LeafRequest;
  readonly windows: Window[];
  readonly windowIndex: Map<string, number>;
  /** The same by the arrays in which windows were asked for: many leaves ask with one. */
  readonly placed: Map<readonly Window[], readonly number[]>;
  disjoint: boolean;
  /** The latest end of its windows. */
  latest: bigint | 'none' | 'open';
  readonly leaves: Map<string, Leaf>;
}

export class ScanBuilder {
  readonly #scans: OpenScan[] = [];
  readonly #groups = new Map<string, OpenScan[]>();
  readonly #asOf: Point;
  #leaves = 0;

  constructor(asOf: Point) {
    this.#asOf = asOf;
  }

  place(request: LeafRequest): PlacedLeaf {
    const way = wayOf(request.fn);
    const groupKey = meaningKeys([
      request.dataset,
      request.time?.at ?? null,
      ...request.keys,
      way,
      request.visible === null,
      request.state === null,
    ]);
    const group = this.#groups.get(groupKey) ?? [];
    this.#groups.set(groupKey, group);
    const scan = group.find((one) => canTake(one, way, request.windows)) ?? this.#open(request, group);
    const windows = scan.placed.get(request.windows) ?? request.windows.map((window) => addWindow(scan, window));
    scan.placed.set(request.windows, windows);
    const leafKey = meaningKeys([request.fn, request.value, request.fraction, ...request.where.map(meaningKey).sort()]);
    let leaf = scan.leaves.get(leafKey);
    if (leaf === undefined) {
      leaf = {
        id: this.#leaves++,
        fn: request.fn,
        value: request.value,
        fraction: request.fraction,
        where: request.where,
      };
      scan.leaves.set(leafKey, leaf);
    }
    return { scan: scan.id, leaf: leaf.id, windows };
  }

  finish(): readonly Scan[] {
    return this.#scans.map((scan) => {
      const leaves = [...scan.leaves.values()];
      const shared = sharedConditions(leaves);
      const keys = new Set(shared.map(meaningKey));
      const { dataset, time, state, visible } = scan.request;
      return {
        id: scan.id,
        dataset,
        time,
        windows: scan.windows,
        ...(state === null ? {} : { state }),
        disjoint: scan.disjoint,
        visible,
        keys: scan.request.keys,
        where: shared,
        leaves: leaves.map((leaf) => ({ ...leaf, where: leaf.where.filter((one) => !keys.has(meaningKey(one))) })),
        asOf: this.#asOf,
      };
    });
  }

  #open(request: LeafRequest, group: OpenScan[]): OpenScan {
    const scan: OpenScan = {
      id: this.#scans.length,
      request,
      windows: [],
      windowIndex: new Map(),
      placed: new Map(),
      disjoint: true,
      latest: 'none',
      leaves: new Map(),
    };
    this.#scans.push(scan);
    group.push(scan);
    return scan;
  }
}

function windowKey(window: Window): string {
  return `${window.start?.instant ?? ''}..${window.end?.instant ?? ''}`;
}

function addWindow(scan: OpenScan, window: Window): number {
  const key = windowKey(window);
  const known = scan.windowIndex.get(key);
  if (known !== undefined) return known;
  scan.disjoint &&= isApartFromAll(scan, window);
  scan.latest = later(scan.latest, window);
  const index = scan.windows.length;
  scan.windows.push(window);
  scan.windowIndex.set(key, index);
  return index;
}

/** Windows mostly come in order: one that begins after the latest end needs no look at the others. */
function isApartFromAll(scan: OpenScan, window: Window): boolean {
  const { latest } = scan;
  if (latest === 'none' || (latest !== 'open' && window.start !== null && window.start.instant >= latest)) return true;
  return scan.windows.every((one) => apart(one, window));
}

function later(latest: OpenScan['latest'], { end }: Window): OpenScan['latest'] {
  if (end === null || latest === 'open') return 'open';
  return latest === 'none' || end.instant > latest ? end.instant : latest;
}

function wayOf(fn: AggregateFunction): Way {
  if (DECOMPOSABLE.has(fn)) return 'partial';
  return fn === 'count_distinct' ? 'distinct' : 'rows';
}

/** What is computed from the rows of each window keeps overlapping windows apart, unless the scan has them already. */
function canTake(scan: OpenScan, way: Way, windows: readonly Window[]): boolean {
  if (way === 'partial' || hasAll(scan, windows) || disjointWith(scan, windows)) return true;
  return way === 'distinct' && boundsOf([...scan.windows, ...windows]) <= MOST_BOUNDS;
}

function boundsOf(windows: readonly Window[]): number {
  return new Set(windows.flatMap(({ start, end }) => [start?.instant, end?.instant])).size;
}

function hasAll(scan: OpenScan, windows: readonly Window[]): boolean {
  return windows.every((window) => scan.windowIndex.has(windowKey(window)));
}

function disjointWith(scan: OpenScan, windows: readonly Window[]): boolean {
  return (
    scan.disjoint && windows.every((window) => scan.windowIndex.has(windowKey(window)) || isApartFromAll(scan, window))
  );
}

function apart(a: Window, b: Window): boolean {
  const before = (x: Window, y: Window): boolean =>
    x.end !== null && y.start !== null && x.end.instant <= y.start.instant;
  return before(a, b) || before(b, a);
}

/** The conditions that every leaf has: they leave the leaves and stand once in the scan. */
function sharedConditions(leaves: readonly Leaf[]): readonly Typed[] {
  const [first, ...rest] = leaves;
  if (first === undefined) return [];
  const others = rest.map((leaf) => new Set(leaf.where.map(meaningKey)));
  return first.where.filter((one) => others.every((keys) => keys.has(meaningKey(one))));
}

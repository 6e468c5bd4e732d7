// A dimension or a named field, bound to a field that the rows of one dataset have.
import type { JoinPaths } from './join-paths.js';
import type { Dimension, Field, Dataset } from './model.js';
import type { FieldTyped, JoinStep, Member } from './typed.js';

export interface BindWorld {
  readonly joins: JoinPaths;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly dataset: (name: string) => Dataset | null;
  readonly datasetNames: () => Iterable<string>;
  readonly field: (dataset: string, field: string) => Field | null;
}

export type Binding =
  | { readonly kind: 'bound'; readonly field: FieldTyped; readonly overlapping: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly candidates: readonly string[] };

/**
 * The field of `dataset`'s rows that a member means: for a dimension its field in the dataset, else the only listed one
 * that a many-to-one path reaches, else the only one behind a bridge.
 */
export function bindMember(member: Member, dataset: string, world: BindWorld): Binding {
  if (member.kind === 'field') return bindField(member.dataset, member.path, member.field, dataset, world);
  const dimension = world.dimensions.get(member.dimension);
  if (dimension === undefined) return { kind: 'none' };
  const own = dimension.fields.filter((field) => field.base === dataset);
  const listed = own.length > 0 ? own : dimension.fields;
  const bindings = listed.map((field) => ({
    name: showField(field),
    binding: bindField(field.base, field.path, field.field, dataset, world),
  }));
  const direct = bindings.filter((one) => one.binding.kind === 'bound' && !one.binding.overlapping);
  const bound = direct.length > 0 ? direct : bindings.filter((one) => one.binding.kind === 'bound');
  const [first] = bound;
  if (first !== undefined) {
    return bound.length === 1 ? first.binding : { kind: 'several', candidates: bound.map((one) => one.name) };
  }
  const several = bindings.flatMap((one) => (one.binding.kind === 'several' ? one.binding.candidates : []));
  return several.length > 0 ? { kind: 'several', candidates: several } : { kind: 'none' };
}

function bindField(
  owner: string,
  ownPath: readonly JoinStep[],
  fieldName: string,
  dataset: string,
  world: BindWorld,
): Binding {
  const target = ownPath.at(-1)?.to ?? owner;
  const field = world.field(target, fieldName);
  if (field === null) return { kind: 'none' };
  const bound = (path: readonly JoinStep[], overlapping: boolean): Binding => ({
    kind: 'bound',
    overlapping,
    field: {
      kind: 'field',
      base: dataset,
      path: [...path, ...ownPath],
      dataset: target,
      field: fieldName,
      type: field.type,
      range: { start: 0, end: 0 },
    },
  });
  const search = world.joins.find(dataset, owner);
  if (search.kind === 'one') return bound(search.path, false);
  if (search.kind === 'several')
    return { kind: 'several', candidates: search.paths.map((path) => showSteps(dataset, path, fieldName)) };
  const bridged = bridgePaths(dataset, owner, world);
  const [first] = bridged;
  if (first === undefined) return { kind: 'none' };
  return bridged.length === 1
    ? bound(first, true)
    : { kind: 'several', candidates: bridged.map((path) => showSteps(dataset, path, fieldName)) };
}

/** Paths with exactly one step into a bridge: a timeless dataset whose composite key holds the reference. */
function bridgePaths(from: string, to: string, world: BindWorld): readonly (readonly JoinStep[])[] {
  const found: (readonly JoinStep[])[] = [];
  const reachable = new Set(world.joins.reachable(from));
  for (const name of world.datasetNames()) {
    const bridge = world.dataset(name);
    if (bridge === null || reachable.has(name) || !isBridge(bridge)) continue;
    const tail = world.joins.find(name, to);
    if (tail.kind !== 'one') continue;
    for (const reference of bridge.references) {
      if (!bridge.key.includes(reference.field) || !reachable.has(reference.to)) continue;
      // The way on must not lead back over the reference by which the bridge was entered.
      if (tail.path[0]?.field === reference.field) continue;
      const head = world.joins.find(from, reference.to);
      if (head.kind !== 'one') continue;
      found.push([...head.path, { from: reference.to, field: reference.field, to: name, reverse: true }, ...tail.path]);
    }
  }
  return found;
}

/** A bridge relates things and happens at no time: a composite key with a reference in it, and no time of its own. */
export function isBridge(dataset: Dataset): boolean {
  return (
    dataset.key.length > 1 &&
    (dataset.time.kind === 'undeclared' || dataset.time.kind === 'none') &&
    dataset.references.some((reference) => dataset.key.includes(reference.field))
  );
}

function showSteps(from: string, path: readonly JoinStep[], field: string): string {
  return [from, ...path.map((step) => step.to), field].join('.');
}

function showField(field: FieldTyped): string {
  return showSteps(field.base, field.path, field.field);
}

export function showMember(member: Member): string {
  return member.kind === 'dimension' ? member.dimension : showSteps(member.dataset, member.path, member.field);
}

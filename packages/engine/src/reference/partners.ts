// Paths through a bridge (many-to-many): a row has several partners there, and each is looked at apart.
import type { FieldTyped, JoinStep } from '@sextant/parser';
import type { RowReader } from './row-value.js';
import type { Row } from './rows.js';

/** A path up to and with its step into a bridge, and what follows. Without such a step everything follows. */
export function splitPath(path: readonly JoinStep[]): {
  readonly prefix: readonly JoinStep[];
  readonly rest: readonly JoinStep[];
  readonly key: string;
} {
  const at = path.findIndex((step) => step.reverse === true) + 1;
  const prefix = path.slice(0, at);
  return { prefix, rest: at === 0 ? path : path.slice(at), key: at === 0 ? '' : JSON.stringify(prefix) };
}

export type Partners = ReadonlyMap<string, Row | null>;

const NO_BRIDGE: readonly Partners[] = [new Map()];

/**
 * The ways to choose one partner behind each bridge that the fields lead through; fields behind one bridge share its partner.
 * A row without a partner has one way: none.
 */
export function partnerings(
  fields: readonly FieldTyped[],
  dataset: string,
  row: Row,
  reader: RowReader,
): readonly Partners[] {
  let ways = NO_BRIDGE;
  const seen = new Set<string>();
  for (const { path } of fields) {
    const { prefix, key } = splitPath(path);
    if (prefix.length === 0 || seen.has(key)) continue;
    seen.add(key);
    const partners = partnersOf(prefix, dataset, row, reader);
    ways = ways.flatMap((way) => partners.map((partner) => new Map([...way, [key, partner]])));
  }
  return ways;
}

function partnersOf(
  prefix: readonly JoinStep[],
  dataset: string,
  row: Row,
  reader: RowReader,
): readonly (Row | null)[] {
  const bridge = prefix.at(-1);
  const before = reader.walk(row, dataset, prefix.slice(0, -1));
  const found = before === null || bridge === undefined ? [] : reader.lookup.into(before, bridge);
  return found.length === 0 ? [null] : found;
}

// What a statement or a step of it is, in words: its comment.
import { showTypedBriefly } from './show-typed.js';
import type { LeafCells } from '../leaf/cells.js';
import type { Source } from '../row/source.js';

export interface Step {
  readonly windows: boolean;
  readonly leaves: readonly LeafCells[];
  readonly mask: boolean;
}

/** `orders where status = 'paid', by window, channel and predicate mask: 3 aggregates`. */
export function describe({ scan }: Source, { windows, leaves, mask }: Step): string {
  const by = [
    ...(windows ? ['window'] : []),
    ...scan.keys.map((key) => showTypedBriefly(key)),
    ...(mask ? ['predicate mask'] : []),
  ];
  const where = scan.where.length === 0 ? '' : ` where ${scan.where.map(showTypedBriefly).join(' and ')}`;
  const count = leaves.filter((leaf) => leaf.reaches.length === 0).length;
  const valid =
    scan.state === undefined
      ? ''
      : scan.windows.length === 1
        ? ' valid at one instant'
        : ` valid at each of ${scan.windows.length} instants`;
  return `${scan.dataset}${valid}${where}${by.length === 0 ? '' : `, by ${listed(by)}`}: ${count} aggregate${count === 1 ? '' : 's'}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

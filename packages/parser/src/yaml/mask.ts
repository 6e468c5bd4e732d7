// Blots out parts of a text, character for character, so that the rest can be read and every place stays.
import type { Mask } from './problem.js';
import type { Repair } from './to-tree.js';

/** Masks may overlap: of two, the one that was made later counts. */
export function applyMasks(text: string, masks: readonly Mask[]): string {
  const ordered = masks.toSorted((a, b) => a.start - b.start);
  const pieces: string[] = [];
  let at = 0;
  for (const mask of ordered) {
    const start = Math.max(at, mask.start);
    if (mask.end <= start) continue;
    pieces.push(text.slice(at, start), fill(text, mask, start));
    at = mask.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

function fill(text: string, mask: Mask, start: number): string {
  if (mask.text !== undefined) return 'x'.repeat(mask.end - start);
  if (mask.fill !== undefined) return mask.fill.padEnd(mask.end - start);
  return text.slice(start, mask.end).replace(/[^\r\n]/g, ' ');
}

export function repairsOf(masks: readonly Mask[]): ReadonlyMap<number, Repair> {
  const repairs = new Map<number, Repair>();
  for (const { start, end, text, textStart, broken } of masks) {
    if (text !== undefined) repairs.set(start, { start: textStart ?? start, end, text, broken: broken === true });
  }
  return repairs;
}

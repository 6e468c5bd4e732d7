// A history as a row of bars.
import type { HistoryPoint } from '../engine-port.js';
import { shapeOf, withScale } from '../results/decimal-text.js';
import type { Glyphs } from './glyphs.js';

/** One sign per period, the last `width` of them: the lowest value has the lowest bar. */
export function sparkline(history: readonly HistoryPoint[], width: number, { bars, gap }: Glyphs): string {
  const values = scaled(history.slice(-width).map(({ value }) => value.value));
  const known = values.filter((value) => value !== null);
  const low = known.reduce((a, b) => (b < a ? b : a), known[0] ?? 0n);
  const high = known.reduce((a, b) => (b > a ? b : a), known[0] ?? 0n);
  const top = BigInt(bars.length - 1);
  return values
    .map((value) => {
      if (value === null) return gap;
      // Where all are equal none is low or high.
      const level = high === low ? top / 2n : ((value - low) * top * 2n + (high - low)) / ((high - low) * 2n);
      return bars[Number(level)] ?? gap;
    })
    .join('');
}

/** As whole numbers of one scale: a picture of exact numbers needs no others. */
function scaled(texts: readonly (string | null)[]): readonly (bigint | null)[] {
  const scale = Math.max(0, ...texts.map((text) => (text === null ? 0 : shapeOf(text).scale)));
  return texts.map((text) => (text === null ? null : BigInt(withScale(text, scale).replace('.', ''))));
}

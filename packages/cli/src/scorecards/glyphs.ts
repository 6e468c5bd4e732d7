// The signs that a scorecard is drawn with, and others for terminals that have ASCII only.
import type { Status } from '@sextant/parser';
import type { Host, Output } from '../host.js';

export interface Glyphs {
  /** Different in shape, so that nothing rests on colour. */
  readonly status: Readonly<Record<Status, string>>;
  readonly trend: { readonly improving: string; readonly worsening: string; readonly flat: string };
  /** From the lowest to the highest. */
  readonly bars: readonly string[];
  /** A period without a value. */
  readonly gap: string;
  readonly none: string;
  readonly atMost: string;
  readonly atLeast: string;
  readonly rule: string;
  /** The period is not over. */
  readonly partial: string;
  readonly stale: string;
  readonly approximate: string;
  /** More digits follow. */
  readonly cut: string;
  readonly dash: string;
  readonly dot: string;
}

export const UNICODE: Glyphs = {
  status: {
    achieved: '★',
    on_track: '●',
    at_risk: '▲',
    off_track: '■',
    stale: '◇',
    not_due: '◌',
    no_data: '○',
  },
  trend: { improving: '↗', worsening: '↘', flat: '→' },
  bars: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  gap: '·',
  none: '—',
  atMost: '≤ ',
  atLeast: '≥ ',
  rule: '─',
  partial: '*',
  stale: '†',
  approximate: '≈',
  cut: '…',
  dash: '–',
  dot: '·',
};

export const ASCII: Glyphs = {
  status: {
    achieved: '*',
    on_track: '+',
    at_risk: '!',
    off_track: 'x',
    stale: 'o',
    not_due: '.',
    no_data: '?',
  },
  trend: { improving: '+', worsening: '-', flat: '=' },
  bars: ['_', '.', ',', '-', '=', '+', '*', '#'],
  gap: ' ',
  none: '-',
  atMost: '<= ',
  atLeast: '>= ',
  rule: '-',
  partial: '*',
  stale: '#',
  approximate: '~',
  cut: '..',
  dash: '-',
  dot: '|',
};

/** Files and pipes take UTF-8; a terminal says what it takes, and most that say nothing take it too. */
export function glyphsFor(output: Pick<Output, 'isTerminal'>, env: Host['env']): Glyphs {
  if (!output.isTerminal) return UNICODE;
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((one) => (one ?? '') !== '');
  const isUtf8 = locale === undefined || /utf-?8/i.test(locale);
  return isUtf8 && env['TERM'] !== 'dumb' ? UNICODE : ASCII;
}

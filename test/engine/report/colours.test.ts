// Texts can be read on every ground that they stand on: WCAG 2.2, contrast of 4.5 to 1; of shapes and lines 3 to 1.
import { STATUSES } from '@sextant/parser';
import { describe, expect, test } from 'vitest';
import { DARK, LIGHT, type Colours } from '../../../packages/engine/src/report/html/colours.js';

function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string | undefined, b: string | undefined): number {
  const [x, y] = [luminance(a ?? ''), luminance(b ?? '')];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as readonly (readonly [string, Colours])[])('%s', (_, colours) => {
  test.each(['ink', 'soft', 'accent'])('%s', (name) => {
    for (const ground of ['paper', 'card']) expect(contrast(colours[name], colours[ground])).toBeGreaterThan(4.5);
  });

  test.each(STATUSES)('the badge of %s, and its word and shape in a table', (status) => {
    expect(contrast(colours[`${status}-ink`], colours[`${status}-ground`])).toBeGreaterThan(4.5);
    expect(contrast(colours[`${status}-ink`], colours['card'])).toBeGreaterThan(4.5);
  });

  test('lines and shapes', () => {
    for (const name of ['series', 'target', 'focus', ...STATUSES.map((one) => `${one}-ink`)]) {
      for (const ground of ['card', 'zone-good', 'zone-fair']) {
        expect(contrast(colours[name], colours[ground])).toBeGreaterThan(3);
      }
    }
  });
});

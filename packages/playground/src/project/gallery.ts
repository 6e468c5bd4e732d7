// The examples, each of which teaches one thing, with what is looked at first.
import type { Asked, Explaining, PaneId } from '../state/app-state.js';

export interface GalleryEntry {
  readonly id: string;
  /** Its number, or null where it is no lesson. */
  readonly lesson: number | null;
  readonly title: string;
  /** The one thing that it teaches. */
  readonly teaches: string;
  /** What to try, in order. */
  readonly steps: readonly string[];
  readonly asOf: string;
  readonly pane: PaneId;
  readonly active: string;
  readonly asked: Partial<Asked>;
  readonly explaining: Explaining | null;
}

export const gallery: readonly GalleryEntry[] = [
  {
    id: 'trailhead',
    lesson: null,
    title: 'A whole company',
    teaches: 'Everything together: sales, marketing, support, money and goals of a company that sells tents.',
    steps: ['Click any number to see why it is what it is.'],
    asOf: '2026-06-17',
    pane: 'scorecard',
    active: 'sales.kpi.yaml',
    asked: { metrics: ['revenue', 'orders_placed', 'aov'], grain: 'month', from: 'FY2026', to: 'FY2026' },
    explaining: null,
  },
];

// Which columns a terminal has room for: the widest choice in which titles are still readable.
import type { RowCells } from './row-cells.js';
import { widthOf } from './text-width.js';

export interface Columns {
  readonly title: number;
  readonly number: number;
  readonly unit: number;
  readonly target: number;
  readonly status: number;
  /** Periods in the history; 0 is the arrow alone. */
  readonly bars: number;
  readonly hasTrend: boolean;
  readonly period: number;
  readonly owner: number;
  /** There is no column for the period: the value has the mark of one that is not over. */
  readonly marksValue: boolean;
}

export const GAP = 2;

interface Choice {
  readonly bars: number;
  readonly hasTrend: boolean;
  readonly hasPeriod: boolean;
  readonly hasOwner: boolean;
  readonly hasTarget: boolean;
  readonly hasValue: boolean;
  /** The least room for titles. */
  readonly title: number;
}

const all = { hasTrend: true, hasPeriod: true, hasOwner: true, hasTarget: true, hasValue: true };

/** From the richest to the poorest; the first that fits is taken. */
const CHOICES: readonly Choice[] = [
  { ...all, bars: 24, title: 30 },
  { ...all, bars: 12, title: 26 },
  { ...all, bars: 8, title: 24 },
  { ...all, bars: 12, hasOwner: false, title: 26 },
  { ...all, bars: 8, hasOwner: false, title: 22 },
  { ...all, bars: 8, hasOwner: false, hasPeriod: false, title: 22 },
  { ...all, bars: 6, hasOwner: false, hasPeriod: false, title: 18 },
  { ...all, bars: 0, hasOwner: false, hasPeriod: false, title: 16 },
  { ...all, bars: 0, hasOwner: false, hasPeriod: false, hasTarget: false, title: 16 },
  { ...all, bars: 0, hasTrend: false, hasOwner: false, hasPeriod: false, hasTarget: false, title: 12 },
];
const LAST: Choice = {
  bars: 0,
  hasTrend: false,
  hasPeriod: false,
  hasOwner: false,
  hasTarget: false,
  hasValue: false,
  title: 8,
};

/** `titles` are the widths of the titles with their indentation; `bars` is the longest history. */
export function fitColumns(
  cells: readonly RowCells[],
  titles: readonly number[],
  bars: number,
  width: number,
): Columns {
  const most = (of: (cell: RowCells) => string, head: string): number =>
    Math.max(widthOf(head), ...cells.map((cell) => widthOf(of(cell))));
  const natural = {
    title: Math.max(8, ...titles),
    number: most(({ number }) => number, ''),
    unit: most(({ unit }) => unit, ''),
    target: most(({ target }) => target, 'target'),
    status: most(({ statusText }) => statusText, 'status'),
    period: most(({ period }) => period, 'period'),
    owner: most(({ owner }) => owner, 'owner'),
  };
  const partial = cells.some(({ reading }) => !reading.period.complete);
  const lay = (choice: Choice): Columns => {
    const marksValue = partial && !choice.hasPeriod;
    const rest = {
      marksValue,
      number: choice.hasValue ? natural.number + (marksValue ? 1 : 0) : 0,
      unit: choice.hasValue ? natural.unit : 0,
      target: choice.hasTarget ? natural.target : 0,
      status: natural.status,
      bars: Math.min(choice.bars, bars),
      hasTrend: choice.hasTrend,
      period: choice.hasPeriod ? natural.period : 0,
      owner: choice.hasOwner ? natural.owner : 0,
    };
    const title = Math.min(natural.title, width - widthBeside(rest));
    return { title, ...rest };
  };
  const fits = CHOICES.find((choice) => lay(choice).title >= Math.min(choice.title, natural.title));
  const laid = lay(fits ?? LAST);
  return { ...laid, title: Math.max(LAST.title, laid.title) };
}

/** The columns behind the title, each with the gap before it. */
function widthBeside(columns: Omit<Columns, 'title'>): number {
  const parts = [
    valueWidth(columns),
    columns.target,
    columns.status,
    trendWidth(columns),
    columns.period,
    columns.owner,
  ];
  return parts.reduce((sum, part) => sum + (part === 0 ? 0 : part + GAP), 0);
}

export function valueWidth({ number, unit }: Pick<Columns, 'number' | 'unit'>): number {
  return number + (unit === 0 ? 0 : unit + 1);
}

export function trendWidth({ bars, hasTrend }: Pick<Columns, 'bars' | 'hasTrend'>): number {
  return !hasTrend ? 0 : bars === 0 ? 1 : bars + 2;
}

/** Where the status begins. */
export function statusColumn(columns: Columns): number {
  const parts = [columns.title, valueWidth(columns), columns.target];
  return parts.reduce((sum, part) => sum + (part === 0 ? 0 : part + GAP), 0);
}

// A scorecard for the terminal: the tree of goals with their KPIs, what stands out, what the signs mean.
import type { GoalReading, Scorecard } from '../engine-port.js';
import { paintWith, type Paint, type Role } from '../reporters/paint.js';
import { visibleLine } from '../reporters/visible-text.js';
import { ratioText, shareText } from './figure-text.js';
import { fitColumns, GAP, statusColumn, trendWidth, valueWidth, type Columns } from './fit-columns.js';
import type { Glyphs } from './glyphs.js';
import { countsText } from './headline.js';
import { incentiveLines } from './incentive-lines.js';
import { legendLines } from './legend.js';
import { rowCells, type RowCells } from './row-cells.js';
import { sparkline } from './sparkline.js';
import { standsOut } from './stands-out.js';
import { statusRole, statusText } from './status-words.js';
import { padEnd, padStart, widthOf, wrap } from './text-width.js';
import { treeRows, type TreeRow } from './tree-rows.js';

export interface ScorecardTextOptions {
  readonly colour: boolean;
  readonly glyphs: Glyphs;
  readonly columns: number;
  /** KPIs that were asked for one by one. */
  readonly named: ReadonlySet<string>;
  readonly incentives: boolean;
}

const LEAST_WIDTH = 30;

export function scorecardText(scorecard: Scorecard, options: ScorecardTextOptions): string {
  const { glyphs } = options;
  const paint = paintWith(options.colour);
  const width = Math.max(LEAST_WIDTH, options.columns);
  const rows = treeRows(scorecard);
  const laid = rows.map((row) => ({
    row,
    cells: row.kind === 'kpi' || row.kind === 'slice' ? rowCells(row, glyphs) : null,
  }));
  const cells = laid.flatMap((one) => one.cells ?? []);
  const titleWidths = laid.flatMap(({ row, cells: own }) =>
    own === null ? [] : [indentOf(row).length + widthOf(own.title)],
  );
  const bars = Math.max(0, ...scorecard.kpis.map(({ history }) => history.length));
  const columns = fitColumns(cells, titleWidths, bars > 1 ? bars : 0, width);
  const context: Context = {
    columns,
    glyphs,
    paint,
    width,
    titles: new Map([
      ...scorecard.kpis.map(({ kpi, title }) => [`kpi ${kpi}`, title] as const),
      ...scorecard.goals.map(({ goal, title }) => [`goal ${goal}`, title] as const),
    ]),
  };
  const body = laid.flatMap(({ row, cells: own }) =>
    own === null ? otherRow(row, context) : kpiRow(row, own, context),
  );
  const project = visibleLine(scorecard.project);
  const head = wrap(`${project}, as of ${scorecard.asOf}. ${countsText(scorecard)}`, width, '  ');
  const legend = legendLines(
    scorecard,
    { cells, hasTrend: columns.hasTrend, hasBars: columns.bars > 0, hasPartial: true },
    glyphs,
  );
  const blocks = [
    head.map((line, i) =>
      i === 0 && line.startsWith(project) ? paint(project, 'strong') + line.slice(project.length) : line,
    ),
    [...(cells.length === 0 ? [] : headRows(context)), ...body],
    ...noteBlocks(scorecard, options, context),
    legend.flatMap((line) => wrap(line, width, '  ')).map((line) => paint(line, 'frame')),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

interface Context {
  /** Of KPIs and goals, by kind and name. */
  readonly titles: ReadonlyMap<string, string>;
  readonly columns: Columns;
  readonly glyphs: Glyphs;
  readonly paint: Paint;
  readonly width: number;
}

function indentOf({ depth }: TreeRow): string {
  return '  '.repeat(depth);
}

function headRows({ columns, glyphs, paint }: Context): readonly string[] {
  const names = joined(columns, {
    title: padEnd('', columns.title),
    value: padStart('value', columns.number),
    target: padStart('target', columns.target),
    status: padEnd('status', columns.status),
    trend: columns.bars === 0 ? ' ' : padEnd('trend', trendWidth(columns)),
    period: padEnd('period', columns.period),
    owner: padEnd('owner', columns.owner),
  }).trimEnd();
  return [paint(names, 'strong'), paint(glyphs.rule.repeat(Math.max(widthOf(names), totalWidth(columns))), 'frame')];
}

interface Parts {
  readonly title: string;
  readonly value: string;
  readonly target: string;
  readonly status: string;
  readonly trend: string;
  readonly period: string;
  readonly owner: string;
}

function joined(columns: Columns, parts: Parts): string {
  const value = valueWidth(columns);
  const shown = [
    parts.title,
    ...(value === 0 ? [] : [padEnd(parts.value, value)]),
    ...(columns.target === 0 ? [] : [parts.target]),
    parts.status,
    ...(columns.hasTrend ? [parts.trend] : []),
    ...(columns.period === 0 ? [] : [parts.period]),
    ...(columns.owner === 0 ? [] : [parts.owner]),
  ];
  return shown.join(' '.repeat(GAP));
}

function totalWidth(columns: Columns): number {
  const parts = [statusColumn(columns) + columns.status, trendWidth(columns), columns.period, columns.owner];
  return parts.reduce((sum, part, i) => sum + (part === 0 ? 0 : part + (i === 0 ? 0 : GAP)), 0);
}

function kpiRow(row: TreeRow, cells: RowCells, { columns, glyphs, paint }: Context): readonly string[] {
  const indent = indentOf(row);
  const [first = '', ...more] = wrap(cells.title, columns.title - indent.length, '  ').map(
    (line) => `${indent}${line}`,
  );
  const { reading, whole } = cells;
  const mark = !columns.marksValue ? '' : whole && !reading.period.complete ? glyphs.partial : ' ';
  const value = `${padStart(`${cells.number}${mark}`, columns.number)}${cells.unit === '' ? '' : ` ${cells.unit}`}`;
  const arrow = cells.trend === null ? ' ' : glyphs.trend[cells.trend];
  const bars =
    columns.bars === 0 ? '' : ` ${padEnd(whole ? sparkline(reading.history, columns.bars, glyphs) : '', columns.bars)}`;
  const line = joined(columns, {
    title: padEnd(first, columns.title),
    value,
    target: padStart(cells.target, columns.target),
    status: painted(padEnd(cells.statusText, columns.status), cells.statusText, statusRole(cells.status), paint),
    trend: `${paint(arrow, trendRole(cells.trend))}${bars}`,
    period: padEnd(cells.period, columns.period),
    owner: padEnd(cells.owner, columns.owner),
  });
  return [line.trimEnd(), ...more];
}

/** Colour ends where the text does, so that no spaces are painted. */
function painted(padded: string, text: string, role: Role, paint: Paint): string {
  return `${paint(text, role)}${padded.slice(text.length)}`;
}

function trendRole(trend: RowCells['trend']): Role {
  return trend === 'improving' ? 'hint' : trend === 'worsening' ? 'error' : 'plain';
}

function otherRow(row: TreeRow, context: Context): readonly string[] {
  if (row.kind === 'goal') return goalRow(row.goal, indentOf(row), context);
  return row.kind === 'more' ? [`${indentOf(row)}${row.text}`] : [];
}

/** The title, and from the column of statuses on how the goal stands; below it where there is no room beside it. */
function goalRow(
  goal: GoalReading,
  indent: string,
  { columns, glyphs, paint, width, titles }: Context,
): readonly string[] {
  const status = statusText(goal.status, glyphs);
  const rest = `  score ${shareText(goal.score, glyphs)}  coverage ${ratioText(goal.coverage)}`;
  const about = [goal.owner, goal.period].filter((one) => one !== null).join(', ');
  const at = Math.max(0, Math.min(statusColumn(columns), width - widthOf(status) - widthOf(rest)));
  const title = visibleLine(goal.title);
  const suffix = about === '' ? '' : `  ${visibleLine(about)}`;
  const decided = decidedText(goal, titles);
  const fitsDecided = at + widthOf(status) + widthOf(rest) + widthOf(decided) <= width;
  const right = `${paint(status, statusRole(goal.status))}${rest}${fitsDecided ? paint(decided, 'frame') : ''}`;
  const whole = indent.length + widthOf(title) + widthOf(suffix);
  if (whole + GAP <= at) {
    const left = `${indent}${paint(title, 'strong')}${paint(suffix, 'frame')}`;
    return [`${left}${' '.repeat(at - whole)}${right}`];
  }
  const [first = '', ...more] = wrap(title, Math.max(8, width - indent.length), '  ');
  const short = indent.length + widthOf(first);
  if (more.length === 0 && short + GAP <= at)
    return [`${indent}${paint(first, 'strong')}${' '.repeat(at - short)}${right}`];
  return [
    `${indent}${paint(first, 'strong')}`,
    ...more.map((line) => `${indent}${paint(line, 'strong')}`),
    ...wrap(`${status}${rest}`, Math.max(LEAST_WIDTH, width - at)).map((line, i) =>
      i === 0 && line.startsWith(status)
        ? `${' '.repeat(at)}${paint(status, statusRole(goal.status))}${line.slice(status.length)}`
        : `${' '.repeat(at)}${line}`,
    ),
  ];
}

/** Of a goal that stands as its worst child does. */
function decidedText({ decidedBy }: GoalReading, titles: ReadonlyMap<string, string>): string {
  if (decidedBy === null) return '';
  return visibleLine(`  because of ${titles.get(`${decidedBy.kind} ${decidedBy.name}`) ?? decidedBy.name}`);
}

function noteBlocks(
  scorecard: Scorecard,
  options: ScorecardTextOptions,
  { glyphs, paint, width }: Context,
): readonly (readonly string[])[] {
  const notes = standsOut(scorecard, options.named, glyphs);
  const below = (lines: readonly string[]): readonly string[] =>
    lines.flatMap((line) => wrap(line, width - 4, '  ').map((part) => `    ${part}`));
  const list = notes.flatMap(({ status, heading, lines }) => {
    const [first = '', ...more] = wrap(heading, width - 2, '  ');
    return [
      `${paint(glyphs.status[status], statusRole(status))} ${paint(first, 'strong')}`,
      ...more.map((line) => `  ${paint(line, 'strong')}`),
      ...below(lines),
    ];
  });
  const paid = options.incentives ? scorecard.incentives : [];
  const incentives = paid.flatMap((one) => {
    const { heading, lines } = incentiveLines(one, glyphs);
    return [...wrap(heading, width - 2, '  ').map((line) => `  ${paint(line, 'strong')}`), ...below(lines)];
  });
  return [
    list.length === 0 ? [] : [paint(options.named.size > 0 ? 'In detail' : 'What stands out', 'strong'), ...list],
    incentives.length === 0 ? [] : [paint('Incentives', 'strong'), ...incentives],
  ];
}

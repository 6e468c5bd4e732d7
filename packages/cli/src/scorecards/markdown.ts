// A scorecard as Markdown, for a pull request, a wiki, a summary of a job.
import type { Scorecard } from '../engine-port.js';
import { escapeMarkdown } from '../results/markdown.js';
import { visibleLine } from '../reporters/visible-text.js';
import { ratioText, shareText } from './figure-text.js';
import { UNICODE } from './glyphs.js';
import { countsText } from './headline.js';
import { incentiveLines } from './incentive-lines.js';
import { legendLines } from './legend.js';
import { rowCells } from './row-cells.js';
import { sparkline } from './sparkline.js';
import { standsOut } from './stands-out.js';
import { statusText } from './status-words.js';
import { treeRows, type TreeRow } from './tree-rows.js';

const BARS = 12;

export interface ScorecardMarkdownOptions {
  readonly named: ReadonlySet<string>;
  readonly incentives: boolean;
}

export function scorecardMarkdown(scorecard: Scorecard, { named, incentives }: ScorecardMarkdownOptions): string {
  const rows = treeRows(scorecard);
  const cells = rows.flatMap((row) => (row.kind === 'kpi' || row.kind === 'slice' ? [rowCells(row, UNICODE)] : []));
  const notes = standsOut(scorecard, named, UNICODE);
  const paid = incentives ? scorecard.incentives : [];
  const shown = { cells, hasTrend: true, hasBars: true, hasPartial: true };
  const blocks = [
    `## ${text(scorecard.project)}, as of ${scorecard.asOf}\n\n${text(countsText(scorecard))}`,
    [
      '| | value | target | status | trend | period | owner |',
      '| :--- | ---: | ---: | :--- | :--- | :--- | :--- |',
      ...rows.map(rowOf),
    ].join('\n'),
    ...(notes.length === 0
      ? []
      : [
          `### ${named.size > 0 ? 'In detail' : 'What stands out'}\n\n${notes
            .map(({ status, heading, lines }) => bullet(`${UNICODE.status[status]} **${text(heading)}**`, lines))
            .join('\n')}`,
        ]),
    ...(paid.length === 0
      ? []
      : [
          `### Incentives\n\n${paid
            .map((one) => incentiveLines(one, UNICODE))
            .map(({ heading, lines }) => bullet(`**${text(heading)}**`, lines))
            .join('\n')}`,
        ]),
    legendLines(scorecard, shown, UNICODE)
      .map((line) => `- ${text(line)}`)
      .join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function bullet(heading: string, lines: readonly string[]): string {
  return [`- ${heading}`, ...lines.map((line) => `  - ${text(line)}`)].join('\n');
}

function rowOf(row: TreeRow): string {
  // Spaces at the start of a cell are dropped; these are not.
  const indent = '&emsp;'.repeat(row.depth);
  switch (row.kind) {
    case 'goal': {
      const { goal } = row;
      const score = `score ${shareText(goal.score, UNICODE)}, coverage ${ratioText(goal.coverage)}`;
      return line([
        `${indent}**${text(goal.title)}**`,
        text(score),
        '',
        `**${statusText(goal.status, UNICODE)}**`,
        '',
        text(goal.period ?? ''),
        text(goal.owner ?? ''),
      ]);
    }
    case 'more':
      return line([`${indent}${text(row.text)}`, '', '', '', '', '', '']);
    case 'kpi':
    case 'slice': {
      const cells = rowCells(row, UNICODE);
      const { history } = cells.reading;
      const bars = cells.whole && history.length > 1 ? sparkline(history, BARS, UNICODE) : '';
      const arrow = cells.trend === null ? '' : UNICODE.trend[cells.trend];
      return line([
        `${indent}${text(cells.title)}`,
        text(cells.unit === '' ? cells.number : `${cells.number} ${cells.unit}`),
        text(cells.target),
        cells.statusText,
        `${arrow} ${bars}`.trim(),
        text(cells.period),
        text(cells.owner),
      ]);
    }
  }
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function text(raw: string): string {
  return escapeMarkdown(visibleLine(raw));
}

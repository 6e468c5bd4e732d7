// Summaries as tables: aligned for a terminal, Markdown for a page.
import { judgeGoals } from './judge-goals.js';
import { sizeLabel } from './record.js';
import type { Ratio } from './statistics.js';
import { growth, SUBJECT, type CaseSummary, type Figure } from './summarise.js';

/** Workloads whose samples are processes of their own; elsewhere memory is that of all subjects together. */
const FRESH = ['W1', 'W7'];

export type Style = 'text' | 'markdown';

/** Tables of cases, growth and goals, and below them what is absent or wrong. */
export function renderSummary(cases: readonly CaseSummary[], style: Style): string {
  const parts: string[] = [];
  const workloads = [...new Set(cases.map(({ workload }) => workload))];
  for (const workload of workloads) {
    const own = cases.filter((summary) => summary.workload === workload);
    parts.push(style === 'markdown' ? `### ${workload}` : workload);
    parts.push(caseTable(own, style), growthTable(own, style), goalTable(own, style), remarks(own));
  }
  return parts.filter((part) => part !== '').join('\n\n');
}

function caseTable(cases: readonly CaseSummary[], style: Style): string {
  const head = ['case', 'size', 'subject', 'min ms', 'median', 'cpu ms', 'rss MB', 'x floor', `${SUBJECT} / it`, ''];
  const rows = cases.flatMap((summary) =>
    summary.figures.map((figure, index) => [
      index === 0 || style === 'markdown' ? summary.case : '',
      index === 0 || style === 'markdown' ? sizeLabel(summary.size) : '',
      figure.subject,
      ...(figure.absent === null
        ? [
            number(figure.minMs),
            number(figure.medianMs),
            number(figure.minCpuMs),
            FRESH.includes(summary.workload) ? number(figure.rssMb) : '',
            ratioText(figure.toFloor),
            ratioText(figure.ours),
            marks(figure),
          ]
        : ['absent', '', '', '', '', '', '']),
    ]),
  );
  return table([head, ...rows], style, 3);
}

function marks(figure: Figure): string {
  const found: string[] = [];
  if (figure.ours?.noisy === true || (figure.ours === null && figure.toFloor?.noisy === true)) found.push('noisy');
  if (figure.check !== null && figure.check.wrong > 0)
    found.push(`${figure.check.wrong} of ${figure.check.cells} cells wrong`);
  return found.join(', ');
}

/** Ratio of minima, and in brackets the median of the rounds' ratios. */
function ratioText(one: Ratio | null): string {
  return one === null ? '' : `${number(one.ofMinima)} (${number(one.ofRounds)})`;
}

function growthTable(cases: readonly CaseSummary[], style: Style): string {
  const rows = growth(cases).map((one) => [one.case, one.labels.join(', '), one.subject, one.exponent.toFixed(2)]);
  return rows.length === 0 ? '' : table([['growth of', '', 'subject', 'exponent'], ...rows], style, 3);
}

function goalTable(cases: readonly CaseSummary[], style: Style): string {
  const rows = judgeGoals(cases, growth(cases)).map((one) => [
    one.what,
    number(one.figure),
    `<= ${number(one.atMost)}`,
    one.met ? 'met' : 'missed',
  ]);
  return rows.length === 0 ? '' : table([['goal', 'figure', 'at most', ''], ...rows], style, 1);
}

/** What is absent, noted or wrong; one line for what several cases share. */
function remarks(cases: readonly CaseSummary[]): string {
  const places = new Map<string, string[]>();
  const add = (remark: string, place: string): void => {
    const known = places.get(remark);
    if (known === undefined) places.set(remark, [place]);
    else known.push(place);
  };
  for (const summary of cases) {
    const place = `${summary.case} (${sizeLabel(summary.size)})`;
    for (const { subject, absent, check, notes } of summary.figures) {
      if (absent !== null) add(`${subject} is absent: ${absent}`, place);
      for (const note of notes) add(`${subject}: ${note}`, place);
      if (check === null || check.wrong === 0) continue;
      const examples = check.examples.slice(0, 2).join('; ');
      add(`${subject}: ${check.wrong} of ${check.cells} cells are not those of ${check.against}: ${examples}`, place);
    }
  }
  const shown = (list: readonly string[]): string =>
    list.length > 3 ? `${list.slice(0, 2).join(', ')} and ${list.length - 2} more` : list.join(', ');
  return [...places].map(([remark, list]) => `- ${remark} [${shown(list)}]`).join('\n');
}

/** Three significant digits. */
function number(value: number): string {
  if (!Number.isFinite(value)) return '?';
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

/** The first `left` columns are aligned left, the others right. */
export function table(rows: readonly (readonly string[])[], style: Style, left: number): string {
  const [head, ...body] = rows;
  if (head === undefined) return '';
  if (style === 'markdown') {
    const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
    const rule = head.map((_, i) => (i < left ? '---' : '---:'));
    return [line(head), line(rule), ...body.map(line)].join('\n');
  }
  const widths = head.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i < left ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

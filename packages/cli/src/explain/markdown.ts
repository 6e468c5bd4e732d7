// An explanation as Markdown: a list that is the tree, and tables for a change.
import type { Explanation } from '../engine-port.js';
import { escapeMarkdown } from '../results/markdown.js';
import { UNICODE } from '../scorecards/glyphs.js';
import { changeTexts } from './change-texts.js';
import type { TableTexts } from './columns.js';
import { headTexts } from './head-texts.js';
import { treeRows } from './tree-rows.js';

export function explanationMarkdown(explanation: Explanation): string {
  const head = headTexts(explanation, UNICODE);
  const blocks = [`## ${escapeMarkdown(head.title)}`, head.lines.map(escapeMarkdown).join('  \n')];
  const tree = treeRows(explanation.tree).flatMap((row) => {
    const indent = '  '.repeat(row.depth);
    const sign = row.sign === '' ? '' : `${escapeMarkdown(row.sign)} `;
    const name = row.name === '' ? '' : `**${escapeMarkdown(row.name)}** = `;
    const place = row.place === null ? '' : ` (${escapeMarkdown(`${row.place.file}:${row.place.line}`)})`;
    const value = escapeMarkdown(`${row.value} ${row.unit}`.trim());
    return [
      `${indent}- ${sign}${name}${codeSpan(row.formula)}: ${value}${place}`,
      ...row.details.map((line) => `${indent}  - ${escapeMarkdown(line)}`),
    ];
  });
  blocks.push(tree.join('\n'));
  if (explanation.change !== null) {
    const { head: sides, tables, notes } = changeTexts(explanation.change, explanation);
    blocks.push('### Change', sides.map((line) => `- ${escapeMarkdown(line.replace(/ +/g, ' '))}`).join('\n'));
    for (const { title, table, notes: below } of tables) {
      blocks.push(`#### ${escapeMarkdown(title)}`, markdownTable(table));
      if (below.length > 0) blocks.push(below.map((note) => `- ${escapeMarkdown(note)}`).join('\n'));
    }
    if (notes.length > 0) blocks.push(notes.map((note) => `- ${escapeMarkdown(note)}`).join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

function markdownTable({ columns, rows }: TableTexts): string {
  const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
  const head = columns.map(({ name, unit }) => escapeMarkdown(unit === '' ? name : `${name} (${unit})`));
  const rule = columns.map(({ align }) => (align === 'number' ? '---:' : ':---'));
  // Spaces at the start of a cell vanish.
  const cell = (text: string): string =>
    escapeMarkdown(text).replace(/^ +/, (spaces) => '&nbsp;'.repeat(spaces.length));
  return [line(head), line(rule), ...rows.map((row) => line(row.map(cell)))].join('\n');
}

function codeSpan(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text}${fence}`;
}

// An explanation for the terminal: values stand under one another on the left, the tree beside them.
import type { Explanation } from '../engine-port.js';
import { paintWith, type Paint } from '../reporters/paint.js';
import type { Glyphs } from '../scorecards/glyphs.js';
import { changeTexts } from './change-texts.js';
import { aligned, tableLines } from './columns.js';
import { headTexts } from './head-texts.js';
import { treeRows, type TreeRow } from './tree-rows.js';

/** Formulas are cut here for people; the place says where all of it stands. */
const MOST = 90;

export interface TextOptions {
  readonly colour: boolean;
  readonly glyphs: Glyphs;
}

export function explanationText(explanation: Explanation, { colour, glyphs }: TextOptions): string {
  const paint = paintWith(colour);
  const head = headTexts(explanation, glyphs);
  const rows = treeRows(explanation.tree);
  const blocks = [[paint(head.title, 'strong'), ...head.lines], treeLines(rows, paint)];
  if (explanation.change !== null) {
    const { head: sides, tables, notes } = changeTexts(explanation.change, explanation);
    blocks.push(sides.map((line) => line));
    for (const { title, table, notes: below } of tables) {
      const lines = tableLines(table);
      blocks.push([paint(title, 'strong'), ...lines.head.map((line) => paint(line, 'frame')), ...lines.body, ...below]);
    }
    if (notes.length > 0) blocks.push([...notes]);
  }
  const cutNote = rows.some(({ value }) => value.endsWith('…'));
  if (cutNote) blocks.push(['… more digits follow; `--format json` has all of them']);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function treeLines(rows: readonly TreeRow[], paint: Paint): readonly string[] {
  const values = aligned(
    rows.map(({ value }) => value),
    'number',
  );
  const units = aligned(
    rows.map(({ unit }) => unit),
    'left',
  );
  return rows.flatMap((row, i) => {
    const left = `${values[i] ?? ''} ${units[i] ?? ''}`;
    const place = row.place === null ? '' : `  ${paint(`${row.place.file}:${row.place.line}`, 'frame')}`;
    const sign = row.sign === '' ? '' : `${row.sign} `;
    const name = row.name === '' ? '' : paint(row.name, 'strong');
    const formula = cutTo(row.name === row.formula ? '' : row.formula);
    const said = name === '' ? formula : formula === '' ? name : `${name} = ${formula}`;
    const blank = ' '.repeat(left.length);
    return [
      `${left}  ${paint(branchOf(row.follows), 'frame')}${sign}${said}${place}`.trimEnd(),
      ...row.details.map((line) => `${blank}  ${paint(trunkOf(row), 'frame')}${line}`),
    ];
  });
}

/** `│  ├─ `. */
function branchOf(follows: readonly boolean[]): string {
  return follows.map((more, i) => (i === follows.length - 1 ? (more ? '├─ ' : '└─ ') : more ? '│  ' : '   ')).join('');
}

/** Beside what stands below a row. */
function trunkOf({ follows, hasChildren }: TreeRow): string {
  return `${follows.map((more) => (more ? '│  ' : '   ')).join('')}${hasChildren ? '│  ' : '   '}`;
}

function cutTo(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST - 1)}…`;
}

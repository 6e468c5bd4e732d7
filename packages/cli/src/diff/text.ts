// A comparison for a terminal.
import { paintWith, type Paint } from '../reporters/paint.js';
import { padEnd, widthOf, wrap } from '../scorecards/text-width.js';
import { visibleLine, visibleText } from '../reporters/visible-text.js';
import { isSame, sameWords, shownRows, type DiffReport, type Example, type Values } from './diff-report.js';
import type { DefinitionChange, Detail } from './load-diff.js';
import {
  askedFor,
  askedName,
  changeName,
  effectWords,
  GROUPS,
  groupExplained,
  groupOf,
  groupTitle,
  isLong,
  keyWords,
  kindWords,
  noExample,
  NOTHING,
  sideWords,
  whyWords,
  type Group,
} from './words.js';

export function diffText(report: DiffReport, options: { readonly colour: boolean }): string {
  const paint = paintWith(options.colour);
  const { diff, values, examples } = report;
  const groups = GROUPS.flatMap((group) => {
    const changes = diff.changes.filter((change) => groupOf(change) === group);
    return changes.length === 0 ? [] : [{ group, changes }];
  });
  const blocks = groups.map(({ group, changes }) => groupText(group, changes, examples, paint));
  const files = diff.files.map((path) => `  ${visibleLine(path)}: comments or layout between definitions`);
  return [
    `${headline(report, groups)}\n`,
    ...blocks,
    ...(files.length === 0 ? [] : [`${files.join('\n')}\n`]),
    ...(values === null || values.rows.length === 0 ? [] : [valuesText(values, paint)]),
  ].join('\n');
}

function headline(
  { project, against, diff }: DiffReport,
  groups: readonly { readonly group: Group; readonly changes: readonly unknown[] }[],
): string {
  const counts = groups.map(({ group, changes }) => `${groupTitle(group)} ${changes.length}`);
  if (counts.length === 0) counts.push(diff.files.length === 0 ? NOTHING : 'only comments and layout');
  return `${visibleLine(project)} against ${visibleLine(against)}: ${counts.join(', ')}`;
}

const WIDTH = 98;

/** Groups of which one line each is enough. */
const BRIEF: readonly Group[] = ['new', 'metadata', 'cosmetic'];

function groupText(
  group: Group,
  changes: readonly DefinitionChange[],
  examples: ReadonlyMap<string, Example>,
  paint: Paint,
): string {
  const role = group === 'breaking' || group === 'unknown' ? 'error' : group === 'numbers' ? 'warning' : 'info';
  const head = `${paint(groupTitle(group), role)} (${groupExplained(group)})`;
  const body = BRIEF.includes(group)
    ? changes.map((change) => `  ${briefly(change)}\n`)
    : changes.map((change) => changeText(change, examples.get(change.id) ?? null, paint));
  return `${head}\n${body.join('')}`;
}

function briefly(change: DefinitionChange): string {
  const keys = change.details.map(({ key }) => keyWords(key)).join(', ');
  const kind = change.kind === 'added' || change.kind === 'changed' ? '' : `${kindWords(change)} `;
  return `${kind}${visibleLine(changeName(change))}${keys === '' ? '' : `: ${visibleLine(keys)}`}`;
}

function changeText(change: DefinitionChange, example: Example | null, paint: Paint): string {
  const kind = kindWords(change);
  const name = `${kind === '' || kind === 'renamed' ? '' : `${kind} `}${changeName(change)}`;
  const title = change.title === null ? '' : `: ${change.title}`;
  const lines = [
    `${paint(visibleLine(name), 'strong')}${visibleLine(title)}`,
    ...change.details.flatMap((detail) => detailLines(detail, paint)),
  ];
  const effects = effectWords(change.effects);
  if (effects.length > 0) lines.push(...hanging('moves ', effects.join('; ')));
  change.ask.forEach((one, i) =>
    lines.push(...hanging(i === 0 ? 'ask   ' : '      ', `${askedName(one)}: ${askedFor(one)}`)),
  );
  lines.push(...exampleLines(example, change));
  return `${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`;
}

/** Broken between words, below the first of them. */
function hanging(head: string, text: string): readonly string[] {
  return wrap(visibleLine(text), WIDTH - head.length).map(
    (line, i) => `  ${i === 0 ? head : ' '.repeat(head.length)}${line}`,
  );
}

function detailLines(detail: Detail, paint: Paint): readonly string[] {
  const { key, before, after, why } = detail;
  if (why === 'used_by_others' && key === 'name') return [];
  const words = whyWords(why);
  const note = words === '' ? '' : ` (${words})`;
  if (key === 'error') return [`  ${words}`];
  if (key === 'used by') return [`  used by ${visibleLine(before ?? '')}`];
  if (!isLong(detail))
    return [
      `  ${keyWords(key)}: ${visibleLine(sideWords(key, before))} -> ${visibleLine(sideWords(key, after))}${note}`,
    ];
  return [`  ${keyWords(key)}${note}`, ...side('-', before, 'error', paint), ...side('+', after, 'hint', paint)];
}

function side(sign: '-' | '+', text: string | null, role: 'error' | 'hint', paint: Paint): readonly string[] {
  if (text === null) return [];
  return visibleText(text)
    .split('\n')
    .map((line) => `    ${paint(`${sign} ${line}`, role)}`);
}

function exampleLines(example: Example | null, { id }: DefinitionChange): readonly string[] {
  if (example === null) return [];
  if (example.kind === 'none') return [`  example: ${noExample(example.trials)}`];
  const of = example.of === id ? '' : `${visibleLine(example.of.replace(':', ' '))} `;
  return [
    `  example: ${of}${example.before} -> ${example.after}, as a test:`,
    ...visibleText(example.test)
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`),
  ];
}

function valuesText(values: Values, paint: Paint): string {
  const { asOf, notes } = values;
  const { shown, same } = shownRows(values);
  const cells = shown.map((row) => {
    const { node, name, before, after } = row;
    return [
      visibleLine(`${node === 'kpi' ? 'KPI' : node} ${name}`),
      before.period === null || before.period === after.period
        ? (after.period ?? '')
        : `${before.period} -> ${after.period ?? '?'}`,
      sideText(before),
      isSame(row) ? 'the same' : sideText(after),
    ];
  });
  const head = ['', 'period', 'before', 'after'];
  const widths = head.map((text, i) => Math.max(text.length, ...cells.map((row) => widthOf(row[i] ?? ''))));
  const line = (row: readonly string[]): string =>
    `  ${row.map((text, i) => padEnd(text, widths[i] ?? 0)).join('  ')}`.trimEnd();
  return [
    `${paint(`values as of ${asOf}`, 'strong')}, both over the data that is there now`,
    line(head),
    ...cells.map(line),
    ...[...sameWords(same), ...notes].map((note) => `  ${note}`),
    '',
  ].join('\n');
}

function sideText({ shown, why }: Values['rows'][number]['before']): string {
  return visibleLine(why === null ? shown : `${shown}: ${why}`);
}

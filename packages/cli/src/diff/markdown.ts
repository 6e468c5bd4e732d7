// A comparison as a comment on a pull request: a table on top, everything else folded, and never longer than GitHub takes.
import { escapeMarkdown } from '../results/markdown.js';
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

/** GitHub takes 65,536 characters; what is left is for the last words. */
const MOST = 64_000;

export function diffMarkdown(report: DiffReport): string {
  const { project, against, diff, values, examples } = report;
  const groups = GROUPS.flatMap((group) => {
    const changes = diff.changes.filter((change) => groupOf(change) === group);
    return changes.length === 0 ? [] : [{ group, changes }];
  });
  const head = [`## \`${plain(project)}\` against \`${plain(against)}\``, ''];
  if (groups.length === 0) {
    const said =
      diff.files.length === 0
        ? NOTHING
        : `only comments and layout: ${diff.files.map((path) => `\`${plain(path)}\``).join(', ')}`;
    return `${[...head, `${said.charAt(0).toUpperCase()}${said.slice(1)}.`].join('\n')}\n`;
  }
  head.push('| | |', '| ---: | :--- |');
  for (const { group, changes } of groups)
    head.push(`| ${changes.length} | **${groupTitle(group)}**: ${groupExplained(group)} |`);
  const blocks = [
    ...(values === null || values.rows.length === 0 ? [] : [valuesTable(values)]),
    ...groups.flatMap(({ group, changes }) => groupBlocks(group, changes, examples)),
  ];
  const top = `${head.join('\n')}\n`;
  let length = top.length;
  const kept: string[] = [];
  for (const block of blocks) {
    if (length + block.length > MOST) break;
    kept.push(block);
    length += block.length + 1;
  }
  const left = blocks.length - kept.length;
  const more =
    left === 0
      ? []
      : [`\n…and ${left} more, which do not fit here: \`kpi diff --against ${plain(against)}\` shows all.\n`];
  return [top, ...kept, ...more].join('\n');
}

function valuesTable(values: Values): string {
  const { asOf, notes } = values;
  const { shown, same } = shownRows(values);
  const cell = (side: Values['rows'][number]['before']): string =>
    escapeMarkdown(visibleLine(side.why === null ? side.shown : `${side.shown}: ${side.why}`));
  const lines = shown.map((row) => {
    const { node, name, before, after } = row;
    const period =
      before.period === null || before.period === after.period
        ? (after.period ?? '')
        : `${before.period}, now ${after.period ?? '?'}`;
    const now = isSame(row) ? 'the same' : `**${cell(after)}**`;
    return `| ${node === 'kpi' ? 'KPI' : node} \`${plain(name)}\` | ${escapeMarkdown(period)} | ${cell(before)} | ${now} |`;
  });
  return [
    `### Values as of ${asOf}`,
    '',
    'Both versions over the data that is there now.',
    '',
    '| | period | before | after |',
    '| :--- | :--- | ---: | ---: |',
    ...lines,
    ...[...sameWords(same), ...notes].map((note) => `\n${note}`),
    '',
  ].join('\n');
}

const BRIEF: readonly Group[] = ['meaning', 'new', 'metadata', 'cosmetic'];

/** Each block stands for itself, so that the last ones can be left out. */
function groupBlocks(
  group: Group,
  changes: readonly DefinitionChange[],
  examples: ReadonlyMap<string, Example>,
): readonly string[] {
  const title = `### ${groupTitle(group).charAt(0).toUpperCase()}${groupTitle(group).slice(1)}\n`;
  if (BRIEF.includes(group)) {
    const lines = changes.map((change) => `- ${headOf(change)}`);
    return [`${title}\n<details><summary>${changes.length} of them</summary>\n\n${lines.join('\n')}\n\n</details>\n`];
  }
  const [first = '', ...rest] = changes.map((change) => folded(change, examples.get(change.id) ?? null));
  return [`${title}\n${first}`, ...rest];
}

/** `metric revenue: formula, unit`, for one line. */
function headOf(change: DefinitionChange): string {
  const kind = kindWords(change);
  const name = `${kind === '' || kind === 'renamed' ? '' : `${kind} `}${changeName(change)}`;
  const keys = change.details
    .map(({ key }) => keyWords(key))
    .filter((key) => !['name', 'used by', 'error'].includes(key));
  return `${html(visibleLine(name))}${keys.length === 0 ? '' : `: ${html(visibleLine(keys.join(', ')))}`}`;
}

function folded(change: DefinitionChange, example: Example | null): string {
  const parts: string[] = change.title === null ? [] : [escapeMarkdown(visibleLine(change.title))];
  parts.push(...change.details.flatMap(detailParts));
  const effects = effectWords(change.effects);
  if (effects.length > 0) parts.push(`**Moves** ${escapeMarkdown(visibleLine(effects.join('; ')))}`);
  if (change.ask.length > 0)
    parts.push(
      [
        '**Ask**',
        ...change.ask.map((one) => `- ${escapeMarkdown(visibleLine(`${askedName(one)}: ${askedFor(one)}`))}`),
      ].join('\n'),
    );
  if (example !== null) parts.push(...exampleParts(example, change));
  return `<details><summary>${headOf(change)}</summary>\n\n${parts.join('\n\n')}\n\n</details>\n`;
}

function detailParts(detail: Detail): readonly string[] {
  const { key, before, after, why } = detail;
  if (why === 'used_by_others' && key === 'name') return [];
  const words = whyWords(why);
  const note = words === '' ? '' : ` (${words})`;
  if (key === 'error') return [escapeMarkdown(words)];
  if (key === 'used by') return [`Used by ${escapeMarkdown(visibleLine(before ?? ''))}`];
  const name = escapeMarkdown(keyWords(key));
  if (!isLong(detail))
    return [
      `${name}: ${escapeMarkdown(visibleLine(sideWords(key, before)))} → ${escapeMarkdown(visibleLine(sideWords(key, after)))}${note}`,
    ];
  const lines = [...signed('-', before), ...signed('+', after)];
  return [`${name}${note}\n\n${fenced('diff', lines.join('\n'))}`];
}

function signed(sign: string, text: string | null): readonly string[] {
  return text === null
    ? []
    : visibleText(text)
        .split('\n')
        .map((line) => `${sign} ${line}`);
}

function exampleParts(example: Example, { id }: DefinitionChange): readonly string[] {
  if (example.kind === 'none') return [`Example: ${noExample(example.trials)}.`];
  const of = example.of === id ? '' : `${example.of.replace(':', ' ')} `;
  return [
    `**Example**: ${escapeMarkdown(`${of}${example.before} → ${example.after}`)}, as a test:`,
    fenced('yaml', visibleText(example.test).trimEnd()),
  ];
}

/** The fence is longer than any inside. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Between single backticks. */
function plain(text: string): string {
  return visibleLine(text).replaceAll('`', "'").replaceAll('|', '\\|');
}

// The texts of `--help`.
import type { Command, OptionSpec } from './command.js';

const WIDTH = 100;

export function commandHelp(command: Command): string {
  const blocks = [
    command.summary,
    `Usage: ${`kpi ${command.name} ${command.usage}`.trimEnd()}`,
    ...command.description.map((paragraph) => wrap(paragraph, '')),
    `Options:\n${listing([...Object.entries(command.options).map(optionRow), ['-h, --help', 'this text']])}`,
    `Examples:\n${command.example.map((line) => `  ${line}`).join('\n')}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

export function overview(commands: readonly Command[], version: string): string {
  const blocks = [
    `kpi ${version}: KPIs as code`,
    'Usage: kpi COMMAND [options]',
    `Commands:\n${listing(commands.map(({ name, summary }) => [name, summary] as const))}`,
    `Options:\n${listing([
      ['-h, --help', 'this text; `kpi COMMAND --help` for a command'],
      ['--version', 'the version'],
    ])}`,
    'Exit codes: 0 fine, 1 errors in definitions or data, 2 wrong usage or input, 3 a bug of ours,\n' +
      '4 a KPI that `kpi status --fail-on` does not let pass.\n' +
      'Colour is for terminals only; NO_COLOR=1 switches it off.',
    'Examples:\n  kpi init shop && cd shop\n  kpi check\n  kpi eval revenue --by channel --grain month',
  ];
  return `${blocks.join('\n\n')}\n`;
}

function optionRow([name, spec]: readonly [string, OptionSpec]): readonly [string, string] {
  const short = spec.short === undefined ? '' : `-${spec.short}, `;
  const value = spec.kind === 'flag' ? '' : ` ${spec.value ?? 'VALUE'}`;
  const choices = spec.choices === undefined ? '' : `: ${spec.choices.join(', ')}`;
  const again = spec.kind === 'list' ? '; may be given several times' : '';
  const otherwise = spec.default === undefined ? '' : `; default ${spec.default}`;
  return [`${short}--${name}${value}`, `${spec.help}${choices}${otherwise}${again}`];
}

function listing(rows: readonly (readonly [string, string])[]): string {
  const left = Math.max(...rows.map(([name]) => name.length));
  const indent = ' '.repeat(left + 4);
  return rows.map(([name, text]) => `  ${name.padEnd(left)}  ${wrap(text, indent)}`).join('\n');
}

/** The first line is taken to begin after the indent too. */
function wrap(text: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${indent}`);
}

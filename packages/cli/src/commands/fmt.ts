// `kpi fmt`: definitions in the style of docs/formatting.md.
import { formatFile, type Diagnostic, type SourceFile } from '@sextant/parser';
import { count } from '../checking/project-summary.js';
import { replaceFile } from '../checking/replace-file.js';
import { unifiedDiff } from '../checking/unified-diff.js';
import { defineCommand } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { selectFiles } from '../formatting/select-files.js';
import { wantsColour, type Host } from '../host.js';
import { withNotice } from '../progress.js';
import { textReport } from '../reporters/text.js';
import { visibleLine } from '../reporters/visible-text.js';

/** Characters of definitions that take about a second. */
const LONG = 2_000_000;

export const fmt = defineCommand({
  name: 'fmt',
  summary: 'format definitions: indentation, spaces, empty lines; never what they say',
  usage: '[PATH...] [options]',
  most: Infinity,
  description: [
    'PATH is a folder or a file of definitions; default is the whole project around the current folder. Comments, the order ' +
      'of entries and line breaks stay. A file with mistakes in its YAML is left as it is.',
  ],
  options: {
    check: { kind: 'flag', help: 'write nothing, list what would change, and exit with 1 if there is any' },
    diff: { kind: 'flag', help: 'write nothing, show what would change, as `git apply` reads it' },
    stdin: { kind: 'flag', help: 'read a file from the standard input, whose name may be given as PATH, and print it' },
  },
  example: ['kpi fmt', 'kpi fmt --check', 'kpi fmt --diff sales.kpi.yaml', 'kpi fmt --stdin sales.kpi.yaml < old.yaml'],
  run: async ({ positionals, options }, host) => {
    const how = options.diff ? 'show' : options.check ? 'list' : 'write';
    if (options.stdin) {
      const [path = 'stdin.kpi.yaml', second] = positionals;
      if (second !== undefined) return sayProblem(host, `too many arguments: \`${second}\``, '`--stdin` is one file');
      return formatInput({ path, text: await host.input() }, how, options.check, host);
    }
    const selected = selectFiles(positionals, host.cwd);
    if (selected.kind === 'problem') return sayProblem(host, selected.message, selected.help);
    const { files } = selected;
    if (files.length === 0 && selected.diagnostics.length === 0) {
      return sayProblem(host, 'there are no definitions to format');
    }
    const length = files.reduce((sum, { text }) => sum + text.length, 0);
    const notice = length < LONG ? null : `formatting ${files.length} files`;
    const formatted = withNotice(host, notice, () => files.map((file) => ({ file, ...formatFile(file) })));

    const diagnostics = [...selected.diagnostics, ...formatted.flatMap((one) => one.diagnostics)];
    let changed = 0;
    let failed = 0;
    let exit: ExitCode = diagnostics.length > 0 ? EXIT.findings : EXIT.fine;
    for (const { file, value } of formatted) {
      if (value === file.text) continue;
      const problem = how === 'write' ? replaceFile(file.absolute, file.text, value) : null;
      if (problem !== null) {
        failed++;
        exit = sayProblem(host, `\`${file.path}\` cannot be written: ${problem}`);
        continue;
      }
      changed++;
      if (how === 'show') host.out.write(unifiedDiff(file.path, file.text, value));
      else host.out.write(`${how === 'list' ? 'would format' : 'formatted'} ${visibleLine(file.path)}\n`);
    }
    sayDiagnostics(diagnostics, files, host);
    const left = failed + formatted.filter((one) => one.diagnostics.length > 0).length;
    const same = files.length - left - changed;
    const parts = [
      `${count(changed, 'file')} ${how === 'write' ? 'formatted' : 'would change'}`,
      `${same} ${how === 'write' ? 'unchanged' : same === 1 ? 'is formatted' : 'are formatted'}`,
      ...(left === 0 ? [] : [`${left} left alone`]),
    ];
    // What `--diff` prints is for other programs.
    (how === 'show' ? host.err : host.out).write(`${parts.join(', ')}\n`);
    return exit === EXIT.fine && options.check && changed > 0 ? EXIT.findings : exit;
  },
});

function formatInput(file: SourceFile, how: 'write' | 'list' | 'show', check: boolean, host: Host): ExitCode {
  const { value, diagnostics } = formatFile(file);
  if (diagnostics.length > 0) {
    sayDiagnostics(diagnostics, [file], host);
    return EXIT.findings;
  }
  if (how === 'write') host.out.write(value);
  else if (how === 'show') host.out.write(unifiedDiff(file.path, file.text, value));
  else if (value !== file.text) host.out.write(`would format ${visibleLine(file.path)}\n`);
  return check && value !== file.text ? EXIT.findings : EXIT.fine;
}

function sayDiagnostics(diagnostics: readonly Diagnostic[], files: readonly SourceFile[], host: Host): void {
  if (diagnostics.length === 0) return;
  host.err.write(textReport(diagnostics, files, { colour: wantsColour(host.err, host.env) }));
}

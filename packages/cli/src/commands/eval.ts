// `kpi eval`: numbers.
import { dirname, extname, resolve } from 'node:path';
import { statSync } from 'node:fs';
import { defineCommand } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';
import { EXIT } from '../exit-codes.js';
import { wantsColour } from '../host.js';
import { questionOptions } from '../asking/question-options.js';
import { ENDINGS, FORMATS, formatOf } from '../results/formats.js';
import { openAsking } from '../asking/open-asking.js';
import { endingWith, sayBeside, sayNoAnswer, sourcesOf, untilInterrupted } from '../asking/ask-project.js';
import { withProgress } from '../progress.js';
import { renderResult } from '../results/render-result.js';
import { relocateDiagnostics } from '../project/relocate.js';
import { saveResult } from '../results/save-result.js';

export const evaluateCommand = defineCommand({
  name: 'eval',
  summary: 'compute metrics, exactly',
  usage: 'METRIC... [options]',
  most: Infinity,
  description: [
    'METRIC is the name of a metric or a formula over metrics in quotes.',
    'Numbers are exact in every format. The table cuts very long ones with `…`; CSV, JSON, NDJSON and Parquet hold all ' +
      'digits, with percentages as ratios. Data is read only from the project’s data folder and the files of `--data`.',
    'Data files are checked against their declarations when they are first read. That they passed is remembered in ' +
      '~/.cache/sextant (or below XDG_CACHE_HOME) until a file or its declaration changes.',
  ],
  options: {
    ...questionOptions,
    format: {
      kind: 'text',
      value: 'FORMAT',
      choices: FORMATS,
      help: 'how the result is written',
      default: 'by the ending of FILE, else table',
    },
    output: {
      kind: 'text',
      value: 'FILE',
      short: 'o',
      help: 'write to a file, whole or not at all; parquet needs one',
    },
  },
  example: [
    'kpi eval revenue aov --by channel --grain month --from 2026-01',
    "kpi eval 'revenue / visits' --where \"country = 'DE'\" --as-of 2026-06-17",
    'kpi eval --question monthly_sales --output sales.parquet',
  ],
  run: async ({ positionals, options }, host) => {
    const output = options.output === null ? null : resolve(host.cwd, options.output);
    const format = formatOf(options.format, output);
    if (format === null) {
      const ending = extname(options.output ?? '');
      return sayProblem(
        host,
        `\`${options.output ?? ''}\` has an ending that is no format: \`${ending}\``,
        `known are ${ENDINGS.join(', ')}; or say \`--format\``,
      );
    }
    if (format === 'parquet' && output === null) {
      return sayProblem(host, 'parquet is not for a terminal', 'name a file: `--output result.parquet`');
    }
    if (output !== null && statSync(output, { throwIfNoEntry: false })?.isDirectory() === true) {
      return sayProblem(host, `\`${options.output ?? ''}\` is a folder`, 'name a file in it');
    }
    if (output !== null && statSync(dirname(output), { throwIfNoEntry: false })?.isDirectory() !== true) {
      return sayProblem(host, `there is no folder \`${dirname(options.output ?? '')}\``);
    }
    const asking = await openAsking(positionals, options, host);
    if (asking.kind === 'exit') return asking.exit;
    const { project, engine, question, texts, session } = asking;
    const { graph, root } = project;

    return untilInterrupted(host, async (interrupts) => {
      const outcome = await withProgress(host, 'computing', () =>
        engine.evaluate(graph, question, endingWith(session, interrupts)),
      );
      if (interrupts.signal.aborted) return EXIT.interrupted;
      if (outcome.value === null) return sayNoAnswer(outcome.diagnostics, project, texts, host);
      const result = { ...outcome.value, diagnostics: [...outcome.value.diagnostics, ...outcome.diagnostics] };
      const moved = { ...result, diagnostics: relocateDiagnostics(result.diagnostics, project.files, root, host.cwd) };
      const rendered = renderResult(moved, format, {
        project: graph.project.name,
        sources: sourcesOf(project, texts, host),
        colour: output === null && wantsColour(host.out, host.env),
      });
      // In JSON they are part of the answer.
      if (format !== 'json') sayBeside(result.diagnostics, project, texts, host);
      if (output === null) host.out.write(rendered ?? '');
      else {
        const saved = await interrupts.around(() => saveResult(engine, result, rendered, output, interrupts.signal));
        if (saved.kind === 'problem') return sayProblem(host, saved.message);
        for (const note of saved.notes) host.err.write(`note: ${note}\n`);
        const rows = `${result.rows.length} ${result.rows.length === 1 ? 'row' : 'rows'}`;
        host.err.write(`wrote ${options.output ?? ''}: ${rows}, as of ${result.asOf}\n`);
      }
      if (output === null && (format === 'csv' || format === 'ndjson')) host.err.write(`as of ${result.asOf}\n`);
      return EXIT.fine;
    });
  },
});

// `kpi docs`: a handbook of a project, a library or the standard library, as pages that need nothing else.
import { basename, resolve } from 'node:path';
import type { Graph } from '@sextant/parser';
import type { Numbers, Part } from '@sextant/handbook';
import { endingWith, sayNoAnswer, soundProject, untilInterrupted } from '../asking/ask-project.js';
import { questionOptions } from '../asking/question-options.js';
import { readSessionOptions } from '../asking/session-options.js';
import { todayIn } from '../asking/today.js';
import { defineCommand } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';
import { loadEngine, type SessionOptions } from '../engine-port.js';
import { EXIT } from '../exit-codes.js';
import { handbookParts } from '../handbook/handbook-parts.js';
import { writeFolder } from '../handbook/write-folder.js';
import type { Host } from '../host.js';
import { withProgress } from '../progress.js';
import type { CheckedProject } from '../project/check-project.js';
import { isSystemError, systemReason } from '../results/system-error.js';

const DEFAULT_FOLDER = 'handbook';

export const docs = defineCommand({
  name: 'docs',
  summary: 'write a handbook: a page for each metric, KPI, goal, owner and dataset',
  usage: '[PROJECT] [options]',
  most: 1,
  description: [
    'The pages need nothing else: no network, no server. They have a search, each definition in words and as the formula that is ' +
      'computed, where it comes from and where it goes, drawn, and its numbers from the data, worked out for the last whole month. ' +
      'Tests are shown as examples.',
    '`kpi docs std` writes the handbook of the standard library; a folder with several libraries becomes one handbook of them all. ' +
      'Libraries have no data of their own: their examples are their tests.',
    'The same project, data and as-of day give the same bytes.',
  ],
  options: {
    output: { kind: 'text', value: 'FOLDER', short: 'o', help: 'where to write it', default: DEFAULT_FOLDER },
    'as-of': questionOptions['as-of'],
    'no-data': { kind: 'flag', help: 'definitions alone, without reading data' },
    data: questionOptions.data,
    memory: questionOptions.memory,
    threads: questionOptions.threads,
    'no-cache': questionOptions['no-cache'],
  },
  example: [
    'kpi docs',
    'kpi docs examples/trailhead --as-of 2026-06-17 --output handbook',
    'kpi docs std -o std-handbook',
  ],
  run: async ({ positionals, options }, host) => {
    const found = handbookParts(positionals[0] ?? null, host.cwd);
    if (found.kind === 'problem') return sayProblem(host, found.message, found.help);
    const projects: CheckedProject[] = [];
    for (const root of found.roots) {
      const project = soundProject(root, host);
      if (project === null) return EXIT.findings;
      projects.push(project);
    }
    const { handbookFiles, NO_NUMBERS, partOf } = await import('@sextant/handbook');
    return untilInterrupted(host, async (interrupts) => {
      const parts: Part[] = [];
      for (const project of projects) {
        const { graph, root } = project;
        const folder = projects.length === 1 ? '' : `${basename(root)}/`;
        // A library's rows are stand-ins: they say what is needed, and are no numbers of anybody.
        if (options['no-data'] || graph.library !== null || graph.metrics.size === 0) {
          parts.push(partOf(graph, NO_NUMBERS, folder));
          continue;
        }
        const settings = readSessionOptions(options, graph, root, host);
        if (settings.kind === 'problem') return sayProblem(host, settings.message, settings.help);
        const asOf = options['as-of'] ?? todayIn(graph.project.timezone, host.now());
        const numbers = await numbersOf(graph, endingWith(settings.session, interrupts), asOf, host);
        if (interrupts.signal.aborted) return EXIT.interrupted;
        if (numbers.kind === 'problem') {
          const exit = sayNoAnswer(numbers.diagnostics, project, numbers.sources, host);
          host.err.write('`--no-data` writes the definitions alone\n');
          return exit;
        }
        parts.push(partOf(graph, numbers.numbers, folder));
      }
      const [first] = parts;
      const title = parts.length === 1 && first !== undefined ? first.title : found.title;
      const files = handbookFiles({ title, description: found.description, parts });
      const shown = options.output ?? DEFAULT_FOLDER;
      try {
        const written = writeFolder(resolve(host.cwd, shown), shown, files);
        if (written.kind === 'problem') return sayProblem(host, written.message, written.help);
        host.err.write(`wrote ${shown}/index.html and ${written.pages - 1} pages beside it\n`);
        return EXIT.fine;
      } catch (error) {
        if (!isSystemError(error)) throw error;
        return sayProblem(host, `\`${shown}\` cannot be written: ${systemReason(error)}`);
      }
    });
  },
});

type Taken =
  | { readonly kind: 'taken'; readonly numbers: Numbers }
  | {
      readonly kind: 'problem';
      readonly diagnostics: Parameters<typeof sayNoAnswer>[0];
      readonly sources: Parameters<typeof sayNoAnswer>[2];
    };

async function numbersOf(graph: Graph, session: SessionOptions, asOf: string, host: Host): Promise<Taken> {
  const engine = await loadEngine();
  const asked = { asOf };
  const sources = engine.scorecardSources(asked);
  const opened = await withProgress(host, 'reading', () => engine.openSession(graph, session));
  if (opened.value === null) return { kind: 'problem', diagnostics: opened.diagnostics, sources };
  const { value: open } = opened;
  try {
    return await withProgress(host, 'computing', async (): Promise<Taken> => {
      const report = graph.kpis.size === 0 ? null : await engine.takeReport(open, asked, opened.diagnostics);
      if (report !== null && report.value === null)
        return { kind: 'problem', diagnostics: report.diagnostics, sources };
      const metrics = await engine.takeFigures(open, asOf);
      return { kind: 'taken', numbers: { asOf, metrics, report: report?.value ?? null } };
    });
  } finally {
    await open.executor.close();
  }
}

// `kpi report`: how KPIs and goals stand, as a page to be sent and printed.
import { resolve } from 'node:path';
import { didYouMeanHelp } from '@sextant/parser';
import { endingWith, sayNoAnswer, soundProject, untilInterrupted } from '../asking/ask-project.js';
import { questionOptions } from '../asking/question-options.js';
import { readParameters } from '../asking/read-question.js';
import { readSessionOptions } from '../asking/session-options.js';
import { todayIn } from '../asking/today.js';
import { writeReport } from '../checking/write-report.js';
import { defineCommand } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';
import { loadEngine } from '../engine-port.js';
import { EXIT } from '../exit-codes.js';
import { withProgress } from '../progress.js';
import { oneProject } from '../project/find-projects.js';

const DEFAULT_FILE = 'report.html';

export const report = defineCommand({
  name: 'report',
  summary: 'write how KPIs and goals stand as one HTML file',
  usage: '[options]',
  most: 0,
  description: [
    'The file needs nothing else: no network, no fonts, no server. It has the scorecard, a page for each KPI with its history ' +
      'and definition in words, the goals, who works for what, incentives and a glossary. It can be printed, a KPI to a page.',
    'The same project, data and as-of day give the same bytes.',
  ],
  options: {
    'as-of': questionOptions['as-of'],
    output: { kind: 'text', value: 'FILE', short: 'o', help: 'where to write it', default: DEFAULT_FILE },
    owner: {
      kind: 'text',
      value: 'OWNER',
      help: 'only what this owner answers for; of a team, also what its people do',
    },
    goal: { kind: 'text', value: 'GOAL', help: 'only this goal and what is below it' },
    period: {
      kind: 'text',
      value: 'PERIOD',
      help: 'this period instead of the one that holds the as-of day: `FY2027-Q1`',
    },
    param: questionOptions.param,
    data: questionOptions.data,
    project: questionOptions.project,
    memory: questionOptions.memory,
    threads: questionOptions.threads,
    'no-cache': questionOptions['no-cache'],
  },
  example: ['kpi report', 'kpi report --as-of 2026-03-31 --output march.html', 'kpi report --owner marketing'],
  run: async ({ options }, host) => {
    const found = oneProject(options.project, host.cwd);
    if (found.kind === 'problem') return sayProblem(host, found.message, found.help);
    const project = soundProject(found.root, host);
    if (project === null) return EXIT.findings;
    const { graph, root } = project;
    const { owner, goal, period } = options;
    if (graph.kpis.size === 0) return sayProblem(host, 'the project has no KPIs', 'define some below `kpis:`');
    if (owner !== null && !graph.owners.has(owner)) {
      return sayProblem(host, `there is no owner \`${owner}\``, didYouMeanHelp(owner, [...graph.owners.keys()]));
    }
    if (goal !== null && !graph.goals.has(goal)) {
      return sayProblem(host, `there is no goal \`${goal}\``, didYouMeanHelp(goal, [...graph.goals.keys()]));
    }
    const parameters = readParameters(options.param);
    if (parameters.kind === 'problem') return sayProblem(host, parameters.message, parameters.help);
    const settings = readSessionOptions(options, graph, root, host);
    if (settings.kind === 'problem') return sayProblem(host, settings.message, settings.help);
    const engine = await loadEngine();
    const asked = {
      asOf: options['as-of'] ?? todayIn(graph.project.timezone, host.now()),
      ...(period === null ? {} : { period }),
      ...(owner === null ? {} : { owner }),
      ...(goal === null ? {} : { goal }),
      parameters: parameters.parameters,
    };
    const texts = engine.scorecardSources(asked);

    return untilInterrupted(host, async (interrupts) => {
      const session = { ...endingWith(settings.session, interrupts), datasets: engine.datasetsForReport(graph) };
      const opened = await withProgress(host, 'reading', () => engine.openSession(graph, session));
      if (opened.value === null) return sayNoAnswer(opened.diagnostics, project, texts, host);
      const { value: open } = opened;
      try {
        const taken = await withProgress(host, 'computing', () => engine.takeReport(open, asked, opened.diagnostics));
        if (interrupts.signal.aborted) return EXIT.interrupted;
        if (taken.value === null) return sayNoAnswer(taken.diagnostics, project, texts, host);
        const { kpis, asOf } = taken.value;
        if (kpis.length === 0) return sayProblem(host, 'there is no KPI to report on', 'narrow the report less');
        const shown = options.output ?? DEFAULT_FILE;
        const what = `${kpis.length} ${kpis.length === 1 ? 'KPI' : 'KPIs'}, as of ${asOf}`;
        return await writeReport({ path: resolve(host.cwd, shown), shown }, engine.reportHtml(taken.value), what, host);
      } finally {
        await open.executor.close();
      }
    });
  },
});

// `kpi status`: how KPIs and goals stand.
import { questionOptions } from '../asking/question-options.js';
import { readSessionOptions } from '../asking/session-options.js';
import { sayBeside, sayNoAnswer, soundProject, sourcesOf, untilInterrupted } from '../asking/ask-project.js';
import { todayIn } from '../asking/today.js';
import { defineCommand } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';
import { loadEngine } from '../engine-port.js';
import { EXIT } from '../exit-codes.js';
import { oneProject } from '../project/find-projects.js';
import { relocateDiagnostics } from '../project/relocate.js';
import { chooseKpis } from '../scorecards/choose-kpis.js';
import { failsOn } from '../scorecards/fails-on.js';
import { readParameters } from '../asking/read-question.js';
import { renderScorecard } from '../scorecards/render-scorecard.js';
import { takeScorecard } from '../scorecards/take-scorecard.js';

export const status = defineCommand({
  name: 'status',
  summary: 'show how KPIs and goals stand: value, target, status, trend, and why',
  usage: '[KPI...] [options]',
  most: Infinity,
  description: [
    'Without a KPI all are shown, below the goals that they serve. Of a KPI that is named all details are shown. Each is read ' +
      'for the period that holds the as-of day.',
    'A terminal of 80 columns is enough; a wider one shows more. COLUMNS=N sets the width. Signs are ASCII where the locale ' +
      'of the terminal is not UTF-8. The JSON has every number with all its digits.',
    'With `--fail-on off_track` the exit code is 4 if a KPI that is shown is off track, with `--fail-on at_risk` also if one ' +
      'is at risk.',
  ],
  options: {
    owner: { kind: 'text', value: 'OWNER', help: 'only KPIs that this owner is accountable for' },
    goal: { kind: 'text', value: 'GOAL', help: 'only KPIs of this goal and the goals below it' },
    'as-of': questionOptions['as-of'],
    period: { kind: 'text', value: 'PERIOD', help: 'this period instead: `FY2027-Q1`' },
    format: {
      kind: 'text',
      value: 'FORMAT',
      choices: ['text', 'json', 'markdown'],
      help: 'how it is written',
      default: 'text',
    },
    'fail-on': {
      kind: 'text',
      value: 'STATUS',
      choices: ['off_track', 'at_risk'],
      help: 'exit with 4 if a KPI stands like this or worse',
    },
    history: { kind: 'text', value: 'N', help: 'how many periods a history has', default: '12' },
    incentives: { kind: 'flag', help: 'show what incentives pay as things stand' },
    param: questionOptions.param,
    data: questionOptions.data,
    project: questionOptions.project,
    memory: questionOptions.memory,
    threads: questionOptions.threads,
    'no-cache': questionOptions['no-cache'],
  },
  example: [
    'kpi status',
    'kpi status --owner marketing --as-of 2026-03-31',
    'kpi status cac_fy27 --history 8',
    'kpi status --format markdown > scorecard.md',
    'kpi status --fail-on off_track',
  ],
  run: async ({ positionals, options }, host) => {
    const found = oneProject(options.project, host.cwd);
    if (found.kind === 'problem') return sayProblem(host, found.message, found.help);
    if (options.history !== null && !/^[1-9]\d{0,3}$/.test(options.history)) {
      return sayProblem(host, `\`--history\` cannot be \`${options.history}\``, 'write a whole number from 1 on');
    }
    const project = soundProject(found.root, host);
    if (project === null) return EXIT.findings;
    const { graph, root } = project;
    const { owner, goal } = options;
    const chosen = chooseKpis(graph, { names: positionals, owner, goal });
    if (chosen.kind === 'problem') return sayProblem(host, chosen.message, chosen.help);
    if (options.incentives && chosen.kpis !== null) {
      return sayProblem(
        host,
        '`--incentives` needs the whole scorecard',
        'what is paid depends on all KPIs: name none',
      );
    }
    const parameters = readParameters(options.param);
    if (parameters.kind === 'problem') return sayProblem(host, parameters.message, parameters.help);
    const settings = readSessionOptions(options, graph, root, host);
    if (settings.kind === 'problem') return sayProblem(host, settings.message, settings.help);
    const engine = await loadEngine();
    const asked = {
      asOf: options['as-of'] ?? todayIn(graph.project.timezone, host.now()),
      ...(chosen.kpis === null ? {} : { kpis: chosen.kpis }),
      ...(options.period === null ? {} : { period: options.period }),
      ...(options.history === null ? {} : { history: Number(options.history) }),
      parameters: parameters.parameters,
    };
    const texts = engine.scorecardSources(asked);

    return untilInterrupted(host, async (interrupts) => {
      const outcome = await takeScorecard(engine, graph, asked, settings.session, interrupts, host);
      if (interrupts.signal.aborted) return EXIT.interrupted;
      if (outcome.value === null) return sayNoAnswer(outcome.diagnostics, project, texts, host);
      const { value } = outcome;
      const diagnostics = [...outcome.diagnostics, ...value.diagnostics];
      const moved = { ...value, diagnostics: relocateDiagnostics(diagnostics, project.files, root, host.cwd) };
      const format = options.format ?? 'text';
      const written = renderScorecard(moved, format, {
        sources: sourcesOf(project, texts, host),
        named: new Set(positionals),
        incentives: options.incentives,
        host,
      });
      // In JSON they are part of the answer.
      if (format !== 'json') sayBeside(diagnostics, project, texts, host);
      host.out.write(written);
      const fails = options['fail-on'] !== null && failsOn(value, options['fail-on']);
      return fails ? EXIT.failing : EXIT.fine;
    });
  },
});

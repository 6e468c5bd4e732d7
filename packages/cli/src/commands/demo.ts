// `kpi demo`: how the example company's KPIs stand, and a few questions about it with their answers.
import { defineCommand } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';
import { EXIT } from '../exit-codes.js';
import { wantsColour } from '../host.js';
import { bundledFolder } from '../bundled-folder.js';
import { endingWith, sayBeside, sayNoAnswer, soundProject, untilInterrupted } from '../asking/ask-project.js';
import { loadEngine } from '../engine-port.js';
import { passedChecks } from '../asking/passed-checks.js';
import { withProgress } from '../progress.js';
import { paintWith } from '../reporters/paint.js';
import { tableOf } from '../results/table.js';
import { renderScorecard } from '../scorecards/render-scorecard.js';
import { questionOfArguments } from '../asking/question-of-arguments.js';

/** The example's data ends on this day. */
const AS_OF = ['--as-of', '2026-06-17'];

/** The end of a fiscal quarter, when most KPIs are judged. */
const SCORECARD_DAY = '2026-04-30';

interface Scene {
  readonly title: string;
  readonly args: readonly string[];
}

const scenes: readonly Scene[] = [
  {
    title:
      'What sales bring, month by month. June is not over; its growth compares with as many days of June a year before.',
    args: ['revenue', 'orders_placed', 'aov', 'revenue_growth', '--grain', 'month', '--from', '2026-01', ...AS_OF],
  },
  {
    title: 'Where they come from. Orders, visits and spending are three tables; no row is lost or counted twice.',
    args: ['--question', 'sales_by_channel', ...AS_OF],
  },
  {
    title: 'Who comes back, and a formula that nobody has defined.',
    args: ['revenue / buyers', 'top_tenth', 'repeat_rate', '--by', 'country', '--from', 'FY2027-Q1', ...AS_OF],
  },
];

export const demo = defineCommand({
  name: 'demo',
  summary: 'show the scorecard of an example company, and answer a few questions about it',
  usage: '',
  most: 0,
  description: [
    'Trailhead is an invented company that sells outdoor gear; its definitions and data come with the command.',
  ],
  options: {},
  example: ['kpi demo'],
  run: async (_, host) => {
    const root = bundledFolder('demo', 'examples/trailhead');
    if (root === null) return sayProblem(host, 'the example did not come with this installation');
    const project = soundProject(root, host);
    if (project === null) return EXIT.findings;
    const { graph } = project;
    const engine = await loadEngine();
    const colour = wantsColour(host.out, host.env);
    const paint = paintWith(colour);

    host.out.write(
      `${paint('Trailhead', 'strong')}: ${project.files.length} files define ${graph.metrics.size} metrics `,
    );
    host.out.write(`over ${graph.datasets.size} tables. The answers are exact.\n`);
    return untilInterrupted(host, async (interrupts) => {
      const options = endingWith({ root, passed: passedChecks(host) }, interrupts);
      const opened = await withProgress(host, 'reading', () => engine.openSession(graph, options));
      if (opened.value === null) return sayNoAnswer(opened.diagnostics, project, [], host);
      const session = opened.value;
      try {
        const options = { asOf: SCORECARD_DAY };
        const card = await withProgress(host, 'computing', () =>
          engine.scorecard(graph, engine.sessionAsker(session), options),
        );
        if (card.value === null) return sayNoAnswer(card.diagnostics, project, engine.scorecardSources(options), host);
        const command = paint(`$ kpi status --as-of ${SCORECARD_DAY}`, 'frame');
        host.out.write(`\nHow it stood at the end of the first quarter of its fiscal year.\n${command}\n\n`);
        host.out.write(renderScorecard(card.value, 'text', { sources: [], named: new Set(), incentives: false, host }));
        for (const { title, args } of scenes) {
          const question = questionOfArguments(engine, graph, args);
          const { value, diagnostics } = await withProgress(host, 'computing', () => engine.ask(session, question));
          if (value === null) return sayNoAnswer(diagnostics, project, engine.questionSources(question), host);
          host.out.write(`\n${title}\n${paint(`$ kpi eval ${args.map(shellWord).join(' ')}`, 'frame')}\n\n`);
          host.out.write(tableOf(value, { colour }));
        }
      } finally {
        await session.executor.close();
      }
      if (opened.diagnostics.length > 0) host.out.write('\nWhat the data itself has to say:\n');
      sayBeside(opened.diagnostics, project, [], host);
      return EXIT.fine;
    });
  },
});

function shellWord(word: string): string {
  return /^[\w.:=/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

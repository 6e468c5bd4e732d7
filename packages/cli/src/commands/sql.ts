// `kpi sql`: the SQL that a question would run.
import { defineCommand } from '../command-line/command.js';
import { EXIT } from '../exit-codes.js';
import { questionOptions } from '../asking/question-options.js';
import { openAsking } from '../asking/open-asking.js';
import { endingWith, sayNoAnswer, untilInterrupted } from '../asking/ask-project.js';

export const sql = defineCommand({
  name: 'sql',
  summary: 'show the SQL that `kpi eval` would run',
  usage: 'METRIC... [options]',
  most: Infinity,
  description: [
    'The database computes what it computes exactly: sums, counts, extremes. Quotients and everything between aggregates ' +
      'are computed from its rows. Data is read only where windows depend on where the data begins.',
  ],
  options: questionOptions,
  example: ['kpi sql revenue --by channel --grain month', 'kpi sql --question monthly_sales'],
  run: async ({ positionals, options }, host) => {
    const asking = await openAsking(positionals, options, host);
    if (asking.kind === 'exit') return asking.exit;
    const { project, engine, question, texts, session } = asking;
    return untilInterrupted(host, async (interrupts) => {
      const { value, diagnostics } = await engine.explainSql(project.graph, question, endingWith(session, interrupts));
      if (value === null) return sayNoAnswer(diagnostics, project, texts, host);
      host.out.write(value);
      return EXIT.fine;
    });
  },
});

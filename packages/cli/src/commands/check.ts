// `kpi check`: what is wrong with the definitions.
import { checkOnce } from '../checking/check-once.js';
import { checkOptions } from '../checking/check-options.js';
import { checkWatching } from '../checking/check-watching.js';
import { readCheckOptions } from '../checking/read-check-options.js';
import { defineCommand } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';

export const check = defineCommand({
  name: 'check',
  summary: 'check definitions: YAML, names, types, units, joins, KPIs and goals',
  usage: '[PATH...] [options]',
  most: Infinity,
  description: [
    'PATH is a folder or a file of definitions; default is the project around the current folder. The whole project is ' +
      'always read; of a PATH inside it only the findings that lie there are shown. A folder with a `kpi.project.yaml` of ' +
      'its own is a project of its own. No data is read.',
    'Several reports are written at once: `--format text --format sarif=report.sarif`. One of them can go to the standard ' +
      'output. Paths in reports for services start at the root of the repository, in GitHub’s and GitLab’s jobs.',
    'A fix is safe where it keeps the meaning that the author clearly had. Files are written whole or not at all.',
  ],
  options: checkOptions,
  example: [
    'kpi check',
    'kpi check examples/*/ --fail-on warning',
    'kpi check --format text --format sarif=report.sarif',
    'kpi check --changed-since origin/main',
    'kpi check --fix-dry-run',
  ],
  run: async ({ positionals, options }, host) => {
    const settings = readCheckOptions(options, host);
    if (settings.kind === 'problem') return sayProblem(host, settings.message, settings.help);
    return options.watch ? checkWatching(positionals, settings, host) : checkOnce(positionals, settings, host);
  },
});

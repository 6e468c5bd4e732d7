// `kpi owners`: who answers for what.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { didYouMeanHelp, isDay } from '@sextant/parser';
import { todayIn } from '../asking/today.js';
import { fileProblem } from '../checking/read-outputs.js';
import { writeReport } from '../checking/write-report.js';
import { defineCommand } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';
import { EXIT } from '../exit-codes.js';
import { codeowners } from '../owners/codeowners.js';
import { ownersJson } from '../owners/json.js';
import { ownersMarkdown } from '../owners/markdown.js';
import { ownerList } from '../owners/owner-list.js';
import { folderInRepository } from '../owners/repository-root.js';
import { ownersText } from '../owners/text.js';
import { checkProject } from '../project/check-project.js';
import { oneProject } from '../project/find-projects.js';
import { codeOf } from '../project/walk-project.js';

export const owners = defineCommand({
  name: 'owners',
  summary: 'show who answers for what: KPIs, goals, metrics, incentives, overdue reviews',
  usage: '[OWNER] [options]',
  most: 1,
  description: [
    'OWNER is the name of a team, a role or a person; a team is shown with its members.',
    'The format codeowners is a CODEOWNERS file: a line for every file of definitions, with the owners of the KPIs, goals ' +
      'and metrics in it. An owner is written as their contact where that is a handle such as `@shop/sales` or an address ' +
      'of mail, else as `@` and their name. With `--check` a job can see to it that the file is made again.',
  ],
  options: {
    format: {
      kind: 'text',
      value: 'FORMAT',
      choices: ['text', 'json', 'markdown', 'codeowners'],
      help: 'how they are written',
      default: 'text',
    },
    'as-of': {
      kind: 'text',
      value: 'DAY',
      help: 'the day on which reviews are overdue or not',
      default: 'today in the project’s zone',
    },
    output: { kind: 'text', value: 'FILE', help: 'write to a file' },
    check: { kind: 'text', value: 'FILE', help: 'exit with 1 where this file is not what would be written' },
    project: { kind: 'text', value: 'DIR', help: 'a folder of the project', default: 'the current one' },
  },
  example: [
    'kpi owners',
    'kpi owners marketing --as-of 2026-06-30',
    'kpi owners --format codeowners --output .github/CODEOWNERS',
    'kpi owners --format codeowners --check .github/CODEOWNERS',
  ],
  run: async ({ positionals, options }, host) => {
    const { output, check, format } = options;
    const asked = positionals[0] ?? null;
    const given = options['as-of'];
    if (output !== null && check !== null) return sayProblem(host, '`--output` says nothing beside `--check`');
    if (format === 'codeowners' && asked !== null)
      return sayProblem(host, 'CODEOWNERS is about all owners', 'leave OWNER out');
    if (format === 'codeowners' && given !== null)
      return sayProblem(host, '`--as-of` says nothing beside `--format codeowners`');
    if (given !== null && !isDay(given))
      return sayProblem(host, `\`--as-of\` cannot be \`${given}\``, 'write a day such as `2026-01-31`');
    const wrong = output === null ? null : fileProblem(output, resolve(host.cwd, output));
    if (wrong !== null) return sayProblem(host, wrong);
    const found = oneProject(options.project, host.cwd);
    if (found.kind === 'problem') return sayProblem(host, found.message, found.help);
    const { graph, root, diagnostics } = checkProject(found.root, host);
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    if (errors > 0)
      host.err.write(`note: the definitions have ${errors} ${errors === 1 ? 'error' : 'errors'}, see \`kpi check\`\n`);
    if (asked !== null && !graph.owners.has(asked))
      return sayProblem(host, `there is no owner \`${asked}\``, didYouMeanHelp(asked, graph.owners.keys()));

    const asOf = given ?? todayIn(graph.project.timezone, host.now());
    const list = ownerList(graph, asOf, asked);
    const write = (): string => {
      switch (format ?? 'text') {
        case 'text':
          return ownersText(list, asOf);
        case 'json':
          return ownersJson(list, graph.project.name, asOf);
        case 'markdown':
          return ownersMarkdown(list, asOf);
        case 'codeowners':
          return codeowners(graph, folderInRepository(root));
      }
    };
    const text = write();
    if (output !== null) {
      const what = `${list.length} ${list.length === 1 ? 'owner' : 'owners'}`;
      return writeReport({ path: resolve(host.cwd, output), shown: output }, text, what, host);
    }
    if (check === null) {
      host.out.write(text);
      return EXIT.fine;
    }
    const there = readText(resolve(host.cwd, check));
    // A checkout may have given it other line ends.
    if (there?.replaceAll('\r\n', '\n') === text) {
      host.out.write(`${check} is current\n`);
      return EXIT.fine;
    }
    const where = options.project === null ? '' : ` --project ${options.project}`;
    const how = `kpi owners --format ${format ?? 'text'} --output ${check}${where}`;
    host.err.write(`${check} is ${there === null ? 'not there' : 'not current'}: write it with \`${how}\`\n`);
    return EXIT.findings;
  },
});

/** Null where there is none. */
function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES'].includes(codeOf(error))) return null;
    throw error;
  }
}

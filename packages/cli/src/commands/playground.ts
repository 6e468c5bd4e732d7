// `kpi playground`: a project in the browser, served on this machine with its own files and data.
import { randomBytes } from 'node:crypto';
import { parseProject } from '@sextant/parser';
import { untilInterrupted } from '../asking/ask-project.js';
import { todayIn } from '../asking/today.js';
import { bundledFolder } from '../bundled-folder.js';
import { defineCommand } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';
import { EXIT } from '../exit-codes.js';
import { oneProject } from '../project/find-projects.js';
import { readProject } from '../project/read-project.js';
import { isSystemError, systemReason } from '../results/system-error.js';
import { serveSite, type Site } from '../serving/serve-site.js';

export const playground = defineCommand({
  name: 'playground',
  summary: 'open a project in the browser, with its own files and data',
  usage: '[PROJECT] [options]',
  most: 1,
  description: [
    'Serves the playground on 127.0.0.1, for this machine alone, at an address with a secret in it. Everything is computed in ' +
      'the browser; no other server is asked for anything.',
    'What is edited there is written into the folder when somebody says “Save”, and never over what has changed meanwhile.',
  ],
  options: {
    'as-of': { kind: 'text', value: 'DAY', help: 'the day up to whose end everything is known', default: 'today' },
    port: { kind: 'text', value: 'PORT', help: 'the port to listen on', default: 'a free one' },
  },
  example: ['kpi playground', 'kpi playground examples/trailhead --as-of 2026-06-17'],
  run: async ({ positionals, options }, host) => {
    const found = oneProject(positionals[0] ?? null, host.cwd);
    if (found.kind === 'problem') return sayProblem(host, found.message, found.help);
    const site = bundledFolder('playground', 'packages/playground/dist/site');
    if (site === null) {
      return sayProblem(
        host,
        'the page did not come with this installation',
        'in a checkout, `npx -y pnpm@10 build` makes it',
      );
    }
    const port = options.port === null ? 0 : /^\d{1,5}$/.test(options.port) ? Number(options.port) : 65_536;
    if (port > 65_535)
      return sayProblem(host, `\`${options.port ?? ''}\` is no port`, 'a port is a number up to 65535');
    const asOf = options['as-of'];
    if (asOf !== null && !/^\d{4}-\d{2}-\d{2}$/.test(asOf)) {
      return sayProblem(host, `\`${asOf}\` is no day`, 'write it as 2026-03-31');
    }
    const { root } = found;
    const { project } = parseProject(readProject(root).files).value;
    const served = {
      site,
      root,
      secret: randomBytes(12).toString('hex'),
      asOf: asOf ?? todayIn(project.timezone, host.now()),
    };
    let running: Site;
    try {
      running = await serveSite(served, port);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return sayProblem(
        host,
        `port ${port} cannot be listened on: ${systemReason(error)}`,
        'leave `--port` out for a free one',
      );
    }
    host.out.write(`${running.address}\n`);
    host.err.write(`${project.name} is open there, for this machine alone; Ctrl-C ends\n`);
    return untilInterrupted(host, ({ signal, around }) =>
      around(async () => {
        await new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
        await running.close();
        return EXIT.fine;
      }),
    );
  },
});

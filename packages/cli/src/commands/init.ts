// `kpi init`: a small project that runs.
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { defineCommand } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';
import { EXIT } from '../exit-codes.js';
import { newProject } from '../init/project-files.js';

export const init = defineCommand({
  name: 'init',
  summary: 'start a project: a table, a few metrics, a KPI, a test and a question',
  usage: '[DIR]',
  most: 1,
  description: ['DIR is made where it does not exist; default is the current folder. No file is ever overwritten.'],
  options: {},
  example: ['kpi init', 'kpi init shop && kpi check shop'],
  run: async ({ positionals }, host) => {
    const asked = positionals[0] ?? '.';
    const folder = resolve(host.cwd, asked);
    const about = statSync(folder, { throwIfNoEntry: false });
    if (about !== undefined && !about.isDirectory()) return sayProblem(host, `\`${asked}\` is no folder`);
    const name = basename(folder)
      .replace(/[^A-Za-z0-9_]+/g, '_')
      .replace(/^(?=\d)|^_+|_+$/g, '')
      .toLowerCase();
    const files = newProject(/^[a-z]/.test(name) ? name : 'shop');
    const there = files.filter(({ path }) => existsSync(join(folder, path))).map(({ path }) => `\`${path}\``);
    if (there.length > 0) {
      return sayProblem(host, `${there.join(', ')} exists already, and nothing was written`, 'name another folder');
    }
    for (const { path, text } of files) {
      const target = join(folder, path);
      try {
        mkdirSync(dirname(target), { recursive: true });
        // `wx`: not even a file that came into being since is overwritten.
        writeFileSync(target, text, { flag: 'wx' });
      } catch (error) {
        return sayProblem(host, `\`${path}\` cannot be written: ${error instanceof Error ? error.message : ''}`);
      }
      host.out.write(`wrote ${relative(host.cwd, target)}\n`);
    }
    const from = relative(host.cwd, folder);
    const path = /^[\w./-]*$/.test(from) ? from : `'${from.replaceAll("'", `'\\''`)}'`;
    const steps = [
      `kpi check${path === '' ? '' : ` ${path}`}`,
      `kpi eval revenue --by channel --grain month --as-of 2026-03-31${path === '' ? '' : ` --project ${path}`}`,
    ];
    host.out.write(`\nNext:\n${steps.map((step) => `  ${step}`).join('\n')}\n`);
    return EXIT.fine;
  },
});

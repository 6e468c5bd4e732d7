// `kpi explain`: what a code of a diagnostic means, with an example that fails and one that passes.
import { defineCommand } from '../command-line/command.js';
import { didYouMeanHelp } from '@sextant/parser';
import { sayProblem } from '../command-line/say-problem.js';
import { EXIT } from '../exit-codes.js';
import { codes } from '@sextant/parser';
import { errorPage } from '../error-pages.js';

export const explain = defineCommand({
  name: 'explain',
  summary: 'explain the code of a finding',
  usage: '[CODE]',
  most: 1,
  description: ['Without a CODE all codes are listed.'],
  options: {},
  example: ['kpi explain KPI3012', 'kpi explain 3012', 'kpi explain'],
  run: async ({ positionals }, host) => {
    const [asked] = positionals;
    if (asked === undefined) {
      const lines = Object.entries(codes).map(
        ([code, { severity, title }]) => `${code}  ${severity.padEnd(7)}  ${title}`,
      );
      host.out.write(`${lines.join('\n')}\n`);
      return EXIT.fine;
    }
    const wanted = asked.toUpperCase().replace(/^(?=\d)/, 'KPI');
    const entry = Object.entries(codes).find(([code]) => code === wanted);
    if (entry === undefined) {
      const help = didYouMeanHelp(wanted, Object.keys(codes)) ?? '`kpi explain` lists all codes';
      return sayProblem(host, `there is no code \`${asked}\``, help);
    }
    const [code, { title }] = entry;
    host.out.write(errorPage(code) ?? `# ${code}: ${title}\n\nThis code has no page yet.\n`);
    return EXIT.fine;
  },
});

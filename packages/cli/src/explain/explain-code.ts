// What a code of a diagnostic means, with an example that fails and one that passes.
import { codes, didYouMeanHelp } from '@sextant/parser';
import { sayProblem } from '../command-line/say-problem.js';
import { errorPage } from '../error-pages.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';

/** `KPI2001`, `kpi2001`, `2001`. */
export function isCode(text: string): boolean {
  return /^(?:KPI)?\d{4}$/i.test(text);
}

/** A code with a slip of the finger: `KPI11O1`, `KPI999`. */
export function isLikeACode(text: string): boolean {
  return /^(?:KPI)?\d[\dA-Z]{0,5}$/i.test(text);
}

export function listCodes(host: Host): ExitCode {
  const lines = Object.entries(codes).map(([code, { severity, title }]) => `${code}  ${severity.padEnd(7)}  ${title}`);
  host.out.write(`${lines.join('\n')}\n`);
  return EXIT.fine;
}

export function explainCode(asked: string, host: Host): ExitCode {
  const wanted = asked.toUpperCase().replace(/^(?=\d)/, 'KPI');
  const entry = Object.entries(codes).find(([code]) => code === wanted);
  if (entry === undefined) {
    const help = didYouMeanHelp(wanted, Object.keys(codes)) ?? '`kpi explain` lists all codes';
    return sayProblem(host, `there is no code \`${asked}\``, help);
  }
  const [code, { title }] = entry;
  host.out.write(errorPage(code) ?? `# ${code}: ${title}\n\nThis code has no page yet.\n`);
  return EXIT.fine;
}

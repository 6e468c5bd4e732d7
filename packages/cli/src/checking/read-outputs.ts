// Where reports go: `--format FORMAT` or `--format FORMAT=FILE`, several of them.
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { didYouMeanHelp } from '@sextant/parser';
import type { UsageProblem } from '../command-line/read-arguments.js';
import type { Host } from '../host.js';

export interface ReportOutput<F extends string> {
  readonly format: F;
  /** Null is the standard output. */
  readonly file: { readonly path: string; readonly shown: string } | null;
}

/** `fallback` is written to the standard output where nothing is said. */
export function readOutputs<F extends string>(
  given: readonly string[],
  { cwd }: Pick<Host, 'cwd'>,
  { formats, fallback }: { readonly formats: readonly F[]; readonly fallback: F },
): { readonly kind: 'outputs'; readonly outputs: readonly ReportOutput<F>[] } | UsageProblem {
  if (given.length === 0) return { kind: 'outputs', outputs: [{ format: fallback, file: null }] };
  const outputs: ReportOutput<F>[] = [];
  for (const text of given) {
    const at = text.indexOf('=');
    const name = at === -1 ? text : text.slice(0, at);
    const format = formats.find((one) => one === name);
    if (format === undefined) {
      const help = didYouMeanHelp(name, formats) ?? `choose from ${formats.join(', ')}`;
      return problem(`\`--format\` cannot be \`${text}\``, help);
    }
    if (at === -1) {
      if (outputs.some(({ file }) => file === null)) {
        return problem('only one report can go to the standard output', `name a file: \`--format ${format}=FILE\``);
      }
      outputs.push({ format, file: null });
      continue;
    }
    const shown = text.slice(at + 1);
    const path = resolve(cwd, shown);
    const wrong = fileProblem(shown, path);
    if (wrong !== null) return problem(wrong);
    if (outputs.some(({ file }) => file?.path === path)) return problem(`two reports go to \`${shown}\``);
    outputs.push({ format, file: { path, shown } });
  }
  return { kind: 'outputs', outputs };
}

/** What speaks against a file that is to be written: said before the work, not after. */
export function fileProblem(shown: string, path: string): string | null {
  if (shown === '') return 'there is no name of a file behind `=`';
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return `\`${shown}\` is a folder`;
  if (statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() !== true) {
    return `there is no folder \`${dirname(shown)}\``;
  }
  return null;
}

function problem(message: string, help?: string): UsageProblem {
  return { kind: 'problem', message, ...(help === undefined ? {} : { help }) };
}

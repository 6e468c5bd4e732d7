// A page that is a story: files are made and edited, commands are run in their order, each in the world that the former ones left.
import { readPage, type Block } from './page.js';

export type Step =
  | { readonly kind: 'write'; readonly line: number; readonly path: string; readonly text: string }
  /** What is replaced stands in the file exactly once. */
  | {
      readonly kind: 'edit';
      readonly line: number;
      readonly path: string;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'run';
      readonly line: number;
      readonly command: string;
      readonly shown: string;
      readonly exit: number;
    };

/** Fences that say `file: NAME` make a file, `diff NAME` edits one, `console` runs what stands behind `$`; others are for the reader. */
export function storyOf(path: string): readonly Step[] {
  return readPage(path)
    .sections.flatMap(({ blocks }) => blocks)
    .flatMap(stepsOf);
}

function stepsOf({ info, text, line }: Block): readonly Step[] {
  const made = /^\S+ file: (\S+)$/.exec(info)?.[1];
  if (made !== undefined) return [{ kind: 'write', line, path: made, text }];
  const edited = /^diff (\S+)$/.exec(info)?.[1];
  if (edited !== undefined)
    return [{ kind: 'edit', line, path: edited, before: sideOf(text, '-'), after: sideOf(text, '+') }];
  const exit = /^console(?: exits (\d))?$/.exec(info);
  return exit === null ? [] : runs(text, line + 1, Number(exit[1] ?? 0));
}

/** One side of a difference: its own lines, and those that both have. */
function sideOf(text: string, own: '-' | '+'): string {
  const lines = text.split('\n').filter((line) => line.startsWith(own) || line.startsWith(' '));
  return lines.map((line) => line.slice(1)).join('\n');
}

/** The last command of a block exits as its fence says, those before with 0. */
function runs(text: string, first: number, exit: number): readonly Step[] {
  const steps: { kind: 'run'; line: number; command: string; shown: string; exit: number }[] = [];
  for (const [i, line] of text.replace(/\n$/, '').split('\n').entries()) {
    const last = steps.at(-1);
    if (line.startsWith('$ ')) steps.push({ kind: 'run', line: first + i, command: line.slice(2), shown: '', exit: 0 });
    else if (last !== undefined) last.shown += `${line}\n`;
  }
  const last = steps.at(-1);
  if (last !== undefined) last.exit = exit;
  return steps;
}

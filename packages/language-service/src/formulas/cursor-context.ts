// What may be written at a cursor in a formula, read from the tokens before it: the text is not finished, so there is no tree to ask.
import { formulaTokens, type World } from '@sextant/parser';
import { caseStep, comparedWith, endsValue, pathBefore, tokensBefore, writtenAt } from './cursor-tokens.js';
import { framesOf, openFrame, type OpenCall, type Wanted } from './open-calls.js';
import type { NameScope } from '@sextant/parser';

export interface FormulaContext {
  /** Where the text begins that is being written: a part of a name, a word, a unit, or what is in quotes. */
  readonly start: number;
  readonly prefix: string;
  /** In which quotes the prefix stands. */
  readonly quoted: 'name' | 'text' | null;
  /** A value may begin here; else something complete stands before, and an operator or a word goes on. */
  readonly expectsValue: boolean;
  /** The prefix is the unit of this number. */
  readonly afterNumber: boolean;
  readonly wanted: Wanted;
  readonly scope: NameScope;
  /** The parts of the name before the prefix: `orders.` */
  readonly path: readonly string[];
  /** The name that the value is compared with: `status = `, `status in ('paid', `. */
  readonly comparedWith: readonly string[] | null;
  /** From the outermost to the innermost. */
  readonly calls: readonly OpenCall[];
  /** How many `case` are open. */
  readonly cases: number;
  /** `where`, `per` and the like that stand before in the innermost parentheses. */
  readonly said: ReadonlySet<string>;
}

/** Null in a comment. `comments` says whether `--` begins one. */
export function cursorContext(
  before: string,
  scope: NameScope,
  world: World,
  comments: boolean,
): FormulaContext | null {
  const all = formulaTokens(before);
  const last = all.at(-1);
  if (comments && last?.role === 'comment' && last.end === before.length) return null;
  const tokens = all.filter(({ role }) => role !== 'comment');
  const written = writtenAt(tokens, before);
  const done = tokensBefore(before.slice(0, written.from));
  const frames = framesOf(done, scope, world);
  const frame = frames.at(-1) ?? openFrame(null, 0, scope, 'value');
  const { path, rest } = pathBefore(done);
  const end = rest.at(-1);
  const expectsValue = path.length > 0 || end === undefined || !endsValue(end);
  return {
    start: written.start,
    prefix: written.prefix,
    quoted: written.quoted,
    afterNumber:
      written.afterNumber ||
      (end?.role === 'number' &&
        /^[\d_.]+$/.test(end.text) &&
        /\s$/.test(before.slice(0, written.start)) &&
        path.length === 0),
    expectsValue: expectsValue && !written.afterNumber,
    wanted: frame.wanted,
    scope: frame.scope,
    path,
    comparedWith: comparedWith(rest),
    calls: frames.flatMap(({ call, argument, words, callStart }) =>
      call === null ? [] : [{ name: call, argument, words, start: callStart }],
    ),
    cases: done.reduce((open, { role, text }) => (role !== 'word' ? open : open + caseStep(text)), 0),
    said: frame.said,
  };
}

// What a command is: plain data about itself, and what it does.
import type { ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';

export interface OptionSpec {
  /** `list` may be given several times, `text` once. */
  readonly kind: 'flag' | 'text' | 'list';
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** What holds where it is not given, in words for the help. */
  readonly default?: string;
  readonly short?: string;
  /** Lower case, no full stop. */
  readonly help: string;
}

export type Options = Readonly<Record<string, OptionSpec>>;

export type Given<O extends Options> = {
  readonly [Name in keyof O]: O[Name] extends { readonly kind: 'flag' }
    ? boolean
    : O[Name] extends { readonly kind: 'list' }
      ? readonly string[]
      : (O[Name] extends { readonly choices: readonly (infer Choice)[] } ? Choice : string) | null;
};

export interface Invocation<O extends Options> {
  readonly positionals: readonly string[];
  readonly options: Given<O>;
}

export interface Command<O extends Options = Options> {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** After the command's name: `[paths...]`. */
  readonly usage: string;
  /** How many arguments that are no options it takes. */
  readonly most: number;
  /** Paragraphs between the usage and the options. */
  readonly description: readonly string[];
  readonly options: O;
  /** Whole command lines. */
  readonly example: readonly string[];
  // A method, so that the list of commands can hold commands with options of every kind.
  run(invocation: Invocation<O>, host: Host): Promise<ExitCode>;
}

/** Only for its types: the options that `run` sees are those of the spec. */
export function defineCommand<const O extends Options>(command: Command<O>): Command<O> {
  return command;
}

// Arguments to a command's options, with an answer for everything that is not understood.
import { parseArgs } from 'node:util';
import { didYouMeanHelp } from '@sextant/parser';
import type { Given, Invocation, Options, OptionSpec } from './command.js';

export interface UsageProblem {
  readonly kind: 'problem';
  readonly message: string;
  readonly help?: string;
}

export type ReadArguments<O extends Options> =
  { readonly kind: 'help' } | { readonly kind: 'read'; readonly invocation: Invocation<O> } | UsageProblem;

interface CommandArguments<O extends Options> {
  readonly options: O;
  readonly most: number;
}

export function readArguments<O extends Options>(
  args: readonly string[],
  { options, most }: CommandArguments<O>,
): ReadArguments<O> {
  const specs = Object.entries(options);
  const { tokens } = parseArgs({
    args: [...args],
    // What is wrong is said below, in words of ours.
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries(
        specs.map(([name, spec]) => [
          name,
          {
            type: spec.kind === 'flag' ? ('boolean' as const) : ('string' as const),
            multiple: true,
            ...(spec.short === undefined ? {} : { short: spec.short }),
          },
        ]),
      ),
      help: { type: 'boolean', short: 'h' },
    },
  });
  const positionals: string[] = [];
  const texts = new Map<string, string[]>(specs.map(([name]) => [name, []]));
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) return { kind: 'help' };
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    const found = texts.get(token.name);
    if (spec === undefined || found === undefined) return unknownOption(token.rawName, Object.keys(options));
    const problem = valueProblem(token, spec, found.length);
    if (problem !== null) return problem;
    found.push(token.value ?? '');
  }
  if (positionals.length > most) {
    return problemOf(`too many arguments: \`${positionals[most] ?? ''}\``);
  }
  const given = Object.fromEntries(specs.map(([name, spec]) => [name, valueOf(spec, texts.get(name) ?? [])]));
  return { kind: 'read', invocation: { positionals, options: given as Given<O> } };
}

function valueOf(spec: OptionSpec, texts: readonly string[]): boolean | string | null | readonly string[] {
  switch (spec.kind) {
    case 'flag':
      return texts.length > 0;
    case 'list':
      return texts;
    case 'text':
      return texts[0] ?? null;
  }
}

function valueProblem(
  token: { readonly rawName: string; readonly value: string | undefined; readonly inlineValue: boolean | undefined },
  spec: OptionSpec,
  before: number,
): UsageProblem | null {
  const { rawName, value, inlineValue } = token;
  if (spec.kind === 'flag') {
    return value === undefined ? null : problemOf(`\`${rawName}\` takes no value`);
  }
  const what = spec.value ?? 'VALUE';
  if (value === undefined) return problemOf(`\`${rawName}\` needs a value`, `write \`${rawName} ${what}\``);
  // `--from --to 2026`: the value was forgotten. A value that does begin with a dash is glued on.
  if (inlineValue !== true && /^-./.test(value)) {
    return problemOf(
      `\`${rawName}\` needs a value`,
      `for a value that begins with a dash write \`${rawName}=${value}\``,
    );
  }
  if (spec.kind === 'text' && before > 0) return problemOf(`\`${rawName}\` is given twice`);
  if (spec.choices !== undefined && !spec.choices.includes(value)) {
    const help = didYouMeanHelp(value, spec.choices) ?? `choose from ${spec.choices.join(', ')}`;
    return problemOf(`\`${rawName}\` cannot be \`${value}\``, help);
  }
  return null;
}

function unknownOption(rawName: string, names: readonly string[]): UsageProblem {
  const long = names.map((name) => `--${name}`);
  return problemOf(`unknown option \`${rawName}\``, didYouMeanHelp(rawName, [...long, '--help']));
}

function problemOf(message: string, help?: string): UsageProblem {
  return { kind: 'problem', message, ...(help === undefined ? {} : { help }) };
}

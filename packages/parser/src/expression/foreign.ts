// Notations of other languages that turn up in formulas: what stands for them here.
// The lexer takes each as one token, so that one habit gives one problem and the rest of the formula is still read.

export interface ForeignNotation {
  /** What the parser goes on with: an operator's own text, a value, an operator of no known kind, or nothing. */
  readonly reads: 'compare' | 'and' | 'or' | 'not' | 'sign' | 'times' | 'value' | 'operator' | 'nothing';
  /** The text of the language that means the same, where there is one. */
  readonly replacement: string | null;
  readonly hint: string | null;
}

/** Sticky; longer notations first. Whatever it does not know falls to the token `junk`. */
export const foreignPattern =
  /\{\{[^}]*\}?\}?|\$?\{[^}]*\}?|`[^`\n\r]*`?|\[[^\]\n\r]*\]?|“[^”\n\r]*”?|‘[^’\n\r]*’?|\/\*[^]*?\*\/|={2,3}|!==|<=>|=>|=<|->|&&?|\*\*|\/\/|::|!(?!=)|\|(?!\|)|[%^~?:;@#\\≤≥≠×÷−–·]/uy;

const say = (reads: ForeignNotation['reads'], hint: string): ForeignNotation => ({ reads, replacement: null, hint });

function same(reads: ForeignNotation['reads'], replacement: string): ForeignNotation {
  return { reads, replacement, hint: `write \`${replacement}\`` };
}

const power = say('operator', 'write `power(a, b)`');

const notations: ReadonlyMap<string, ForeignNotation> = new Map([
  ['==', { reads: 'compare', replacement: '=', hint: 'compare with a single `=`' }],
  ['===', { reads: 'compare', replacement: '=', hint: 'compare with a single `=`' }],
  ['!==', same('compare', '<>')],
  ['≠', same('compare', '<>')],
  ['=>', same('compare', '>=')],
  ['≥', same('compare', '>=')],
  ['=<', same('compare', '<=')],
  ['≤', same('compare', '<=')],
  ['<=>', say('compare', 'write `=`, and `is null` for no value')],
  ['&&', same('and', 'and')],
  ['&', say('operator', 'write `and` between conditions, `||` to join texts')],
  ['|', say('operator', 'write `or` between conditions, `||` to join texts')],
  ['!', say('not', 'write `not`')],
  ['~', say('operator', 'write `like`')],
  ['×', same('times', '*')],
  ['·', same('times', '*')],
  ['÷', same('times', '/')],
  ['//', say('operator', 'write `floor(a / b)`')],
  ['−', same('sign', '-')],
  ['–', same('sign', '-')],
  ['**', power],
  ['^', power],
  [
    '%',
    say(
      'operator',
      'write `mod(a, b)` for the remainder; the sign of a percentage stands right after its digits: `5%`',
    ),
  ],
  ['->', say('operator', 'reach a field with `.`')],
  ['::', say('operator', 'write `cast(value as type)`')],
  ['?', say('operator', 'write `if(condition, a, b)`')],
  [':', say('operator', 'name arguments by words, such as `convert(amount to EUR at ordered_at)`')],
  [';', say('nothing', 'a formula is one expression: remove the `;`')],
  ['#', say('nothing', 'start a comment with `--`')],
  ['@', say('nothing', 'write the bare name')],
  ['$', say('nothing', 'write the bare name, and money as `65 USD`')],
  ['€', say('nothing', 'write money as `65 EUR`')],
  ['£', say('nothing', 'write money as `65 GBP`')],
  ['¥', say('nothing', 'write money as `65 JPY`')],
  ['”', say('nothing', 'texts stand in straight single quotes')],
  ['’', say('nothing', 'texts stand in straight single quotes')],
]);

const bareName = say('value', 'write the bare name: formulas have no templates');

/** By the first characters, for notations with something inside. */
const brackets: readonly (readonly [string, ForeignNotation])[] = [
  ['{', bareName],
  ['${', bareName],
  ['`', say('value', 'quote names with `"`')],
  ['[', say('value', 'lists stand in `( )`; names that need it stand in double quotes')],
  ['“', say('value', "texts stand in straight single quotes: `'...'`")],
  ['‘', say('value', "texts stand in straight single quotes: `'...'`")],
  ['/*', say('nothing', 'start a comment with `--`, in a `|` block')],
];

const unknown: ForeignNotation = { reads: 'nothing', replacement: null, hint: null };

export function foreignNotation(text: string): ForeignNotation {
  const whole = notations.get(text);
  if (whole !== undefined) return whole;
  for (const [start, notation] of brackets) if (text.startsWith(start)) return notation;
  return unknown;
}

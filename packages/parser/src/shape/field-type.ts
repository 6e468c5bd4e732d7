// Reads a type text: `decimal(2) EUR`, `integer order`, `text`. A unit stays a text for the types stage.
import { didYouMean } from '../diagnostic/did-you-mean.js';
import { spanInScalar, type ScalarNode } from '../yaml/tree.js';
import type { FieldTypeDef } from './definitions.js';
import { text } from './read-scalar.js';
import type { Reader } from './reader.js';
import type { Form } from './shape.js';

export const baseTypes = ['text', 'integer', 'decimal', 'float', 'boolean', 'date', 'datetime', 'timestamp'] as const;
export type BaseType = (typeof baseTypes)[number];

/** Half of the 38 digits that an engine below keeps: a product of two amounts still fits. */
export const mostScale = 18;

export interface ParsedFieldType {
  readonly base: BaseType;
  readonly scale: number | null;
  /** Where the unit begins in the text; null without one. */
  readonly unitStart: number | null;
}

/** The parts of a type text, or what to write instead. */
export function parseFieldType(type: string): ParsedFieldType | { readonly help: string } {
  const parts = /^([^\s()]*)(\([^)]*\)?)?(?: +(\S.*))?$/.exec(type);
  if (parts === null) return { help: `write one of ${baseTypes.map((name) => `\`${name}\``).join(', ')}` };
  const [, word = '', brackets, unit] = parts;
  const rest = unit === undefined ? '' : ` ${unit}`;
  const base = baseTypes.find((name) => name === word);
  if (base === undefined) return { help: helpWithWord(word, rest) };
  if (base !== 'decimal' && brackets !== undefined)
    return { help: `write \`${base}${rest}\`: only decimal takes digits` };
  let scale: number | null = null;
  if (base === 'decimal') {
    if (brackets === undefined) return { help: `say how many digits stand after the point: \`decimal(2)${rest}\`` };
    const digits = /^\((0|[1-9]\d?)\)$/.exec(brackets)?.[1];
    if (digits === undefined) return { help: helpWithScale(brackets, rest) };
    scale = Number(digits);
    if (scale > mostScale)
      return { help: `decimal takes at most ${mostScale} digits after the point; \`float\` has no fixed number` };
  }
  if (unit === undefined) return { base, scale, unitStart: null };
  if (base !== 'integer' && base !== 'decimal' && base !== 'float')
    return { help: `write \`${base}\`: only numbers have a unit` };
  if (unit.startsWith('(')) return { help: helpWithScale(unit, '') };
  return { base, scale, unitStart: type.length - unit.length };
}

const otherWords = new Map<string, string>([
  ...list('text', 'string str varchar char uuid enum id'),
  ...list('integer', 'int bigint int32 int64 smallint long count whole'),
  ...list('boolean', 'bool flag bit'),
  ...list('float', 'double real float64 float32'),
  ...list('decimal(2)', 'numeric dec fixed percent'),
  ...list('decimal(2) EUR', 'money currency amount price'),
  ...list('timestamp', 'instant timestamptz'),
  ...list('date', 'day'),
]);

function list(right: string, wrong: string): [string, string][] {
  return wrong.split(' ').map((word) => [word, right]);
}

function helpWithWord(word: string, rest: string): string {
  const lower = word.toLowerCase();
  if (lower === 'number') return `write \`integer${rest}\`, or \`decimal(2)${rest}\` with its digits after the point`;
  if (lower === 'time') return 'write `timestamp` for an instant, `datetime` for a wall clock, `date` for a day';
  const right = otherWords.get(lower);
  if (right !== undefined) return `write \`${right}${right.includes(' ') ? '' : rest}\``;
  const same = baseTypes.find((name) => name === lower);
  if (same !== undefined && same !== 'decimal') return `write \`${same}${rest}\``;
  const near = didYouMean(word, baseTypes)[0];
  if (near !== undefined) return `did you mean \`${near === 'decimal' ? 'decimal(2)' : near}\`?`;
  return `the types are ${baseTypes.map((name) => `\`${name === 'decimal' ? 'decimal(2)' : name}\``).join(', ')}`;
}

function helpWithScale(brackets: string, rest: string): string {
  const two = /^\(\s*\d+\s*,\s*(\d{1,2})\s*\)?$/.exec(brackets)?.[1] ?? /^\(\s*(\d{1,2})\s*\)?$/.exec(brackets)?.[1];
  const digits = two === undefined ? '2' : String(Number(two));
  return `write \`decimal(${digits})${rest}\`: it takes one number, the digits after the point`;
}

const typeForm: Form = {
  says: 'a type such as `decimal(2) EUR`, `integer` or `text`',
  pattern:
    /^(?:decimal\((?:\d|1[0-8])\)(?: +\S.*)?|(?:integer|float)(?: +[^\s(].*)?|text|boolean|date|datetime|timestamp)$/,
  words: null,
  also: (type) => 'base' in parseFieldType(type),
  code: 'KPI1109',
  help: (type) => {
    const parsed = parseFieldType(type);
    return 'help' in parsed ? parsed.help : undefined;
  },
  types: ['string'],
};

const typeText = text(typeForm);

export const fieldType: Reader<FieldTypeDef> = {
  shape: typeText.shape,
  read: (node, at, reading) => {
    const parsed = node.kind === 'scalar' ? parseFieldType(node.text) : null;
    if (node.kind === 'scalar' && parsed !== null && 'base' in parsed) return fieldTypeDef(node, parsed);
    typeText.read(node, at, reading);
    return null;
  },
};

function fieldTypeDef(node: ScalarNode, { base, scale, unitStart }: ParsedFieldType): FieldTypeDef {
  const unit =
    unitStart === null
      ? null
      : { text: node.text.slice(unitStart), span: spanInScalar(node, unitStart, node.text.length) };
  return { base, scale, unit, span: node.span };
}

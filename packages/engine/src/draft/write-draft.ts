// A drafted dataset as text, in the style of the formatter.
import { quoteYaml } from '@sextant/parser';

export interface DraftField {
  readonly name: string;
  /** The file's name for it; null where it is the same. */
  readonly column: string | null;
  readonly type: string;
  readonly optional: boolean;
  readonly values: readonly string[] | null;
}

export interface DraftText {
  readonly name: string;
  readonly from: string;
  readonly delimiter: string | null;
  readonly one: string | null;
  readonly key: string | null;
  readonly time: string | null;
  /** Of wall clocks; null where the time is none. */
  readonly timezone: string | null;
  readonly fields: readonly DraftField[];
  /** What the file has and the draft has not, with the reason. */
  readonly left: readonly string[];
}

export function writeDraft(draft: DraftText): string {
  const { name, from, delimiter, one, key, time, timezone, fields, left } = draft;
  const source =
    delimiter === null
      ? scalar(from)
      : `{ path: ${scalar(from)}, delimiter: ${delimiter === '\t' ? '"\\t"' : `"${delimiter}"`} }`;
  return [
    'datasets:',
    `  ${scalar(name)}:`,
    ...left.map((sentence) => `    # ${sentence.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`),
    `    from: ${source}`,
    ...(one === null ? [] : [`    one: ${scalar(one)}`]),
    ...(key === null ? [] : [`    key: ${scalar(key)}`]),
    `    time: ${time === null ? 'none' : scalar(time)}`,
    ...(timezone === null ? [] : [`    timezone: ${scalar(timezone)}`]),
    '    fields:',
    ...fields.map((field) => `      ${scalar(field.name)}: ${fieldText(field)}`),
    '',
  ].join('\n');
}

function fieldText({ column, type, optional, values }: DraftField): string {
  const parts = [
    `type: ${type}`,
    ...(column === null ? [] : [`column: ${scalar(column)}`]),
    ...(optional ? ['optional: true'] : []),
    ...(values === null ? [] : [`values: [${values.map(scalar).join(', ')}]`]),
  ];
  return parts.length === 1 ? type : `{ ${parts.join(', ')} }`;
}

/** Words that YAML takes for something else than a text. */
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i;

function scalar(text: string): string {
  const isPlain = /^[A-Za-z_][\w./-]*(?: [\w./-]+)*$/.test(text) && !WORDS.test(text);
  return isPlain ? text : quoteYaml(text);
}

// JSON read without loss: a number stays the text that the file has, for a double would change it.

export type JsonNode =
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, JsonNode> }
  | { readonly kind: 'list'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'text'; readonly text: string }
  /** A number, `true` or `false`, as it is written. */
  | { readonly kind: 'token'; readonly text: string; readonly isNumber: boolean }
  | { readonly kind: 'null' };

export interface JsonProblem {
  readonly kind: 'problem';
  /** Offset in the text. */
  readonly at: number;
  readonly why: string;
}

/** `list`: the text is one list, whose items are wanted; `sequence`: values one after another; `one`: a single value. */
export type JsonLayout = 'list' | 'sequence' | 'one';

/** Deeper than any table is, and shallower than the stack. */
const MOST_DEPTH = 500;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\r\n]*/y;
/** All but a quote, a backslash and control characters. */
const PLAIN = /[ !#-[\]-\uffff]*/y;
/** Not JSON, but written by many, and read by the database too: as a text, which is no number. */
const WORDS = /(?:true|false|null|NaN|-?Infinity)(?![\w$])/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** The values of a text; of a duplicated key the first value counts, and a comma before a closing bracket is no harm. */
export function readJson(text: string, layout: JsonLayout): readonly JsonNode[] | JsonProblem {
  let at = 0;
  let problem: JsonProblem | null = null;
  const fail = (why: string, where = at): null => {
    problem ??= { kind: 'problem', at: where, why };
    return null;
  };
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const skip = (): string => {
    take(SPACE);
    return text.charAt(at);
  };

  function value(depth: number): JsonNode | null {
    const next = skip();
    if (depth > MOST_DEPTH) return fail('values are nested too deeply');
    if (next === '{') return object(depth);
    if (next === '[') return list(depth);
    if (next === '"') {
      const read = string();
      return read === null ? null : { kind: 'text', text: read };
    }
    const word = take(WORDS);
    if (word !== null) return word === 'null' ? { kind: 'null' } : { kind: 'token', text: word, isNumber: false };
    const start = at;
    const number = take(NUMBER);
    if (number === null) return fail(next === '' ? 'it ends where a value should stand' : 'a value should stand here');
    if (/[\w.+-]/.test(text.charAt(at))) return fail('this is no number', start);
    return { kind: 'token', text: number, isNumber: true };
  }

  function object(depth: number): JsonNode | null {
    const entries = new Map<string, JsonNode>();
    at += 1;
    for (;;) {
      const next = skip();
      if (next === '}') {
        at += 1;
        return { kind: 'object', entries };
      }
      if (next !== '"')
        return fail(next === '' ? 'an object does not end' : 'a key in double quotes should stand here');
      const key = string();
      if (key === null) return null;
      if (skip() !== ':') return fail('a colon should stand here');
      at += 1;
      const item = value(depth + 1);
      if (item === null) return null;
      if (!entries.has(key)) entries.set(key, item);
      if (skip() === ',') at += 1;
      else if (text.charAt(at) !== '}')
        return fail(at === text.length ? 'an object does not end' : 'a comma is missing');
    }
  }

  function list(depth: number): { readonly kind: 'list'; readonly items: readonly JsonNode[] } | null {
    const items: JsonNode[] = [];
    at += 1;
    for (;;) {
      if (skip() === ']') {
        at += 1;
        return { kind: 'list', items };
      }
      const item = value(depth + 1);
      if (item === null) return null;
      items.push(item);
      if (skip() === ',') at += 1;
      else if (text.charAt(at) !== ']') return fail(at === text.length ? 'a list does not end' : 'a comma is missing');
    }
  }

  function string(): string | null {
    const start = at;
    at += 1;
    let read = '';
    for (;;) {
      read += take(PLAIN) ?? '';
      const next = text.charAt(at);
      at += 1;
      if (next === '"') return isWellFormed(read) ? read : fail('a character of this text is half a pair', start);
      if (next !== '\\') {
        return next === '' ? fail('a text does not end', start) : fail('a text holds a control character', at - 1);
      }
      const escape = text.charAt(at);
      at += 1;
      const plain = ESCAPES[escape];
      const code = /^[0-9a-fA-F]{4}$/.test(text.slice(at, at + 4)) ? text.slice(at, at + 4) : null;
      if (plain !== undefined) read += plain;
      else if (escape === 'u' && code !== null) {
        read += String.fromCharCode(parseInt(code, 16));
        at += 4;
      } else return fail('this escape is none of JSON', at - 2);
    }
  }

  const values: JsonNode[] = [];
  if (layout === 'list') {
    const read = skip() === '[' ? list(0) : fail('a list should stand here');
    if (read !== null) values.push(...read.items);
  } else {
    for (;;) {
      if (skip() === '' || (layout === 'one' && values.length === 1)) break;
      const read = value(0);
      if (read === null) break;
      values.push(read);
    }
  }
  if (problem === null && skip() !== '') fail('something follows the value');
  return problem ?? values;
}

function isWellFormed(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}

/** A value as JSON again, numbers as they were. */
export function jsonText(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return `{${[...node.entries].map(([key, value]) => `${JSON.stringify(key)}:${jsonText(value)}`).join(',')}}`;
    case 'list':
      return `[${node.items.map(jsonText).join(',')}]`;
    case 'text':
      return JSON.stringify(node.text);
    case 'token':
      return node.text;
    case 'null':
      return 'null';
  }
}

// Where a cursor stands inside brackets: the path there, the keys that are there already, and the text it is in.

export interface FlowPlace {
  /** Keys and `[]` from the outermost bracket to the place. */
  readonly path: readonly string[];
  readonly role: 'key' | 'value';
  /** Texts of the innermost map by key, also of keys behind the cursor on its line; a list or a map is an empty text. */
  readonly beside: ReadonlyMap<string, string>;
  readonly token: Token;
}

/** A text that the cursor is in, or where one may begin. */
export interface Token {
  /** Of its first character, behind a quote; an offset in the file. */
  readonly start: number;
  readonly quote: '"' | "'" | null;
}

interface Frame {
  readonly kind: 'map' | 'seq';
  readonly beside: Map<string, string>;
  key: string | null;
  /** Where the text begins that may be a key or a value; null where none has begun. */
  token: Token | null;
}

interface Scan {
  readonly text: string;
  readonly frames: Frame[];
  /** The key that the cursor is in is not there already. */
  skip: number | null;
}

/**
 * Reads from a bracket at `start` to the cursor, and on to `limit` for what stands beside it. Null where the bracket is closed
 * before the cursor: then nothing of it is of interest there.
 */
export function flowPlace(text: string, start: number, cursor: number, limit: number): FlowPlace | null {
  const scan: Scan = { text, frames: [], skip: null };
  let at = start;
  while (at < cursor) {
    at = step(scan, at, cursor);
    if (scan.frames.length === 0) return null;
  }
  const last = scan.frames.at(-1);
  // A comment that goes on to the cursor.
  if (last === undefined || at > cursor) return null;
  const path = scan.frames.flatMap(({ kind, key }) => (kind === 'seq' ? ['[]'] : key === null ? [] : [key]));
  const place: FlowPlace = {
    path,
    role: last.kind === 'map' && last.key === null ? 'key' : 'value',
    beside: last.beside,
    token: last.token ?? { start: cursor, quote: null },
  };
  if (place.role === 'key') scan.skip = place.token.start;
  while (at < limit && scan.frames.includes(last)) at = step(scan, at, limit);
  return place;
}

/** Reads one character or one comment; gives where to read on, which is behind `end` where a comment goes on there. */
function step({ text, frames, ...scan }: Scan, at: number, end: number): number {
  const character = text[at] ?? '';
  const frame = frames.at(-1);
  if (frame?.token?.quote !== null && frame?.token?.quote !== undefined)
    return inQuotes({ text, frames, ...scan }, frame, at, end);
  if (character === '#' && /\s/.test(text[at - 1] ?? '')) {
    endToken(text, frame, at);
    const lineEnd = text.indexOf('\n', at);
    return lineEnd === -1 || lineEnd >= end ? end + 1 : lineEnd;
  }
  switch (character) {
    case '{':
    case '[':
      if (frame === undefined || frame.token === null)
        frames.push({ kind: character === '{' ? 'map' : 'seq', beside: new Map(), key: null, token: null });
      break;
    case '}':
    case ']':
      endToken(text, frame, at);
      frames.pop();
      break;
    case ',':
      endToken(text, frame, at);
      if (frame !== undefined) frame.key = null;
      break;
    case ':':
      if (frame?.kind !== 'map' || frame.key !== null || !/^(?:[\s,\]}]|$)/.test(text.slice(at + 1, at + 2))) break;
      startValue(frame, frame.token === null ? '' : textOf(text, frame.token, at), frame.token?.start === scan.skip);
      break;
    default:
      if (frame === undefined || frame.token !== null || /\s/.test(character)) break;
      frame.token =
        character === '"' || character === "'" ? { start: at + 1, quote: character } : { start: at, quote: null };
  }
  return at + 1;
}

function inQuotes({ text, skip }: Scan, frame: Frame, at: number, end: number): number {
  const { token } = frame;
  const character = text[at];
  if (token === null) return at + 1;
  if (character === '\\' && token.quote === '"') return Math.min(at + 2, end);
  if (character !== token.quote) return at + 1;
  if (character === "'" && text[at + 1] === "'" && at + 1 < end) return at + 2;
  const closed = textOf(text, token, at);
  const colon = /^\s*:/.exec(text.slice(at + 1, end));
  if (frame.kind === 'map' && frame.key === null && colon !== null) {
    startValue(frame, closed, token.start === skip);
    return at + 1 + colon[0].length;
  }
  if (frame.kind === 'map' && frame.key !== null) frame.beside.set(frame.key, closed);
  frame.token = null;
  return at + 1;
}

function startValue(frame: Frame, key: string, isCursor: boolean): void {
  frame.key = key;
  frame.token = null;
  if (!isCursor) frame.beside.set(key, '');
}

function endToken(text: string, frame: Frame | undefined, end: number): void {
  if (frame === undefined || frame.token === null) return;
  if (frame.kind === 'map' && frame.key !== null && frame.beside.has(frame.key))
    frame.beside.set(frame.key, textOf(text, frame.token, end));
  frame.token = null;
}

function textOf(text: string, { start, quote }: Token, end: number): string {
  const raw = text.slice(start, end);
  if (quote === "'") return raw.replaceAll("''", "'");
  return quote === '"' ? raw.replaceAll(/\\(.)/g, '$1') : raw.trim();
}

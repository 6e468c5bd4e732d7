// A project as the text of a link and back: packed by the browser itself, in letters that no chat program breaks.

/** What a link carries. Of an example only what differs from it; data only where somebody wanted it to. */
export interface Carried {
  readonly example: string | null;
  /** Paths and texts of definition files. */
  readonly files: readonly (readonly [path: string, text: string])[];
  /** Files of the example that are not there any more. */
  readonly gone: readonly string[];
  readonly data: readonly (readonly [path: string, text: string])[];
  readonly view: Readonly<Record<string, unknown>>;
}

export const LONGEST_LINK = 30_000;

const PREFIX = 'v1.';
/** What unpacks to more than this is no project that a link was made of. */
const MOST_BYTES = 4_000_000;

export async function linkText(carried: Carried): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(carried));
  const packed = await allOf(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')), Infinity);
  return `${PREFIX}${toLetters(packed ?? new Uint8Array())}`;
}

export type Unpacked =
  | { readonly kind: 'carried'; readonly carried: Carried }
  /** Why not, in words. */
  | { readonly kind: 'problem'; readonly message: string };

export async function readLink(text: string): Promise<Unpacked> {
  if (!text.startsWith(PREFIX)) {
    const isOurs = /^v\d+\./.test(text);
    return problem(isOurs ? 'the link was made by a newer version of this page' : 'this is no link to a project');
  }
  if (text.length > LONGEST_LINK * 2) return problem('the link is too long');
  const packed = fromLetters(text.slice(PREFIX.length));
  if (packed === null) return problem('the link is damaged: it has letters that no link has');
  let json: unknown;
  try {
    const bytes = await allOf(
      new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')),
      MOST_BYTES,
    );
    if (bytes === null) return problem('the link unpacks to more than a project');
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return problem('the link is damaged: a part of it is missing, or was changed on the way');
  }
  const carried = carriedOf(json);
  return carried === null
    ? problem('the link is damaged: it does not say what a link says')
    : { kind: 'carried', carried };
}

function problem(message: string): Unpacked {
  return { kind: 'problem', message };
}

/** Reads a stream to its end; null where it is longer than allowed. */
async function allOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = stream.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(read.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** base64url without padding. */
function toLetters(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromLetters(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Nothing of a link is believed before it was looked at. */
function carriedOf(json: unknown): Carried | null {
  if (!isObject(json)) return null;
  const { example, files, gone, data, view } = json;
  if (example !== null && typeof example !== 'string') return null;
  if (!isPairs(files) || !isPairs(data) || !isTexts(gone) || !isObject(view)) return null;
  if (![...files, ...data].every(([path]) => isPath(path))) return null;
  return { example, files, gone, data, view };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isPairs(value: unknown): value is readonly (readonly [string, string])[] {
  return Array.isArray(value) && value.every((one) => isTexts(one) && one.length === 2);
}

/** Relative, and nowhere but below the project's folder. */
export function isPath(path: string): boolean {
  return (
    path !== '' && path.length < 200 && !path.startsWith('/') && !/[\\\0]/.test(path) && !path.split('/').includes('..')
  );
}

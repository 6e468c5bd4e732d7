// A file that a person handed over, as its bytes: nothing here knows a disk.
import type { DataFile } from '../execute/sources/locate-files.js';
import { isGzipped } from '../execute/sources/file-format.js';

export interface GivenFile {
  /** `orders.csv`, `orders.csv.gz`: what it is called in messages; its ending says what it holds. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function dataFileOf({ name, bytes }: GivenFile): DataFile {
  return { path: name, shown: name, size: bytes.byteLength, modified: 0 };
}

export interface GivenText {
  /** Without a byte order mark. */
  readonly text: string;
  /** False: what is no UTF-8 became U+FFFD. */
  readonly isUtf8: boolean;
}

export async function textOfFile(file: GivenFile): Promise<GivenText> {
  const bytes = await unpacked(file);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: new TextDecoder().decode(bytes), isUtf8: false };
  }
}

const PIECE = 1 << 20;

/** The text piece by piece, for those who need its beginning only. */
export async function* textPieces(file: GivenFile): AsyncGenerator<string> {
  const bytes = await unpacked(file);
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.byteLength; at += PIECE)
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  yield decoder.decode();
}

/** Rejects where a packed file is damaged. */
export async function unpacked({ name, bytes }: GivenFile): Promise<Uint8Array> {
  if (!isGzipped(name)) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// A text file piece by piece, unpacked where it is gzipped, without a byte order mark.
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isGzipped } from './file-format.js';

export async function* textChunks(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  // `pipeline` ends the second stream when the first one fails; `pipe` would leave it waiting.
  const bytes: AsyncIterable<Buffer> = isGzipped(path) ? pipeline(file, createGunzip(), () => undefined) : file;
  // The decoder takes a byte order mark away.
  const decoder = new TextDecoder();
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } finally {
    file.destroy();
  }
}

// Reads a zip by its list at the end, as installers do, and looks whether each part is what the list says.
import { crc32, inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const DEFLATED = 8;

export function unzip(zip: Buffer): ReadonlyMap<string, Buffer> {
  // Without a comment, the end has 22 bytes.
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== END) throw new Error('no end of a zip');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== LISTED) throw new Error(`no entry at ${at}`);
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const contents = contentsAt(zip, zip.readUInt32LE(at + 42), zip.readUInt32LE(at + 20));
    if (crc32(contents) !== zip.readUInt32LE(at + 16)) throw new Error(`\`${name}\` is broken`);
    if (files.has(name)) throw new Error(`\`${name}\` is there twice`);
    files.set(name, contents);
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  if (at !== end) throw new Error('the list does not lead to the end');
  return files;
}

function contentsAt(zip: Buffer, at: number, size: number): Buffer {
  if (zip.readUInt32LE(at) !== LOCAL) throw new Error(`no file at ${at}`);
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const packed = zip.subarray(start, start + size);
  return zip.readUInt16LE(at + 8) === DEFLATED ? inflateRawSync(packed) : packed;
}

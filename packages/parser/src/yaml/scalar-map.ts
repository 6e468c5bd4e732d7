// The offset map of a scalar: for every character of the decoded text, where it stands in the file.
// It walks the source and the decoded text side by side; no other file does such arithmetic.
import { readEscape } from './escapes.js';
import type { ScalarStyle } from './tree.js';

export interface ScalarMap {
  readonly map: Uint32Array | null;
  readonly ends: Uint32Array | null;
}

const standsAsIs: ScalarMap = { map: null, ends: null };

/** `start` and `end` bound the scalar's source in `source`, quotes or block header included. */
export function mapScalar(source: string, style: ScalarStyle, start: number, end: number, text: string): ScalarMap {
  switch (style) {
    case 'plain':
      return text.length === end - start && source.startsWith(text, start)
        ? standsAsIs
        : mapFlowScalar(source, start, end, text, style);
    case 'single':
    case 'double':
      // Equal length is not enough: `\` and a line break in double quotes can be as long as what they stand for.
      return text.length === end - start - 2 && source.startsWith(text, start + 1)
        ? standsAsIs
        : mapFlowScalar(source, start + 1, end - 1, text, style);
    default:
      return { map: mapBlockScalar(source, start, end, text), ends: null };
  }
}

function mapFlowScalar(source: string, start: number, end: number, text: string, style: ScalarStyle): ScalarMap {
  const map = new Uint32Array(text.length + 1).fill(end);
  const ends = style === 'double' && source.slice(start, end).includes('\\') ? new Uint32Array(text.length) : null;
  let at = start;
  let decoded = 0;
  const put = (from: number, length: number, units: number): void => {
    for (let unit = 0; unit < units && decoded < text.length; unit++) {
      if (ends !== null) ends[decoded] = from + length;
      map[decoded++] = from;
    }
  };
  while (at < end) {
    const char = source[at];
    if (char === '\\' && style === 'double') {
      const escape = readEscape(source, at);
      const escapedBreak = escape === null ? afterEscapedBreak(source, at) : -1;
      if (escape !== null) put(at, escape.length, escape.text.length);
      // An unknown escape stays in the text as it is.
      else if (escapedBreak === -1) for (let unit = 0; unit < 2; unit++) put(at + unit, 1, 1);
      at = escape !== null ? at + escape.length : escapedBreak === -1 ? at + 2 : escapedBreak;
      continue;
    }
    const breaks = isBlank(char) ? breaksFrom(source, at, end) : null;
    if (breaks !== null) {
      // One line break becomes a space; of several, the first goes and the others stay.
      for (const place of breaks.places.length === 1 ? breaks.places : breaks.places.slice(1)) put(place, 1, 1);
      at = breaks.next;
    } else if (isBlank(char)) {
      // Not a break: all of the spaces stand, and need not be looked at again.
      for (; at < end && (source[at] === ' ' || source[at] === '\t'); at++) put(at, 1, 1);
      if (source[at] === '\r' && at < end) put(at++, 1, 1);
    } else {
      const length = char === "'" && style === 'single' ? 2 : 1;
      put(at, length, 1);
      at += length;
    }
  }
  return { map, ends };
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r';
}

/** The line breaks in the white space at `at`, and where the text goes on; null where it holds none. */
function breaksFrom(source: string, at: number, end: number): { places: number[]; next: number } | null {
  const places: number[] = [];
  let next = at;
  for (; next < end && isBlank(source[next]); next++) {
    if (source[next] === '\r' && source[next + 1] !== '\n') break;
    if (source[next] === '\n') places.push(next);
  }
  return places.length === 0 ? null : { places, next };
}

/** Where the text goes on after a backslash that hides a line break; -1 where it hides none. */
function afterEscapedBreak(source: string, at: number): number {
  let next = at + 1;
  if (source[next] === '\r') next++;
  if (source[next] !== '\n') return -1;
  do next++;
  while (source[next] === ' ' || source[next] === '\t');
  return next;
}

/** Literal and folded alike: only the breaks between lines differ, and the decoded text says how. */
function mapBlockScalar(source: string, start: number, end: number, text: string): Uint32Array {
  const map = new Uint32Array(text.length + 1).fill(end);
  const lines = blockLines(source, start, end);
  const trim = (lines.find((line) => line.indent < line.length)?.indent ?? Infinity) - leadingSpaces(text);
  let decoded = 0;
  let breaks: number[] = [];
  for (const line of lines) {
    if (Math.min(trim, line.indent) < line.length) {
      putBreaks();
      breaks = [];
      for (let at = trim; at < line.length && decoded < text.length; at++) map[decoded++] = line.start + at;
    }
    breaks.push(line.lineBreak);
  }
  for (const place of breaks) if (decoded < text.length) map[decoded++] = place;
  map.fill(source.length, decoded);
  if (text.length > 0) map[text.length] = Math.min(source.length, (map[text.length - 1] ?? end) + 1);
  return map;

  function putBreaks(): void {
    let kept = breaks.length === 1 && text[decoded] === ' ' ? 1 : 0;
    while (kept < breaks.length && text[decoded + kept] === '\n') kept++;
    for (const place of breaks.slice(breaks.length - kept)) map[decoded++] = place;
  }
}

interface BlockLine {
  readonly start: number;
  readonly length: number;
  readonly indent: number;
  /** Offset of the `\n`, or the file's end. */
  readonly lineBreak: number;
}

/** The lines below the block's header up to its end, and the empty lines behind it, which `+` keeps. */
function blockLines(source: string, start: number, end: number): readonly BlockLine[] {
  const lines: BlockLine[] = [];
  const header = source.indexOf('\n', start);
  for (let at = header === -1 ? source.length : header + 1; at < source.length;) {
    const found = source.indexOf('\n', at);
    const lineBreak = found === -1 ? source.length : found;
    const length = (source[lineBreak - 1] === '\r' ? lineBreak - 1 : lineBreak) - at;
    let indent = 0;
    while (indent < length && source[at + indent] === ' ') indent++;
    if (at >= end && indent < length) break;
    lines.push({ start: at, length, indent, lineBreak });
    at = lineBreak + 1;
  }
  return lines;
}

/** How many spaces the first line with content keeps: an explicit indentation indicator can leave some. */
function leadingSpaces(text: string): number {
  const content = text.search(/[^ \n]/);
  return content === -1 ? 0 : content - (text.lastIndexOf('\n', content) + 1);
}

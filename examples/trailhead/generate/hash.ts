// Four 32-bit words from a text: the seed of one row's own random numbers.

/** FNV-1a over UTF-16 units with a finishing mix, started four times from different offsets. Unsigned words. */
export function hashWords(text: string): readonly [number, number, number, number] {
  return [word(text, 0x811c9dc5), word(text, 0x9e3779b9), word(text, 0x85ebca6b), word(text, 0xc2b2ae35)];
}

function word(text: string, offset: number): number {
  let h = offset;
  for (let i = 0; i < text.length; i += 1) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}

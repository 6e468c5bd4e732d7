// What a reader takes for one character.

// Making one takes longer than all else that a command loads, and most texts are ASCII: it is made for the first that is not.
let segmenter: Intl.Segmenter | null = null;

export function graphemesOf(text: string): readonly string[] {
  // The locale has no say in grapheme clusters; naming one keeps the machine's out.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

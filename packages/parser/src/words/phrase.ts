// A part of a description, with what the parts around it must know to join it without changing its meaning.

/** How tightly a phrase holds together: a looser one stands in brackets inside a tighter one. */
export type Hold = 'word' | 'noun' | 'product' | 'sum' | 'clause';

const ORDER: readonly Hold[] = ['word', 'noun', 'product', 'sum', 'clause'];

export interface Phrase {
  readonly text: string;
  readonly hold: Hold;
  /** It ends in a condition or a time that would swallow what follows: a comma has to close it. */
  readonly open: boolean;
}

export function word(text: string): Phrase {
  return { text, hold: 'word', open: false };
}

export function nounPhrase(text: string, open = false): Phrase {
  return { text, hold: 'noun', open };
}

export function clause(text: string): Phrase {
  return { text, hold: 'clause', open: true };
}

/** In brackets where it holds together less tightly than asked. */
export function within(phrase: Phrase, hold: Hold): string {
  return ORDER.indexOf(phrase.hold) > ORDER.indexOf(hold) ? `(${phrase.text})` : phrase.text;
}

/** Before a word that goes on: with a comma after an open end. */
export function before(phrase: Phrase, hold: Hold): string {
  const bracketed = ORDER.indexOf(phrase.hold) > ORDER.indexOf(hold);
  return bracketed ? `(${phrase.text})` : phrase.open ? `${phrase.text},` : phrase.text;
}

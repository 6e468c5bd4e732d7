// Readers of scalars: a text of a form, one of some words, a flag, a whole number.
import type { Located, LocatedValue } from './definitions.js';
import { malformed, unknownWord } from './errors.js';
import { isMissing } from './cut-text.js';
import { located, refuse, transform, type Reader } from './reader.js';
import { fits, type Form, type ScalarShape } from './shape.js';
import { flagForm, wholeNumberForm, wordsForm } from './forms.js';

export function text(form: Form): Reader<Located> {
  const shape: ScalarShape = { kind: 'scalar', form };
  return {
    shape,
    read: (node, at, reading) => {
      if (node.kind !== 'scalar' || isMissing(node)) {
        refuse(node, at, shape, reading);
        return null;
      }
      if (node.broken === true) return null;
      if (fits(form, node.text)) return located(node);
      reading.diagnostics.push(
        form.words === null ? malformed(node, at, form) : unknownWord(node, at, form, form.words),
      );
      return null;
    },
  };
}

/** One of some words. `help` says more than the nearest of them where it can. */
export function words<const W extends string>(
  options: readonly W[],
  help?: (text: string) => string | undefined,
): Reader<LocatedValue<W>> {
  const form = wordsForm(options);
  const helped: Form = help === undefined ? form : { ...form, help: (text) => help(text) ?? form.help?.(text) };
  return transform(text(helped), ({ text, span }) => {
    const value = options.find((option) => option === text);
    return value === undefined ? null : { value, span };
  });
}

export const flag: Reader<LocatedValue<boolean>> = transform(text(flagForm), ({ text, span }) => ({
  value: text === 'true',
  span,
}));

/** Small enough to be exact as a double. */
export function wholeNumber(least: number, most: number): Reader<LocatedValue<number>> {
  return transform(text(wholeNumberForm(least, most)), ({ text, span }) => ({ value: Number(text), span }));
}

// The keys that most definitions carry, and texts that many of them use.
import { dayForm, durationForm, fieldPathForm, lineForm, numberForm, textForm } from './forms.js';
import { ignore } from './ignore.js';
import { optional } from './read-object.js';
import { text } from './read-scalar.js';

/** A title, a sentence, many lines. */
export const anyText = text(textForm);

/** A name of something, or another text of one line. */
export const line = text(lineForm);

export const day = text(dayForm);
export const duration = text(durationForm);
export const fieldPath = text(fieldPathForm);

/** A plain number, kept as its text. */
export const numberText = text(numberForm);

export const described = {
  title: optional(anyText, 'what people call it'),
  description: optional(anyText, 'what it means, in sentences'),
  ignore: optional(ignore, 'warnings that are not said of it, each with the reason'),
};

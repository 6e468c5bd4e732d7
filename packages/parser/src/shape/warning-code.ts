// The codes that a project may set the severity of, or ignore in place.
import { codes } from '../diagnostic/codes.js';
import type { CodeEntry } from '../diagnostic/codes/code-entry.js';
import { didYouMeanHelp } from '../diagnostic/did-you-mean.js';
import type { Form } from './shape.js';

const warnings = Object.entries<CodeEntry>(codes)
  .filter(([, { severity }]) => severity !== 'error')
  .map(([code]) => code);

/** The codes of which the severity may be set; an error stays one. */
export const codeForm: Form = {
  says: 'the code of a warning',
  pattern: /^KPI\d{4}$/,
  words: null,
  also: (code) => warnings.includes(code),
  code: 'KPI1116',
  help: (code) =>
    Object.hasOwn(codes, code)
      ? 'errors cannot be switched off or lowered: mend what they are about'
      : didYouMeanHelp(code, warnings),
  types: ['string'],
};

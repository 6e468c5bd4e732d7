// How severe a warning is in this project.
import { codes } from '../diagnostic/codes.js';
import type { CodeEntry } from '../diagnostic/codes/code-entry.js';
import { didYouMeanHelp } from '../diagnostic/did-you-mean.js';
import type { SeverityDef } from './definitions.js';
import { byKind } from './by-kind.js';
import { line } from './described.js';
import { object, optional, required } from './read-object.js';
import { words } from './read-scalar.js';
import { located, transform, type Reader } from './reader.js';
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

const levels = ['error', 'warning', 'info'] as const;

const short = transform(
  words(levels, (level) => (level === 'off' ? 'say why as well: `{ level: off, reason: ... }`' : undefined)),
  (severity, at): SeverityDef => ({ code: located(at), severity, reason: null }),
);

const full = object({
  noun: 'a severity',
  subject: 'name',
  keys: {
    level: required(words([...levels, 'off']), 'the severity, or `off`'),
    reason: optional(line, 'why; needed where it is switched off'),
  },
  rules: [
    {
      kind: 'requires',
      when: { key: 'level', like: /^off$/ },
      others: [{ key: 'reason' }],
      why: 'whoever reads the project must see why nobody is warned',
    },
  ],
  build: ({ level, reason }, _span, at): SeverityDef | null =>
    level === null ? null : { code: located(at), severity: level, reason },
});

/** `KPI6001: error`, or `KPI6001: { level: off, reason: ... }`. */
export const severity: Reader<SeverityDef> = byKind({ scalar: short, map: full });

// How severe a warning is in this project.
import type { SeverityDef } from './definitions.js';
import { byKind } from './by-kind.js';
import { line } from './described.js';
import { object, optional, required } from './read-object.js';
import { words } from './read-scalar.js';
import { located, transform, type Reader } from './reader.js';

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

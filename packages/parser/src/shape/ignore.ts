// Warnings that are not said of one definition, each with the reason that whoever reads it must see.
import type { IgnoreDef } from './definitions.js';
import { lineForm } from './forms.js';
import { named } from './read-named.js';
import { text } from './read-scalar.js';
import { located, transform, type Reader } from './reader.js';
import { codeForm } from './warning-code.js';

const reason = transform(text(lineForm), (reason, at): IgnoreDef => ({ code: located(at), reason }));

/** `ignore: { KPI6010: one team is enough here }`. */
export const ignore: Reader<readonly IgnoreDef[]> = named(reason, { noun: 'a warning to ignore', names: codeForm });

// The name that stands for an input: a metric, a dataset or a dimension of the project.
import { parseFormula } from '../expression/parse-formula.js';
import { isPlainName } from '../expression/words.js';
import type { BindingDef } from '../shape/definitions.js';

/** Null where something else than a name was written. */
export function boundName({ value }: BindingDef): string | null {
  if (value.broken === true) return null;
  const text = value.text.trim();
  const { root, problems } = parseFormula(text, false);
  if (root.kind === 'name' && problems.length === 0) return root.parts.map((part) => part.text).join('.');
  // A name with spaces needs no quotes here: nothing but a name can stand.
  return /^[\p{L}_][\p{L}\p{N}\p{M}_ .]*$/u.test(text) ? text : null;
}

/** A name, dotted or not, as a formula writes it. */
export function nameInFormula(name: string): string {
  return name
    .split('.')
    .map((part) => (isPlainName(part) ? part : `"${part.replaceAll('"', '""')}"`))
    .join('.');
}

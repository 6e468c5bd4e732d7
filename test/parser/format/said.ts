// What a project says, without places: two projects that say the same are equal.
import type { Diagnostic, Graph, Outcome } from '@sextant/parser';
import { parseFormula } from '../../../packages/parser/src/expression/parse-formula.js';
import { printFormula } from '../../../packages/parser/src/expression/print-formula.js';

export function said({ value, diagnostics }: Outcome<Graph>): unknown {
  const found = diagnostics.map(({ code, severity, message }: Diagnostic) => `${code} ${severity} ${message}`).sort();
  return { graph: plain({ ...value, files: null }), found };
}

const places: ReadonlySet<string> = new Set(
  'span spans place withPlace map ends range opRange nameRange wordRange typeRange node'.split(' '),
);

function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, part]) => [key, plain(part)]);
  if (value instanceof Set) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  // A scalar of the file: as a formula where it is one, for their spacing is not what they say.
  if ('style' in value && 'text' in value && typeof value.text === 'string')
    return printed(value.text, value.style === 'literal');
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !places.has(key))
      .map(([key, part]) => [key, plain(part)]),
  );
}

function printed(text: string, literal: boolean): string {
  const { root, problems } = parseFormula(text, literal);
  return problems.length === 0 ? printFormula(root) : text;
}

// The function around the cursor, and which of its parts is written now.
import type { SignatureHelp } from 'vscode-languageserver-types';
import { findFunction, worldOfGraph } from '@sextant/parser';
import { cursorPlace } from '../cursor/cursor-place.js';
import { cursorContext } from '../formulas/cursor-context.js';
import type { OpenCall } from '../formulas/open-calls.js';
import type { NameScope } from '@sextant/parser';
import { ROOT, stepInto, stepToItem, type Step } from '../places/step.js';
import { lastNames, type Workspace } from '../workspace/workspace.js';
import { offsetIn, type At } from './at.js';

export function signatureHelp(workspace: Workspace, at: At): SignatureHelp | null {
  const file = workspace.files.get(at.path);
  const place = file === undefined ? null : cursorPlace(file.text, offsetIn(workspace, at));
  if (place === null || place.role === 'key') return null;
  let step: Step | null = ROOT;
  for (const part of place.path) step = part === '[]' ? stepToItem(step) : stepInto(step, part);
  const meaning = step?.value;
  if (meaning?.kind !== 'formula' && meaning?.kind !== 'asked') return null;
  const scope: NameScope = { kind: meaning.kind === 'formula' && meaning.place !== 'row' ? meaning.place : 'metric' };
  const context = cursorContext(place.before, scope, worldOfGraph(lastNames(workspace)), false);
  const call = context?.calls.at(-1);
  const spec = call === undefined ? null : findFunction(call.name);
  if (call === undefined || spec === null) return null;
  const parts = partsOf(spec.signature);
  const parameters = parts.map(({ start, end }) => ({ label: [start, end] as [number, number] }));
  return {
    signatures: [
      {
        label: spec.signature,
        documentation: { kind: 'markdown', value: `${spec.doc}\n\nfor example \`${spec.example}\`` },
        parameters,
      },
    ],
    activeSignature: 0,
    activeParameter: Math.min(activeIn(parts, call), Math.max(0, parts.length - 1)),
  };
}

interface Part {
  readonly start: number;
  readonly end: number;
  /** The word before it, where it is named by one. */
  readonly word: string | null;
}

const CLAUSE = /^(?:to|at|by|within|each|of|per|as)$/;

/** The arguments in a signature: `prior(m, span)`, `conversion(a to b by entity within span)`. */
function partsOf(signature: string): readonly Part[] {
  const open = signature.indexOf('(');
  const parts: Part[] = [];
  let word: string | null = null;
  for (const match of signature.slice(open + 1).matchAll(/\.\.\.|[\p{L}_][\p{L}\p{N}_]*/gu)) {
    if (CLAUSE.test(match[0])) {
      [word] = match;
      continue;
    }
    const start = open + 1 + match.index;
    parts.push({ start, end: start + match[0].length, word });
    word = null;
  }
  return parts;
}

function activeIn(parts: readonly Part[], { argument, words }: OpenCall): number {
  const last = words.at(-1);
  const named = last === undefined ? -1 : parts.findIndex(({ word }) => word === last);
  return named === -1 ? argument : named;
}

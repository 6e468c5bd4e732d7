// The words for why a name stays as it is.
import { sayKind, type SymbolKind } from '@sextant/parser';

export const noNameHere = 'there is no name here';

export function notDefined(name: string): string {
  return `\`${name}\` is defined nowhere in the project`;
}

export function ofLibrary(name: string, library: string): string {
  return `\`${name}\` is defined in the library \`${library}\`, and gets its name there`;
}

export function badName(to: string, kind: SymbolKind): string {
  const quoted = `\`${to}\` is no name of a ${sayKind(kind)}`;
  if (to.trim() !== to || to === '') return `${quoted}: it is empty, or begins or ends with a space`;
  return kind === 'thing'
    ? `${quoted}: a unit is one word of letters, digits and \`_\``
    : `${quoted}: names have no \`.\` and no \`"\`, and stand on one line`;
}

export function takenName(to: string, kind: string): string {
  return `there is a ${kind} \`${to}\` already`;
}

export function wouldBreak(to: string, message: string): string {
  return `with the name \`${to}\` there would be a new error: ${message}`;
}

export function wouldMeanElse(to: string, text: string, path: string, line: number): string {
  return `with the name \`${to}\`, \`${text}\` in ${path}, line ${line}, would mean something else`;
}

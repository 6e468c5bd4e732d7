// Every name that a project defines, with the place of its definition.
import type { Position } from 'vscode-languageserver-types';
import { idOf, type SymbolKind } from '@sextant/parser';
import { occurrencesOf } from '../symbols/index-of.js';
import type { Workspace } from '../workspace/workspace.js';
import { rangeIn } from './locations.js';

export interface DefinedSymbol {
  /** `metric:revenue`, `field:orders.amount`. */
  readonly id: string;
  readonly kind: SymbolKind;
  readonly name: string;
  readonly path: string;
  readonly position: Position;
}

/** By path, then as they stand. */
export function symbolsOf(workspace: Workspace): readonly DefinedSymbol[] {
  return [...workspace.files.keys()].sort().flatMap((path) =>
    occurrencesOf(workspace, path)
      .filter(({ isDefinition }) => isDefinition)
      .map(({ symbol, span }) => ({
        id: idOf(symbol),
        kind: symbol.kind,
        name: symbol.name,
        path,
        position: rangeIn(workspace, path, span).start,
      })),
  );
}

export interface NamedPlace {
  readonly id: string;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
}

/** Every name in a file, in the order of the text. */
export function namesOf(workspace: Workspace, path: string): readonly NamedPlace[] {
  return occurrencesOf(workspace, path).map(({ symbol, span }) => ({ id: idOf(symbol), ...span }));
}

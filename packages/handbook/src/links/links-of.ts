// Links from definitions to each other.
import type { NodeKind } from '@sextant/parser';
import type { Link } from '../model/handbook.js';
import type { Names } from './names.js';

/** The page of something that has one. */
export function self(names: Names, kind: NodeKind, name: string): Link {
  const found = names.link(kind, name);
  if (found === null) throw new Error(`internal: no page of ${kind} ${name}`);
  return found;
}

/** Null where nothing is named, or where it is named and not defined. */
export function linkTo(names: Names, kind: NodeKind, located: { readonly text: string } | null): Link | null {
  return located === null ? null : names.link(kind, located.text);
}

// What is found in a definition that a library makes is marked with its name: it is said where the library is used.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Located, Origin } from '../shape/definitions.js';

type Report = (diagnostic: Diagnostic) => void;

/** `report` itself for a definition that is written in the project. */
export function reportingIn(
  { name, origin }: { readonly name: Located; readonly origin: Origin | null },
  report: Report,
): Report {
  return origin === null ? report : (diagnostic) => report({ ...diagnostic, instance: name.text });
}

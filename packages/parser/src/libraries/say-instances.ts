// What was found in definitions that libraries make, as it is said of the project: mistakes at the use, and no warnings, which
// are the library's own.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Graph } from '../graph/graph.js';
import type { Origin } from '../shape/definitions.js';
import type { Span } from '../source/source-file.js';
import { inInstance } from './errors.js';
import { followsFrom } from './follows-from.js';

/** `silent`: uses of which something else was said that explains it. */
export function sayInstances(
  diagnostics: readonly Diagnostic[],
  graph: Graph,
  folders: readonly string[],
  silent: ReadonlySet<string>,
): readonly Diagnostic[] {
  if (folders.length === 0) return diagnostics;
  const isOfLibrary = ({ file }: Span): boolean => folders.some((folder) => file.startsWith(`${folder}/`));
  const follows = followsFrom(silent, graph);
  const said = new Set<string>();
  return diagnostics.flatMap((found): readonly Diagnostic[] => {
    if (!isOfLibrary(found.span)) {
      // What is given for a parameter stands in the project.
      const { instance: _, ...own } = found;
      return follows(own) ? [] : [own];
    }
    if (found.severity !== 'error') return [];
    const [name, origin] = instanceOf(found, graph) ?? [];
    if (name === undefined || origin === undefined || silent.has(origin.alias)) return [];
    // One cause in many metrics is said of the first of them.
    const cause = JSON.stringify([origin.alias, found.code, found.message]);
    if (said.has(cause)) return [];
    said.add(cause);
    return [inInstance(found, name, origin.library, origin.place)];
  });
}

function instanceOf({ instance, span }: Diagnostic, graph: Graph): readonly [string, Origin] | null {
  if (instance !== undefined) {
    const def = graph.metrics.get(instance)?.def ?? graph.parameters.get(instance)?.def;
    return def === undefined || def.origin === null ? null : [instance, def.origin];
  }
  for (const table of [graph.metrics, graph.parameters]) {
    for (const { name, def } of table.values()) {
      const isAround = def.span.file === span.file && def.span.start <= span.start && span.end <= def.span.end;
      if (def.origin !== null && isAround) return [name, def.origin];
    }
  }
  return null;
}

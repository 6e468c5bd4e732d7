// What was found in definitions that libraries make, as it is said of the project: mistakes at the use, and no warnings, which
// are the library's own. What stands for an input may be empty where the stand-in is not: that alone is the project's.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Graph } from '../graph/graph.js';
import type { Origin } from '../shape/definitions.js';
import type { Span } from '../source/source-file.js';
import { emptyInputOf, inInstance } from './errors.js';
import { boundName } from './bound-name.js';
import { textAt } from './text-at.js';
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
    if (found.severity !== 'error') {
      const one = found.code === 'KPI3025' ? emptyInput(found, graph) : null;
      const key = JSON.stringify(one?.span);
      if (one === null || said.has(key)) return [];
      said.add(key);
      return [one];
    }
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

/** Said of what stands for the input, unless the library means it so. */
function emptyInput(found: Diagnostic, graph: Graph): Diagnostic | null {
  const [name, origin] = instanceOf(found, graph) ?? [];
  const def = name === undefined ? undefined : graph.metrics.get(name)?.def;
  if (def === undefined || origin === undefined || (def.ignore ?? []).some(({ code }) => code.text === found.code))
    return null;
  const bound = textAt(def.formula, found.span);
  const use = graph.uses.get(origin.alias);
  const binding = use?.def.with.find((one) => boundName(one) === bound);
  const input = use?.library?.inputs.find(({ name: one }) => one === binding?.input.text);
  // Where the stand-in may be empty as well the library knows of it.
  return binding === undefined || input === undefined || input.mayBeEmpty
    ? null
    : emptyInputOf(found, def.name.text, binding);
}

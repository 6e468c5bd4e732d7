// Texts to the typed dependency graph: the stages of the parser, in order.
import type { Diagnostic, Outcome } from './diagnostic/diagnostic.js';
import { isOff } from './diagnostic/is-off.js';
import { sortDiagnostics } from './diagnostic/sort-diagnostics.js';
import type { Graph } from './graph/graph.js';
import { typeProject } from './graph/type-project.js';
import { collectSymbols } from './names/symbols.js';
import { applyAllIgnores } from './rules/apply-ignores.js';
import { rules } from './rules/registry.js';
import { setRules } from './rules/set-registry.js';
import { shapeProject } from './shape/shape-project.js';
import type { SourceFile } from './source/source-file.js';
import { readYaml } from './yaml/read-yaml.js';

/**
 * Parses and checks a project: its `kpi.project.yaml` and every `*.kpi.yaml`, in any order. Never throws for what the
 * files say. The graph is there even with errors: what is wrong has the type `unknown` in it.
 */
export function parseProject(given: readonly SourceFile[]): Outcome<Graph> {
  // Nothing depends on the order in which files are given.
  const files = given.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const diagnostics: Diagnostic[] = [];
  const take = <T>(outcome: Outcome<T>): T => {
    for (const diagnostic of outcome.diagnostics) diagnostics.push(diagnostic);
    return outcome.value;
  };

  // 1. Read: each text to a tree with places; YAML's traps end here.
  const trees = files.map((file) => {
    const read = readYaml(file);
    return { file, root: take(read), diagnostics: read.diagnostics };
  });
  // 2. Shape: trees to definitions; nothing in a file is ignored.
  const definitions = take(shapeProject(trees));
  // 3. Names: one namespace for the whole project.
  const symbols = take(collectSymbols(definitions));
  // 4. Types, units and joins. Formulas are parsed where they are first needed, in the order of their needs.
  const graph = take(typeProject(files, definitions, symbols));
  // 5. Rules: what can only be said of the whole.
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  for (const rule of rules) rule.check(graph, report);
  if (!diagnostics.some(({ severity }) => severity === 'error')) for (const rule of setRules) rule.check(graph, report);
  // 6. What is not said: what a definition ignores with a reason, and what nobody asked for.
  const said = applyAllIgnores(diagnostics, graph, 'definitions').filter(({ code }) => !isOff(code, graph));

  return { value: graph, diagnostics: sortDiagnostics(said) };
}

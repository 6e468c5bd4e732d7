// Texts to the typed dependency graph: the stages of the parser, in order.
import type { Diagnostic, Outcome } from './diagnostic/diagnostic.js';
import { isOff } from './diagnostic/is-off.js';
import { sortDiagnostics } from './diagnostic/sort-diagnostics.js';
import type { Graph } from './graph/graph.js';
import { meaningMemory, recallMeanings, type MeaningMemory } from './graph/meanings.js';
import type { TypeMemory } from './graph/type-memory.js';
import { typeProject } from './graph/type-project.js';
import { collectSymbols } from './names/symbols.js';
import { applyAllIgnores } from './rules/apply-ignores.js';
import { rules } from './rules/registry.js';
import { runRules, type RuleMemory } from './rules/run-rules.js';
import { setRules } from './rules/set-registry.js';
import { joinShapes, shapeFile, type FileShape } from './shape/shape-project.js';
import type { SourceFile } from './source/source-file.js';
import { readYaml } from './yaml/read-yaml.js';

/** What a check found out, for the next one of the same project: see `parseAgain`. */
export interface ProjectMemory {
  readonly files: ReadonlyMap<string, ReadFile>;
  readonly types: TypeMemory;
  /** What was known when somebody last asked, and the metrics that may mean something else since then. */
  readonly meanings: { readonly known: MeaningMemory; readonly since: ReadonlySet<string> } | null;
  readonly rules: RuleMemory;
}

export interface ParsedProject extends Outcome<Graph> {
  readonly memory: ProjectMemory;
}

interface ReadFile {
  readonly file: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
  readonly shape: FileShape;
}

/**
 * Parses and checks a project: its `kpi.project.yaml` and every `*.kpi.yaml`, in any order. Never throws for what the
 * files say. The graph is there even with errors: what is wrong has the type `unknown` in it.
 */
export function parseProject(files: readonly SourceFile[]): Outcome<Graph> {
  const { value, diagnostics } = parseAgain(files, null);
  return { value, diagnostics };
}

/** The same after an edit: what the check before found out about what has not changed is not found out again. */
export function parseAgain(given: readonly SourceFile[], before: ProjectMemory | null): ParsedProject {
  // Nothing depends on the order in which files are given.
  const files = given.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const diagnostics: Diagnostic[] = [];
  const take = <T>(outcome: Outcome<T>): T => {
    for (const diagnostic of outcome.diagnostics) diagnostics.push(diagnostic);
    return outcome.value;
  };

  // 1. Read: each text to a tree with places; YAML's traps end here. 2. Shape: trees to definitions; nothing in a file is ignored.
  const read = files.map((file) => readFile(file, before?.files.get(file.path)));
  for (const one of read) for (const diagnostic of one.diagnostics) diagnostics.push(diagnostic);
  const definitions = take(joinShapes(read.map(({ shape }) => shape)));
  // 3. Names: one namespace for the whole project.
  const symbols = take(collectSymbols(definitions));
  // 4. Types, units and joins. Formulas are parsed where they are first needed, in the order of their needs.
  const typed = typeProject(files, definitions, symbols, before?.types);
  const graph = take(typed);
  // 5. Rules: what can only be said of the whole.
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const { unsettled } = typed;
  const meant = before?.meanings ?? null;
  const since = meant === null ? unsettled : new Set([...meant.since, ...unsettled]);
  if (meant !== null) recallMeanings(graph, meant.known, since);
  const running = { unsettled, before: before?.rules ?? new Map(), report };
  const ofEach = runRules(rules, graph, running);
  const isSound = !diagnostics.some(({ severity }) => severity === 'error');
  const ofAll = isSound ? runRules(setRules, graph, running) : new Map();
  const known = meaningMemory(graph);
  // 6. What is not said: what a definition ignores with a reason, and what nobody asked for.
  const said = applyAllIgnores(diagnostics, graph, 'definitions').filter(({ code }) => !isOff(code, graph));

  return {
    value: graph,
    diagnostics: sortDiagnostics(said),
    memory: {
      files: new Map(read.map((one) => [one.file.path, one])),
      types: typed.memory,
      meanings: known !== null ? { known, since: new Set() } : meant === null ? null : { known: meant.known, since },
      rules: new Map([...ofEach, ...ofAll]),
    },
  };
}

function readFile(file: SourceFile, before: ReadFile | undefined): ReadFile {
  if (before !== undefined && before.file.text === file.text) return before;
  const { value: root, diagnostics } = readYaml(file);
  return { file, diagnostics, shape: shapeFile({ file, root, diagnostics }) };
}

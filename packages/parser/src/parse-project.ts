// Texts to the typed dependency graph: the stages of the parser, in order.
import type { Diagnostic, Outcome } from './diagnostic/diagnostic.js';
import { isOff } from './diagnostic/is-off.js';
import { sortDiagnostics } from './diagnostic/sort-diagnostics.js';
import type { Graph } from './graph/graph.js';
import { meaningMemory, recallMeanings, type MeaningMemory } from './graph/meanings.js';
import type { TypeMemory } from './graph/type-memory.js';
import { typeProject } from './graph/type-project.js';
import { checkLibrary } from './libraries/check-library.js';
import { checkUse } from './libraries/check-use.js';
import { folderNamedStd } from './libraries/errors.js';
import { isStandard, splitFiles } from './libraries/library-files.js';
import type { Library } from './libraries/library.js';
import { libraryOf } from './libraries/library-of.js';
import { ownLibrary } from './libraries/own-library.js';
import { sayInstances } from './libraries/say-instances.js';
import { useLibraries, type CheckedLibrary, type LibraryMemory } from './libraries/use-libraries.js';
import { collectSymbols } from './names/symbols.js';
import { readFile, type ReadFile } from './read-file.js';
import { applyAllIgnores } from './rules/apply-ignores.js';
import { rules } from './rules/registry.js';
import { runRules, type RuleMemory } from './rules/run-rules.js';
import { setRules } from './rules/set-registry.js';
import { joinShapes } from './shape/shape-project.js';
import type { SourceFile } from './source/source-file.js';

/** What a check found out, for the next one of the same project: see `parseAgain`. */
export interface ProjectMemory {
  readonly files: ReadonlyMap<string, ReadFile>;
  readonly types: TypeMemory;
  readonly meanings: WhenAsked<MeaningMemory>;
  readonly rules: RuleMemory;
  readonly setRules: WhenAsked<RuleMemory>;
  readonly libraries: LibraryMemory<ParsedProject>;
}

/** What was known when somebody last asked, and the metrics that may mean something else since then. */
type WhenAsked<T> = { readonly known: T; readonly since: ReadonlySet<string> } | null;

export interface ParsedProject extends Outcome<Graph> {
  readonly memory: ProjectMemory;
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
export function parseAgain(files: readonly SourceFile[], before: ProjectMemory | null): ParsedProject {
  return check(files, before, '').project;
}

interface CheckedFiles {
  readonly project: ParsedProject;
  /** Null where the files are those of a project. */
  readonly library: Library | null;
}

/** `root` is the folder of the project or library, as the paths of its files begin. */
function check(given: readonly SourceFile[], before: ProjectMemory | null, root: string): CheckedFiles {
  // Nothing depends on the order in which files are given.
  const all = given.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const diagnostics: Diagnostic[] = [];
  const take = <T>(outcome: Outcome<T>): T => {
    for (const diagnostic of outcome.diagnostics) diagnostics.push(diagnostic);
    return outcome.value;
  };

  // 1. Read: each text to a tree with places; YAML's traps end here. 2. Shape: trees to definitions; nothing in a file is ignored.
  const { own, libraries } = splitFiles(all, root);
  const read = own.map((file) => readFile(file, before?.files.get(file.path)));
  for (const one of read) for (const diagnostic of one.diagnostics) diagnostics.push(diagnostic);
  const written = take(joinShapes(read.map(({ shape }) => shape)));
  const strange = root === '' ? own.find(({ path }) => isStandard(path)) : undefined;
  if (strange !== undefined) diagnostics.push(folderNamedStd(strange.path));
  // Libraries are checked as projects of their own; what is made of them stands beside what is written.
  const used = take(
    useLibraries(written, { files: libraries, before: before?.libraries ?? null, check: checkedLibrary }),
  );
  const definitions =
    used.instances.length === 0
      ? written
      : {
          ...written,
          metrics: [...written.metrics, ...used.instances.flatMap(({ metrics }) => metrics)],
          parameters: [...written.parameters, ...used.instances.flatMap(({ parameters }) => parameters)],
        };
  const files = used.files.length === 0 ? own : [...own, ...used.files];
  // 3. Names: one namespace for the whole project.
  const symbols = take(collectSymbols(definitions));
  // 4. Types, units and joins. Formulas are parsed where they are first needed, in the order of their needs.
  const typed = typeProject(files, definitions, symbols, before?.types, used.uses);
  const untitled = take(typed);
  const library = definitions.library === null ? null : libraryOf(root, definitions.library, untitled, diagnostics);
  const graph = library === null ? untitled : { ...untitled, library: ownLibrary(library) };
  if (library !== null) diagnostics.push(...checkLibrary(library, definitions));
  const silent = new Set<string>();
  for (const instance of used.instances) {
    const unfit = checkUse(instance, graph);
    if (unfit.length + instance.library.errors.length > 0) silent.add(instance.def.name.text);
    diagnostics.push(...unfit);
  }
  const wrong = [...used.memory.libraries.values()].flatMap(({ errors }) => errors);
  // 5. Rules: what can only be said of the whole.
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const { unsettled } = typed;
  const meant = sinceThen(before?.meanings, unsettled);
  if (meant !== null) recallMeanings(graph, meant.known, meant.since);
  const running = { unsettled, before: before?.rules ?? new Map(), report };
  const ofEach = runRules(rules, graph, running);
  const isSound = wrong.length === 0 && !diagnostics.some(({ severity }) => severity === 'error');
  const asked = sinceThen(before?.setRules, unsettled);
  const askedWith = { unsettled: asked?.since ?? unsettled, before: asked?.known ?? new Map(), report };
  const ofAll = isSound ? runRules(setRules, graph, askedWith) : null;
  const known = meaningMemory(graph);
  // 6. What is not said: what a definition ignores with a reason, and what nobody asked for. What is wrong with a library itself, or
  // with what stands for its inputs, explains what is wrong with what is made of it.
  const folders = [...used.memory.libraries.keys()];
  const heard = [...sayInstances(diagnostics, graph, folders, silent), ...wrong];
  const said = applyAllIgnores(heard, graph, 'definitions').filter(({ code }) => !isOff(code, graph));

  const project: ParsedProject = {
    value: graph,
    diagnostics: sortDiagnostics(said),
    memory: {
      files: new Map(read.map((one) => [one.file.path, one])),
      types: typed.memory,
      meanings: known === null ? meant : { known, since: new Set() },
      rules: ofEach,
      setRules: ofAll === null ? asked : { known: ofAll, since: new Set() },
      libraries: used.memory,
    },
  };
  return { project, library: library === null ? null : { ...library, graph, errors: errorsIn(said) } };
}

function checkedLibrary(
  folder: string,
  files: readonly SourceFile[],
  before: ParsedProject | null,
): CheckedLibrary<ParsedProject> {
  const { project, library } = check(files, before?.memory ?? null, folder);
  return { files, memory: project, library, errors: errorsIn(project.diagnostics) };
}

function sinceThen<T>(before: WhenAsked<T> | undefined, unsettled: ReadonlySet<string>): WhenAsked<T> {
  if (before === undefined || before === null) return null;
  const { known, since } = before;
  return { known, since: since.size === 0 ? unsettled : new Set([...since, ...unsettled]) };
}

function errorsIn(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

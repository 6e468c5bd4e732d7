// The shape stage: located trees in, definitions out.
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { SourceFile } from '../source/source-file.js';
import type { MapNode, ScalarNode } from '../yaml/tree.js';
import type { BrokenPart, Definitions, LibraryDef, ProjectDef } from './definitions.js';
import { secondProjectFile } from './errors.js';
import { definitionFile, libraryFile, projectFile, type Sections } from './files.js';
import { homesOf } from './homes.js';
import { defaultProject } from './project.js';

export interface ReadFile {
  readonly file: SourceFile;
  /** Null for a file without content. */
  readonly root: MapNode | null;
  /** What the YAML stage had to say: where it could not read on, nothing is said to be missing. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** What one file says, whatever the others say. */
export interface FileShape {
  readonly file: SourceFile;
  /** Null in files that are none of a project, and where it could not be read. */
  readonly project: ProjectDef | null;
  /** Null in files that are no head of a library. */
  readonly library: LibraryDef | null;
  /** Null for a file without content. */
  readonly sections: Sections | null;
  readonly broken: readonly BrokenPart[];
  readonly diagnostics: readonly Diagnostic[];
}

export function shapeFile({ file, root, diagnostics: found = [] }: ReadFile): FileShape {
  const diagnostics: Diagnostic[] = [];
  const broken: BrokenPart[] = [];
  const reading = { file, diagnostics, broken, damage: found.map(({ span }) => span.start), homesOf };
  const shape = { file, project: null, library: null, sections: null, broken, diagnostics };
  if (root === null) return shape;
  if (!isProjectFile(file.path)) return { ...shape, sections: definitionFile.read(root, top(file), reading) };
  const read = (isLibraryFile(file.path) ? libraryFile : projectFile).read(root, top(file), reading);
  return read === null ? shape : { ...shape, ...read };
}

/** Sections as every kind of file may hold them, from a root that holds nothing else. */
export function shapeSections(
  file: SourceFile,
  root: MapNode,
  found: readonly Diagnostic[],
): Pick<FileShape, 'sections' | 'broken' | 'diagnostics'> {
  const diagnostics: Diagnostic[] = [];
  const broken: BrokenPart[] = [];
  const damage = found.map(({ span }) => span.start);
  const sections = definitionFile.read(root, top(file), { file, diagnostics, broken, damage, homesOf });
  return { sections, broken, diagnostics };
}

/** Files in any order; the definitions come file by file, sorted by path. A project without a project file has defaults. */
export function shapeProject(files: readonly ReadFile[]): Outcome<Definitions> {
  return joinShapes(files.map(shapeFile));
}

export function joinShapes(shapes: readonly FileShape[]): Outcome<Definitions> {
  const diagnostics: Diagnostic[] = [];
  const broken: BrokenPart[] = [];
  const parts: Sections[] = [];
  let project: ProjectDef | null = null;
  let library: LibraryDef | null = null;
  let first: SourceFile | null = null;
  for (const shape of shapes.toSorted((a, b) => comparePaths(a.file.path, b.file.path))) {
    if (isProjectFile(shape.file.path)) {
      if (first !== null) {
        diagnostics.push(secondProjectFile(shape.file, first));
        continue;
      }
      first = shape.file;
      project = shape.project;
      library = shape.library;
    }
    for (const diagnostic of shape.diagnostics) diagnostics.push(diagnostic);
    for (const part of shape.broken) broken.push(part);
    if (shape.sections !== null) parts.push(shape.sections);
  }
  return { value: { project: project ?? defaultProject, library, ...joined(parts), broken }, diagnostics };
}

/** The file at the root: of a project, or of a library, which is complete like one. */
export function isProjectFile(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1) === 'kpi.project.yaml' || isLibraryFile(path);
}

export function isLibraryFile(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1) === 'kpi.library.yaml';
}

/** Project files first, the one nearest to the root before others: it is the one that counts. Then by code unit. */
function comparePaths(a: string, b: string): number {
  const project = Number(isProjectFile(b)) - Number(isProjectFile(a));
  if (project !== 0) return project;
  const depth = isProjectFile(a) ? a.split('/').length - b.split('/').length : 0;
  return depth !== 0 ? depth : a < b ? -1 : a > b ? 1 : 0;
}

function joined(parts: readonly Sections[]): Omit<Definitions, 'project' | 'library' | 'broken'> {
  return {
    datasets: inTurn(parts.map((part) => part.datasets)),
    dimensions: inTurn(parts.map((part) => part.dimensions)),
    metrics: inTurn(parts.map((part) => part.metrics)),
    parameters: inTurn(parts.map((part) => part.parameters)),
    owners: inTurn(parts.map((part) => part.owners)),
    goals: inTurn(parts.map((part) => part.goals)),
    kpis: inTurn(parts.map((part) => part.kpis)),
    incentives: inTurn(parts.map((part) => part.incentives)),
    tests: inTurn(parts.map((part) => part.tests)),
    questions: inTurn(parts.map((part) => part.questions)),
    uses: inTurn(parts.map((part) => part.uses)),
  };
}

/** A list is made only where there are several to join. */
function inTurn<T>(lists: readonly (readonly T[] | null)[]): readonly T[] {
  const [first = [], ...more] = lists.flatMap((list) => (list === null || list.length === 0 ? [] : [list]));
  return more.length === 0 ? first : first.concat(...more);
}

/** The whole file stands under no key. */
function top(file: SourceFile): ScalarNode {
  return { kind: 'scalar', style: 'plain', text: '', span: { file: file.path, start: 0, end: 0 }, map: null };
}

// What the server may know of the world: files, a clock, timers. The command line fills it in, tests fake it.

export interface SourceFile {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface LibraryFile extends SourceFile {
  /** Where it is: a library may lie anywhere. */
  readonly place: string;
}

/** All paths are absolute, with `/`. A library is a project of its own, and has a root of its own. */
export interface Disk {
  /** The root of the project that holds a file; null where none does. */
  readonly projectAbove: (file: string) => string | null;
  /** The roots of all projects in a folder, and of the one that the folder lies in. */
  readonly projectsIn: (folder: string) => readonly string[];
  /** The definitions of a project, without those of projects inside it. */
  readonly readProject: (root: string) => readonly SourceFile[];
  /** Those of the libraries that a project with these definitions uses, and the heads of those that it could. */
  readonly readLibraries: (root: string, own: readonly SourceFile[]) => readonly LibraryFile[];
  /** Null where there is no such file. */
  readonly readFile: (path: string) => string | null;
}

export interface ServerHost {
  readonly disk: Disk;
  /** Null for what is no file, such as a text that was never saved. */
  readonly pathOf: (uri: string) => string | null;
  readonly uriOf: (path: string) => string;
  /** A page about a diagnostic code. */
  readonly pageOf: (code: string) => string | null;
  /** As `2026-01-31`. */
  readonly today: () => string;
  /** Does something after a while; the result calls it off. */
  readonly later: (work: () => void, milliseconds: number) => () => void;
  readonly version: string;
}

// Reads a project's files as texts, and those of the libraries that it uses.
import { folderNamedStd, isStandard, type Diagnostic, type SourceFile } from '@sextant/parser';
import { readFiles, unreadable } from './read-files.js';
import { folderBelow, readLibraries } from './read-libraries.js';
import { walkProject } from './walk-project.js';

export interface ReadProject {
  /** Absolute. */
  readonly root: string;
  /** The project's own files, and behind them those of libraries. */
  readonly files: readonly SourceFile[];
  /** The paths of files that are a library's: they are read, and never written. */
  readonly libraryFiles: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
  /** Files whose names look like definitions and that are not read. */
  readonly ignored: readonly string[];
  /** All other YAML files. */
  readonly otherYaml: readonly string[];
}

export function readProject(root: string): ReadProject {
  const folder = walkProject(root);
  const own = readFiles(root, folder.files);
  const libraries = readLibraries(root, own.files, folder.nested);
  return {
    root,
    files: [...own.files, ...libraries.files],
    libraryFiles: new Set(libraries.files.map(({ path }) => path)),
    diagnostics: [
      ...folder.unreadable.map(({ path, code }) => unreadable(path, code)),
      ...own.diagnostics,
      ...libraries.diagnostics,
      // A library of the project's own would stand behind one of the standard library.
      ...folder.nested
        .map((place) => folderBelow(root, place))
        .filter(isStandard)
        .map((path) => folderNamedStd(path)),
    ],
    ignored: folder.ignored,
    otherYaml: folder.otherYaml,
  };
}

/** All that a check of the project depends on. */
export function projectTexts({ root, files, diagnostics, ignored, otherYaml }: ReadProject): readonly string[] {
  const others = [...diagnostics.map(({ message }) => message), ...ignored, ...otherYaml];
  return [root, ...files.flatMap(({ path, text }) => [path, text]), ...others];
}

// The shape of a file as its name says which kind it is.
import { definitionFile, libraryFile, projectFile } from './files.js';
import type { Shape } from './shape.js';
import { isLibraryFile, isProjectFile } from './shape-project.js';

export function rootShape(path: string): Shape {
  if (isLibraryFile(path)) return libraryFile.shape;
  return isProjectFile(path) ? projectFile.shape : definitionFile.shape;
}

// The command's parts as a library: read a project's folder, check it, ask it.
export { ask, evaluate, openSession, type Question, type Result, type Session } from '@sextant/engine';
export { parseProject, type Diagnostic, type Graph, type SourceFile } from '@sextant/parser';
export { readProject, type ReadProject } from './project/read-project.js';

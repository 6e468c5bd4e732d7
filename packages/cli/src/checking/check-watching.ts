// `kpi check --watch`: checks again whenever the texts have changed.
import { sayProblem } from '../command-line/say-problem.js';
import type { ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import { selectProjects } from '../project/find-projects.js';
import type { ProjectMemories } from '../project/check-project.js';
import { projectTexts, readProject, type ReadProject } from '../project/read-project.js';
import { checkOnce } from './check-once.js';
import type { CheckSettings } from './read-check-options.js';
import { watching } from './watching.js';

export async function checkWatching(paths: readonly string[], settings: CheckSettings, host: Host): Promise<ExitCode> {
  const first = selectProjects(paths, host.cwd);
  // Where nothing is, there is nothing to watch; what goes later may come back.
  if (first.kind === 'problem') return sayProblem(host, first.message, first.help);
  const roots = first.projects.map(({ root }) => root);
  const read = (): readonly ReadProject[] => {
    const selected = selectProjects(paths, host.cwd);
    return selected.kind === 'problem' ? [] : selected.projects.map(({ root }) => readProject(root));
  };
  const memories: ProjectMemories = new Map();
  return watching(roots, host, {
    state: () => read().flatMap(projectTexts),
    run: () => checkOnce(paths, settings, host, memories),
    files: () => read().reduce((sum, { files }) => sum + files.length, 0),
  });
}

// The folder that paths in reports for services start in.
import { relative, isAbsolute } from 'node:path';
import type { Host } from '../host.js';

/** Where GitHub and GitLab have checked the repository out, if the work is done inside; else where the person stands. */
export function repositoryFolder({ env, cwd }: Pick<Host, 'env' | 'cwd'>): string {
  const folders = [env['GITHUB_WORKSPACE'], env['CI_PROJECT_DIR']];
  return folders.find((folder) => folder !== undefined && isAbsolute(folder) && holds(folder, cwd)) ?? cwd;
}

function holds(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside === '' || (!/^\.\.(?:[\\/]|$)/.test(inside) && !isAbsolute(inside));
}

// Of the findings of a project those that a change may have brought: in files that have changed, and all errors.
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedScope } from './check-scopes.js';

/**
 * Also findings that speak of a changed file, as the other of two definitions with one name. An error anywhere leaves the
 * whole project without numbers, and a change here may have caused one there: errors always stay.
 */
export function keepChanged(scope: CheckedScope, changed: ReadonlySet<string>): CheckedScope {
  const { root } = scope.project;
  const real = new Map(scope.project.files.map(({ path }) => [path, realOf(join(root, path))]));
  const hasChanged = (path: string): boolean => {
    const absolute = real.get(path);
    return absolute !== undefined && changed.has(absolute);
  };
  const shown = scope.shown.filter(
    ({ severity, span, related }) =>
      severity === 'error' || hasChanged(span.file) || related.some((other) => hasChanged(other.span.file)),
  );
  return { ...scope, shown };
}

/** git names files by their real folders. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

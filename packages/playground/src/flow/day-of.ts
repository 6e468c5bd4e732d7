// What every number depends on.
import type { AppState } from '../state/app-state.js';

/** The project with its data on a day: what every number depends on. Keys of answers begin with it. */
export function dayOf({ project, revision, dataRevision, asOf }: AppState): readonly unknown[] {
  return [project.id, revision, dataRevision, asOf];
}

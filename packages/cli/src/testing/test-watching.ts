// `kpi test --watch`: runs the tests again whenever a text has changed, until it is interrupted.
import { watching } from '../checking/watching.js';
import type { ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import { projectTexts, readProject } from '../project/read-project.js';
import { testOnce, type TestSettings } from './test-once.js';

export function testWatching(root: string, settings: TestSettings, host: Host): Promise<ExitCode> {
  return watching([root], host, {
    state: () => projectTexts(readProject(root)),
    run: () => testOnce(root, settings, host),
    files: () => readProject(root).files.length,
  });
}

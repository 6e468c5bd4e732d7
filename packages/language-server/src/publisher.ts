// What was said about which file: only what has changed is said again.
import { service, type LspDiagnostic } from '@sextant/language-service';
import type { Project } from './projects.js';

export type Send = (uri: string, diagnostics: readonly LspDiagnostic[]) => void;

/** The result sends what is new about the projects as they are. */
export function publisher(send: Send): (projects: readonly Project[]) => void {
  let published = new Map<string, string>();
  return (projects) => {
    const now = new Map<string, string>();
    for (const { workspace, libraries } of projects) {
      for (const [path, list] of service.diagnostics(workspace, null)) {
        // A library is a project of its own, which says what is wrong with it.
        if (libraries.has(path)) continue;
        const uri = workspace.host.uriOf(path);
        const text = JSON.stringify(list);
        now.set(uri, text);
        if ((published.get(uri) ?? NOTHING) !== text) send(uri, list);
      }
    }
    // A file that is gone has nothing wrong with it.
    for (const [uri, text] of published) if (!now.has(uri) && text !== NOTHING) send(uri, []);
    published = now;
  };
}

const NOTHING = '[]';

// A world for a server in the test's own process: files in memory, and time that passes when the test says so.
import { normalize } from 'node:path/posix';
import { librariesUsed } from '@sextant/language-service';
import type { ServerHost } from '@sextant/language-server';

export interface FakeHost extends ServerHost {
  /** By absolute path; a test may write into it. */
  readonly files: Map<string, string>;
}

const HEAD = /\/kpi\.(?:project|library)\.yaml$/;

export function fakeHost(texts: Readonly<Record<string, string>>, more: Partial<ServerHost> = {}): FakeHost {
  const files = new Map(Object.entries(texts));
  const roots = (): readonly string[] =>
    [...files.keys()].filter((path) => HEAD.test(path)).map((path) => path.replace(HEAD, ''));
  const projectAbove = (file: string): string | null =>
    roots()
      .filter((root) => file.startsWith(`${root}/`))
      .toSorted((a, b) => b.length - a.length)[0] ?? null;
  return {
    files,
    disk: {
      projectAbove,
      projectsIn: (folder) => roots().filter((root) => `${root}/`.startsWith(`${folder}/`)),
      readProject: (root) =>
        [...files]
          .filter(([path]) => projectAbove(path) === root)
          .map(([path, text]) => ({ path: path.slice(root.length + 1), text })),
      readLibraries: (root, own) =>
        librariesUsed(own).flatMap((folder) => {
          const place = normalize(`${root}/${folder}`);
          return [...files]
            .filter(([path]) => projectAbove(path) === place && files.has(`${place}/kpi.library.yaml`))
            .map(([path, text]) => ({ path: `${folder}${path.slice(place.length)}`, text, place: path }));
        }),
      readFile: (path) => files.get(path) ?? null,
    },
    pathOf: (uri) => (uri.startsWith('file://') ? decodeURIComponent(uri.slice(7)) : null),
    uriOf: (path) => `file://${path}`,
    pageOf: (code) => `https://example.org/${code}`,
    today: () => '2026-06-17',
    later: (work, milliseconds) => {
      const timer = setTimeout(work, Math.min(milliseconds, 5));
      return () => clearTimeout(timer);
    },
    version: '0.1.0',
    ...more,
  };
}

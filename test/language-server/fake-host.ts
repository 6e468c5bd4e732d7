// A world for a server in the test's own process: files in memory, and time that passes when the test says so.
import type { ServerHost } from '@sextant/language-server';

export interface FakeHost extends ServerHost {
  /** By absolute path; a test may write into it. */
  readonly files: Map<string, string>;
}

const PROJECT_FILE = 'kpi.project.yaml';

export function fakeHost(texts: Readonly<Record<string, string>>, more: Partial<ServerHost> = {}): FakeHost {
  const files = new Map(Object.entries(texts));
  const roots = (): readonly string[] =>
    [...files.keys()].filter((path) => path.endsWith(`/${PROJECT_FILE}`)).map((path) => path.slice(0, -17));
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

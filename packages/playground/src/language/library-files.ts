// The files of libraries that a project uses: those that came with it, and those of the standard library, fetched when they are named.
import { librariesUsed, type SourceFile } from '@sextant/parser';

/** Where somebody is about to name a library, the heads of all are there, so that they can be proposed. */
const USES = /^["']?use["']?[ \t]*:/m;

const NONE: readonly SourceFile[] = [];

export interface LibraryFiles {
  /** The same list as long as it is of the same files. */
  readonly of: (own: readonly SourceFile[], given: readonly SourceFile[]) => Promise<readonly SourceFile[]>;
}

export function makeLibraryFiles(): LibraryFiles {
  let last: { readonly key: string; readonly files: readonly SourceFile[] } | null = null;
  return {
    of: async (own, given) => {
      if (!own.some(({ text }) => USES.test(text))) return NONE;
      const { heads, libraries } = await import('virtual:libraries');
      const used = librariesUsed(own).filter((folder) => folder in libraries);
      const there = new Set([...own, ...given].map(({ path }) => path));
      const key = JSON.stringify([used, [...given].map(({ path, text }) => [path, text])]);
      if (last?.key === key) return last.files;
      const fetched = await Promise.all([heads, ...used.map((folder) => libraries[folder])].map(filesFrom));
      const standard = new Map(fetched.flat().map((file) => [file.path, file]));
      const files = [...given, ...[...standard.values()].filter(({ path }) => !there.has(path))];
      last = { key, files };
      return files;
    },
  };
}

/** What cannot be fetched is not there; the check says so at its name. */
async function filesFrom(
  load: (() => Promise<{ readonly files: readonly SourceFile[] }>) | undefined,
): Promise<readonly SourceFile[]> {
  try {
    return (await load?.())?.files ?? [];
  } catch {
    return [];
  }
}

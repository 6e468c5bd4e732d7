// The libraries that a project says it uses, for who has to fetch their files before it can be checked.
import { shapeFile } from '../shape/shape-project.js';
import type { SourceFile } from '../source/source-file.js';
import { readYaml } from '../yaml/read-yaml.js';
import { folderFrom, splitFiles } from './library-files.js';

/** Only such a file can use one: most files are not read for it. */
const USES = /^["']?use["']?[ \t]*:|^\{/m;

/** Folders as files are named by: `std/marketing`, `libs/shop`, `../shared`. */
export function librariesUsed(files: readonly SourceFile[]): readonly string[] {
  const folders = new Set<string>();
  for (const file of splitFiles(files, '').own) {
    if (!USES.test(file.text)) continue;
    const { value: root, diagnostics } = readYaml(file);
    for (const { from } of shapeFile({ file, root, diagnostics }).sections?.uses ?? [])
      if (from !== null) folders.add(folderFrom(from.text));
  }
  return [...folders].sort();
}

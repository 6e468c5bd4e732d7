// Pages of docs/ as data: their sections, and the fenced blocks in them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface Block {
  /** What stands behind the fence: `yaml`, `csv file: data/orders.csv`. */
  readonly info: string;
  readonly text: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
}

export interface Section {
  /** Empty before the first `##`. */
  readonly title: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface Page {
  readonly path: string;
  readonly title: string;
  readonly sections: readonly Section[];
}

export function readPage(path: string): Page {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  const sections: { title: string; text: string; blocks: Block[] }[] = [{ title: '', text: '', blocks: [] }];
  let title = '';
  let open: { info: string; fence: string; lines: string[]; line: number } | null = null;
  for (const [i, line] of lines.entries()) {
    const section = sections.at(-1);
    if (section === undefined) continue;
    if (open !== null) {
      if (line === open.fence) {
        section.blocks.push({ info: open.info, text: `${open.lines.join('\n')}\n`, line: open.line });
        open = null;
      } else open.lines.push(line);
      continue;
    }
    const fence = /^(`{3,})(.*)$/.exec(line);
    if (fence !== null) open = { info: (fence[2] ?? '').trim(), fence: fence[1] ?? '', lines: [], line: i + 1 };
    else if (line.startsWith('# ')) title = line.slice(2);
    else if (line.startsWith('## ')) sections.push({ title: line.slice(3).trim(), text: '', blocks: [] });
    else section.text += `${line}\n`;
  }
  if (open !== null) throw new Error(`${path}:${open.line}: a block that does not end`);
  return { path, title, sections };
}

export interface File {
  readonly path: string;
  readonly text: string;
}

const PROJECT: File = { path: 'kpi.project.yaml', text: 'project: example\n' };

/** The files of a yaml block: cut at lines `# file: name`; one file without a name; a project file where there is none. */
export function filesOf(text: string): readonly File[] {
  const files: { path: string; text: string }[] = [];
  for (const line of text.split('\n')) {
    const name = /^# file: (\S+)$/.exec(line)?.[1];
    if (name !== undefined) files.push({ path: name, text: '' });
    else {
      if (files.length === 0) files.push({ path: 'x.kpi.yaml', text: '' });
      const last = files.at(-1);
      if (last !== undefined) last.text += `${line}\n`;
    }
  }
  const cut = files.map(({ path, text: body }) => ({ path, text: body.replace(/\n\n$/, '\n') }));
  return cut.some(({ path }) => path.endsWith('kpi.project.yaml') || path === 'kpi.library.yaml')
    ? cut
    : [PROJECT, ...cut];
}

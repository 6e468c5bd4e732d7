// Edits of a generated project, one line each, there and back: what somebody at an editor does to it.
import type { NamedText } from './sextant-text.js';

export type EditKind = 'leaf' | 'hub' | 'rename' | 'broken';

export interface EditScript {
  readonly path: string;
  /** 0-based. */
  readonly line: number;
  /** The texts that the line takes in turn; the first is another one than it has. */
  readonly texts: readonly string[];
}

/** The metrics in files of so many definitions each. */
export function splitMetrics(files: readonly NamedText[], perFile: number): readonly NamedText[] {
  const metrics = files.find(({ path }) => path === 'metrics.kpi.yaml');
  if (metrics === undefined) return files;
  const blocks = metrics.text.replace(/^metrics:\n/, '').split(/(?=^ {2}\S)/m);
  const parts: NamedText[] = [];
  for (let i = 0; i < blocks.length; i += perFile) {
    const number = String(i / perFile + 1).padStart(3, '0');
    parts.push({ path: `metrics-${number}.kpi.yaml`, text: `metrics:\n${blocks.slice(i, i + perFile).join('')}` });
  }
  return [...files.filter((file) => file !== metrics), ...parts];
}

/**
 * Of a leaf an amount changes, of a hub (in a project of that shape) the aggregate that half of the project stands on; a name that others
 * use; a quote that is left open and closed.
 */
export function editScript(files: readonly NamedText[], kind: EditKind): EditScript {
  const at = (pattern: RegExp, texts: (line: string) => readonly string[]): EditScript => {
    for (const { path, text } of files) {
      const lines = path.startsWith('metrics') ? text.split('\n') : [];
      const line = lines.findIndex((one) => pattern.test(one));
      if (line !== -1) return { path, line, texts: texts(lines[line] ?? '') };
    }
    throw new Error(`no line for the edit ${kind}`);
  };
  switch (kind) {
    case 'leaf':
      // Each as long as none of the others: everything below moves.
      return at(/formula: count\(.* > \d+\.\d\d EUR/, (line) =>
        ['1', '20', '300'].map((amount) => line.replace(/> \d+\.\d\d EUR/, `> ${amount}.00 EUR`)),
      );
    case 'hub':
      return at(/formula: sum\(orders\.gross\)$/, (line) => [line.replace(')', " where status = 'complete')"), line]);
    case 'rename':
      return at(/^ {2}orders_sum_\d+:$/, (line) => [line.replace(':', '_now:'), line]);
    case 'broken':
      return at(/formula: sum\(/, (line) => [line.replace('formula: ', 'formula: "'), line]);
  }
}

// The same files read from a disk by the database, and from memory: what each says, and the rows of each.
import type { Diagnostic, Graph } from '@sextant/parser';
import { readRows } from '../../../packages/engine/src/execute/load-rows.js';
import { cellText } from '../../../packages/engine/src/memory/cell-text.js';
import { checkRows } from '../../../packages/engine/src/memory/check-rows.js';
import { filesByDataset } from '../../../packages/engine/src/memory/files-of.js';
import { readFiles } from '../../../packages/engine/src/memory/read-files.js';
import type { Row } from '../../../packages/engine/src/reference/rows.js';
import { prepare, type Files } from '../execute/project.js';

export interface Read {
  readonly diagnostics: readonly Diagnostic[];
  /** By dataset; kinds with the texts, so that `1` and 1 are two things. */
  readonly rows: Readonly<Record<string, readonly (readonly string[])[]>>;
}

export async function readBoth(datasets: string, files: Files): Promise<{ memory: Read; duckdb: Read }> {
  const prepared = await prepare(datasets, files);
  const rows: Record<string, readonly (readonly string[])[]> = {};
  for (const [name, one] of isSound(prepared.diagnostics) ? prepared.data.datasets : []) {
    rows[name] = textsOf(prepared.graph, name, await readRows(prepared.executor, one));
  }
  return {
    memory: await readMemory(prepared.graph, files),
    duckdb: { diagnostics: prepared.diagnostics, rows },
  };
}

async function readMemory(graph: Graph, files: Files): Promise<Read> {
  const given = Object.entries(files).map(([path, content]) => ({
    path,
    name: path,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
  const found = filesByDataset(graph, given);
  const read = await readFiles(graph, found.value);
  const said = [...found.diagnostics, ...read.diagnostics];
  const diagnostics = said.length > 0 ? said : checkRows(graph, read.value);
  const sound = isSound(diagnostics) ? [...read.value] : [];
  const rows = Object.fromEntries(sound.map(([name, own]) => [name, textsOf(graph, name, own)]));
  return { diagnostics, rows };
}

function textsOf(graph: Graph, dataset: string, rows: readonly Row[]): readonly (readonly string[])[] {
  return rows.map((row) =>
    [...row].map(([field, value]) => {
      const type = graph.datasets.get(dataset)?.fields.get(field)?.type.value ?? { kind: 'text' as const };
      return value.kind === 'none' ? `none ${value.reason}` : `${value.kind} ${cellText(value, type)}`;
    }),
  );
}

function isSound(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(({ severity }) => severity !== 'error');
}

// The data of the open project, read once: a dataset is read again when its files or its declaration are others.
import { checkRows, filesByDataset, readFiles, type GivenFile, type Row, type Rows } from '@sextant/engine/browser';
import { applyIgnores, applySeverities, type Diagnostic, type Graph, type Outcome } from '@sextant/parser';
import type { Call } from '../rpc/server.js';
import type { WorkerData } from './methods.js';

export interface DataStore {
  setFiles(files: readonly WorkerData[]): void;
  files(): readonly WorkerData[];
  /** Which files datasets are read from, without reading them. */
  located(graph: Graph, datasets: Iterable<string>): Located;
  /** The value is null where the data breaks a declaration that numbers rest on. */
  load(graph: Graph, datasets: Iterable<string>, call: Call): Promise<Outcome<Rows | null>>;
}

export interface Located {
  readonly found: ReadonlyMap<string, readonly WorkerData[]>;
  /** Datasets without a file. */
  readonly diagnostics: readonly Diagnostic[];
  readonly bytes: number;
  /** Changes when what is read would be something else. */
  readonly keys: ReadonlyMap<string, string>;
}

interface Read {
  readonly key: string;
  readonly rows: readonly Row[];
  readonly diagnostics: readonly Diagnostic[];
}

export function makeDataStore(): DataStore {
  let files: readonly WorkerData[] = [];
  const read = new Map<string, Read>();
  let checked: { readonly key: string; readonly diagnostics: readonly Diagnostic[] } | null = null;

  const located = (graph: Graph, datasets: Iterable<string>): Located => {
    const { value: found, diagnostics } = filesByDataset(graph, files, datasets);
    const all = new Set([...found.values()].flat());
    return {
      found,
      diagnostics,
      bytes: [...all].reduce((sum, { blob }) => sum + blob.size, 0),
      keys: new Map([...found].map(([name, own]) => [name, keyOf(graph, name, own)])),
    };
  };

  async function readOne(graph: Graph, name: string, own: readonly WorkerData[], key: string): Promise<Read> {
    const known = read.get(name);
    if (known?.key === key) return known;
    const { value, diagnostics } = await readFiles(graph, new Map([[name, await bytesOf(own)]]));
    const fresh: Read = { key, rows: value.get(name) ?? [], diagnostics };
    read.set(name, fresh);
    return fresh;
  }

  return {
    setFiles: (now) => {
      files = now;
    },
    files: () => files,
    located,
    load: async (graph, datasets, call) => {
      const { found, diagnostics: missing, keys } = located(graph, datasets);
      const diagnostics: Diagnostic[] = [...missing];
      const rows = new Map<string, readonly Row[]>();
      let done = 0;
      for (const [name, own] of found) {
        if (call.signal.aborted) break;
        call.progress({ doing: `reading ${name}`, share: done / Math.max(1, found.size) });
        const one = await readOne(graph, name, own, keys.get(name) ?? '');
        diagnostics.push(...one.diagnostics);
        rows.set(name, one.rows);
        done += 1;
      }
      call.progress({ doing: 'computing', share: null });
      if (!diagnostics.some(isError)) {
        const key = [...keys.values()].join('\n');
        if (checked?.key !== key) checked = { key, diagnostics: checkRows(graph, rows) };
        diagnostics.push(...checked.diagnostics);
      }
      const said = applySeverities(applyIgnores(diagnostics, graph), graph);
      return { value: said.some(isError) ? null : rows, diagnostics: said };
    },
  };
}

export async function bytesOf(files: readonly WorkerData[]): Promise<readonly GivenFile[]> {
  const given: GivenFile[] = [];
  for (const { path, blob } of files) given.push({ name: path, bytes: new Uint8Array(await blob.arrayBuffer()) });
  return given;
}

/** The declaration of the dataset, the project's zone, and the files. */
function keyOf(graph: Graph, name: string, own: readonly WorkerData[]): string {
  const span = graph.datasets.get(name)?.def.span;
  const file = span === undefined ? undefined : graph.files.find(({ path }) => path === span.file);
  const text = file?.text.slice(span?.start, span?.end) ?? '';
  return JSON.stringify([name, text, graph.project.timezone, own.map(({ path, version }) => [path, version])]);
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

// The data of the open project, read once: a dataset is read again when its files or its declaration are others.
import { checkRows, filesByDataset, readFiles, type GivenFile, type Row, type Rows } from '@sextant/engine/browser';
import { applyIgnores, applySeverities, type Diagnostic, type Graph, type Outcome } from '@sextant/parser';
import type { Call } from '../rpc/server.js';
import type { WorkerData } from './methods.js';

export interface Loaded {
  readonly rows: Rows;
  readonly count: number;
}

export interface DataStore {
  /** Forgets what is not among these any more. */
  setFiles(files: readonly WorkerData[]): void;
  files(): readonly WorkerData[];
  /** The value is null where the data breaks a declaration that numbers rest on. */
  load(graph: Graph, datasets: Iterable<string>, call: Call): Promise<Outcome<Loaded | null>>;
  /** How many bytes of files these datasets are read from. */
  bytes(graph: Graph, datasets: Iterable<string>): number;
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

  async function readOne(graph: Graph, name: string, own: readonly WorkerData[]): Promise<Read> {
    const key = keyOf(graph, name, own);
    const known = read.get(name);
    if (known?.key === key) return known;
    const given: GivenFile[] = [];
    for (const { path, blob } of own) given.push({ name: path, bytes: new Uint8Array(await blob.arrayBuffer()) });
    const { value, diagnostics } = await readFiles(graph, new Map([[name, given]]));
    const fresh: Read = { key, rows: value.get(name) ?? [], diagnostics };
    read.set(name, fresh);
    return fresh;
  }

  return {
    setFiles: (now) => {
      files = now;
    },
    files: () => files,
    bytes: (graph, datasets) => {
      const found = filesByDataset(graph, files, datasets).value;
      const all = new Set([...found.values()].flat());
      return [...all].reduce((sum, { blob }) => sum + blob.size, 0);
    },
    load: async (graph, datasets, call) => {
      const found = filesByDataset(graph, files, datasets);
      const diagnostics: Diagnostic[] = [...found.diagnostics];
      const rows = new Map<string, readonly Row[]>();
      const keys: string[] = [];
      let done = 0;
      for (const [name, own] of found.value) {
        if (call.signal.aborted) break;
        call.progress({ doing: `reading ${name}`, share: done / Math.max(1, found.value.size) });
        const one = await readOne(graph, name, own);
        diagnostics.push(...one.diagnostics);
        keys.push(one.key);
        rows.set(name, one.rows);
        done += 1;
      }
      call.progress({ doing: 'computing', share: null });
      if (!diagnostics.some(isError)) {
        const key = keys.join('\n');
        if (checked?.key !== key) checked = { key, diagnostics: checkRows(graph, rows) };
        diagnostics.push(...checked.diagnostics);
      }
      const said = applySeverities(applyIgnores(diagnostics, graph), graph);
      if (said.some(isError)) return { value: null, diagnostics: said };
      const count = [...rows.values()].reduce((sum, list) => sum + list.length, 0);
      return { value: { rows, count }, diagnostics: said };
    },
  };
}

function keyOf(graph: Graph, name: string, own: readonly WorkerData[]): string {
  const span = graph.datasets.get(name)?.def.span;
  const text = span === undefined ? '' : (graph.files.find(({ path }) => path === span.file)?.text.slice(span.start, span.end) ?? '');
  return JSON.stringify([name, text, graph.project.timezone, own.map(({ path, version }) => [path, version])]);
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

// One request to its answer: the page, the project, its data, or what is to be saved. Whoever does not know the secret of the
// address gets nothing, and neither does another page that found the port.
import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { parseProject, type Graph, type SourceFile } from '@sextant/parser';
import { readProject } from '../project/read-project.js';
import { dataFiles } from './data-files.js';
import { saveChanges, type Change } from './save-changes.js';
import { siteFile } from './site-files.js';

export interface Served {
  /** The folder of the built page. */
  readonly site: string;
  readonly root: string;
  readonly secret: string;
  /** ISO day. */
  readonly asOf: string;
}

export interface Asked {
  readonly method: string;
  /** As it stands in the request, with what follows `?`. */
  readonly url: string;
  /** `127.0.0.1:8042`: what the browser took for the server. */
  readonly host: string;
  readonly origin: string | null;
  readonly type: string;
  readonly body: () => Promise<string | null>;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly content: string | Buffer | Readable;
}

/** `port` is the one that listens. */
export async function answerRequest(served: Served, asked: Asked, port: number): Promise<Answer> {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  // A name that leads here from elsewhere would make another page's requests ours.
  if (!hosts.includes(asked.host)) return plain(403, 'not here');
  if (asked.origin !== null && !hosts.some((host) => asked.origin === `http://${host}`)) return plain(403, 'not here');
  const [path = ''] = asked.url.split('?');
  const prefix = `/${served.secret}/`;
  if (!path.startsWith(prefix)) return plain(404, 'nothing is here');
  const rest = decoded(path.slice(prefix.length));
  if (rest === null) return plain(404, 'nothing is here');
  if (asked.method === 'POST') return rest === 'api/save' ? save(served, asked) : plain(405, 'this cannot be posted');
  if (asked.method !== 'GET') return plain(405, 'this is only read');
  if (rest === 'api/project') return project(served);
  if (rest.startsWith('api/data/')) return data(served, rest.slice('api/data/'.length));
  const file = siteFile(served.site, rest);
  return file === null ? plain(404, 'nothing is here') : { status: 200, ...file };
}

function project(served: Served): Answer {
  const { root, asOf } = served;
  const { files, libraryFiles } = readProject(root);
  return json(200, {
    name: basename(root),
    files: files.filter(({ path }) => !libraryFiles.has(path)),
    libraries: files.filter(({ path }) => libraryFiles.has(path)),
    data: dataFiles(graphOf(served, files), root),
    asOf,
  });
}

interface Known {
  readonly files: readonly SourceFile[];
  readonly graph: Graph;
}

const known = new WeakMap<Served, Known>();

/** A page asks for one file of data after the other: what they are files of is checked once. */
function graphOf(served: Served, files: readonly SourceFile[]): Graph {
  const before = known.get(served);
  const isSame = ({ path, text }: SourceFile, i: number): boolean =>
    before?.files[i]?.path === path && before.files[i].text === text;
  if (before?.files.length === files.length && files.every(isSame)) return before.graph;
  const graph = parseProject(files).value;
  known.set(served, { files, graph });
  return graph;
}

function data(served: Served, path: string): Answer {
  const { root } = served;
  const graph = graphOf(served, readProject(root).files);
  if (!dataFiles(graph, root).some((file) => file.path === path)) return plain(404, 'there is no such file of data');
  return { status: 200, type: 'application/octet-stream', content: createReadStream(join(root, path)) };
}

async function save({ root }: Served, asked: Asked): Promise<Answer> {
  // A form of another page cannot send this type without being asked about it first.
  if (!asked.type.startsWith('application/json')) return plain(415, 'this takes JSON');
  const body = await asked.body();
  const read = body === null ? null : readChanges(body);
  if (read === null) return json(400, { message: 'this is not what is to be saved' });
  const saved = saveChanges(root, read.changes, read.overwrite);
  switch (saved.kind) {
    case 'saved':
      return json(200, {});
    case 'changed':
      return json(409, { changed: saved.paths });
    case 'refused':
      return json(422, { message: saved.message });
  }
}

function readChanges(body: string): { readonly changes: readonly Change[]; readonly overwrite: boolean } | null {
  let given: unknown;
  try {
    given = JSON.parse(body);
  } catch {
    return null;
  }
  if (!isObject(given) || !Array.isArray(given['changes'])) return null;
  const changes = given['changes'].flatMap((one: unknown) => (isChange(one) ? [one] : []));
  return changes.length === given['changes'].length ? { changes, overwrite: given['overwrite'] === true } : null;
}

function isChange(value: unknown): value is Change {
  const isText = (one: unknown): boolean => one === null || typeof one === 'string';
  return isObject(value) && typeof value['path'] === 'string' && isText(value['text']) && isText(value['was']);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function plain(status: number, text: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', content: `${text}\n` };
}

function json(status: number, value: unknown): Answer {
  return { status, type: 'application/json; charset=utf-8', content: JSON.stringify(value) };
}

// The engine worker with the project as it is: definitions and data are sent when they are not what it has.
import { files as duckDb } from 'virtual:duckdb';
import type { EngineMethods } from '../engine/methods.js';
import type { Client } from '../rpc/client.js';
import { state } from '../state/store.js';
import { endEngine, engineWorker } from './workers.js';

let opened: {
  readonly worker: Client<EngineMethods>;
  readonly revision: number;
  readonly dataRevision: number;
  readonly project: number;
} | null = null;

export async function openEngine(): Promise<Client<EngineMethods>> {
  const worker = engineWorker();
  const { project, revision, dataRevision } = state.peek();
  const sameWorker = opened?.worker === worker && opened.project === project.id;
  if (!sameWorker || opened?.revision !== revision || opened.dataRevision !== dataRevision) {
    const data = sameWorker && opened?.dataRevision === dataRevision ? null : project.data;
    opened = { worker, revision, dataRevision, project: project.id };
    await worker.call('open', { files: project.files, libraries: project.libraries, data, duckDb });
  }
  return worker;
}

/** What computes without pause hears nothing: its worker is ended, and another one begins with the next request. */
export function restartEngine(): void {
  endEngine();
  opened = null;
}

// Loads the Malloy peer by its path, so that nothing here depends on its being installed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sourceFolder } from '../harness/folders.js';
import { absent, present, reasonOf, type Presence } from './presence.js';

export interface MalloyPeer {
  /** Parses, translates and fetches the schemas; the connection keeps schemas between calls. */
  model(text: string): Promise<MalloyModel>;
}

export interface MalloyModel {
  sql(query: string): Promise<string>;
}

interface PeerModule {
  open(options: { readonly databasePath: string; readonly threads: number }): Promise<MalloyPeer>;
}

/** The file to start for a fresh process. */
export const malloyScript = join(sourceFolder, 'peers', 'malloy.mjs');

const opened = new Map<string, Promise<Presence<MalloyPeer>>>();

/** One connection per database file and process: its set-up locks the configuration and cannot run twice. */
export function malloy(databasePath: string): Promise<Presence<MalloyPeer>> {
  const known = opened.get(databasePath);
  if (known !== undefined) return known;
  const fresh = open(databasePath);
  opened.set(databasePath, fresh);
  return fresh;
}

export function malloyInstalled(): boolean {
  return existsSync(join(sourceFolder, 'peers', 'node_modules', '@malloydata', 'malloy'));
}

async function open(databasePath: string): Promise<Presence<MalloyPeer>> {
  if (!malloyInstalled()) return absent('not installed: run `npm i` in bench/peers');
  try {
    const peer = (await import(pathToFileURL(malloyScript).href)) as PeerModule;
    return present(await peer.open({ databasePath, threads: 2 }));
  } catch (thrown) {
    return absent(reasonOf(thrown));
  }
}

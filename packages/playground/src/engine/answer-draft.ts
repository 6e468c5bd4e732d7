// A first definition of a dataset for a file.
import { draftDataset } from '@sextant/engine/browser';
import type { Call } from '../rpc/server.js';
import type { DraftParams, DraftReport } from './methods.js';
import type { World } from './world.js';

export async function answerDraft(world: World, { name, blob, taken }: DraftParams, call: Call): Promise<DraftReport> {
  call.progress({ doing: 'reading the file', share: null });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const { timezone } = world.graph().project;
  const drafted = await draftDataset({ name, bytes }, { taken, timezone });
  if (drafted.kind === 'problem') return { name: '', yaml: '', rows: null, problem: drafted.why };
  const { draft } = drafted;
  return { name: draft.name, yaml: draft.yaml, rows: draft.rows, problem: null };
}

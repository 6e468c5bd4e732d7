// Files that a person handed over, opened for questions in the database of a browser: loaded, and checked against their declarations.
import { applyIgnores, applySeverities, type Diagnostic, type Graph, type Outcome } from '@sextant/parser';
import { checkData } from './execute/check-data.js';
import type { WasmExecutor } from './execute/duckdb-wasm.js';
import type { GivenFile } from './memory/given-file.js';
import { prepareFiles } from './memory/prepare-files.js';
import { sessionOver, type Session } from './session.js';

/**
 * `files`: by dataset. The value is null where they cannot be read or break a declaration that numbers rest on. The executor stays
 * open either way, and may be given other files: sessions over those before are over then.
 */
export async function openGiven(
  graph: Graph,
  executor: WasmExecutor,
  files: ReadonlyMap<string, readonly GivenFile[]>,
): Promise<Outcome<Session | null>> {
  const prepared = await prepareFiles(executor, graph, files);
  const found: Diagnostic[] = [...prepared.diagnostics];
  if (!found.some(isError)) found.push(...(await checkData(prepared.value)));
  const diagnostics = applySeverities(applyIgnores(found, graph), graph);
  if (diagnostics.some(isError)) return { value: null, diagnostics };
  return { value: await sessionOver(graph, executor, prepared.value, found), diagnostics };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

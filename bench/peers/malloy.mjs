// Malloy as a peer: loads a model, writes the SQL of a query, runs it. Nothing of the product is known here.
// Two ways to use it: import it by path, or start it: `node malloy.mjs load <data folder> <model file>` and
// `node malloy.mjs run <data folder> <model file> <query>` for the cold workloads.
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const { createRequire } = await import('node:module');
const require = createRequire(import.meta.url);
const { Runtime, InMemoryURLReader } = require('@malloydata/malloy');
const { DuckDBConnection } = require('@malloydata/db-duckdb');

export const version = JSON.parse(
  readFileSync(new URL('./node_modules/@malloydata/malloy/package.json', import.meta.url), 'utf8'),
).version;

/** `local` keeps it from looking for extensions on the network; files are then readable in the data folder only. */
export async function open({ databasePath, dataFolder, threads = 2 }) {
  const connection = new DuckDBConnection({
    name: 'duckdb',
    databasePath: databasePath ?? ':memory:',
    readOnly: databasePath !== undefined,
    securityPolicy: 'local',
    tempDirectory: tmpdir(),
    threads,
    ...(dataFolder === undefined ? {} : { allowedDirectories: [dataFolder] }),
  });
  await connection.runSQL('SELECT 1 AS one');
  const model = async (text) => {
    const url = new URL('file:///bench/model.malloy');
    const runtime = new Runtime({ urlReader: new InMemoryURLReader(new Map([[url.toString(), text]])), connection });
    const loaded = runtime.loadModel(url);
    await loaded.getModel();
    return {
      sql: (query) => loaded.loadQuery(query).getSQL(),
      run: (query) => loaded.loadQuery(query).run({ rowLimit: 1_000_000 }),
    };
  };
  return { model, close: () => connection.close() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , command, dataFolder, modelFile, query] = process.argv;
  const peer = await open({ dataFolder });
  const model = await peer.model(readFileSync(modelFile, 'utf8'));
  if (command === 'run') {
    const result = await model.run(query);
    process.stdout.write(`${JSON.stringify(result.data.toObject())}\n`);
  }
  process.exit(0);
}

// The engine in a worker of a page, with DuckDB in a worker of its own: what a test asks, it answers as plain data.
import {
  ask,
  askRows,
  checkTest,
  differences,
  duckDbTestExecutor,
  filesByDataset,
  givenRows,
  isInterrupted,
  openDuckDbWasm,
  openGiven,
  openRows,
  prepareRows,
  referenceAsker,
  referenceExecutor,
  runTest,
  scorecard,
  sessionAsker,
  sessionOver,
  sqlIn,
} from '@sextant/engine/browser';
import { parseProject } from '@sextant/parser';
import { startDuckDb } from '../../../packages/playground/src/duckdb/start-duckdb.js';

let database = null;
let executor = null;
let opened = null;

const timed = async (work) => {
  const started = performance.now();
  const value = await work();
  return { value, milliseconds: performance.now() - started };
};

const fromBase64 = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

const methods = {
  async start(files) {
    let bytes = 0;
    const started = await timed(() => startDuckDb(files, { onBytes: (received) => (bytes = received) }));
    database = started.value;
    const sealed = await timed(() => openDuckDbWasm(database));
    executor = sealed.value;
    const first = await timed(() => executor.query('SELECT 1'));
    return { start: started.milliseconds, open: sealed.milliseconds, first: first.milliseconds, bytes };
  },

  async query(sql) {
    try {
      const { names, columns, packed, rowCount } = await executor.query(sql);
      const plain = (value) => {
        if (value.kind === 'none') return value.reason;
        if (value.kind === 'number') return `${value.value.n}/${value.value.d}${value.approximate ? '~' : ''}`;
        return `${value.kind} ${value.value ?? value.day ?? value.micros}`;
      };
      return {
        names,
        rows: columns.map((column) => column.map(plain)),
        packed: packed.map((one) => one !== null),
        rowCount,
      };
    } catch (error) {
      return { error: error.message, kind: error.kind };
    }
  },

  async run(sql) {
    try {
      await executor.run(sql);
      return { error: null };
    } catch (error) {
      return { error: error.message, kind: error.kind };
    }
  },

  async cancel({ sql, after }) {
    const asked = executor.query(sql).then(
      () => 'answered',
      (error) => (isInterrupted(error) ? 'interrupted' : error.message),
    );
    await new Promise((resolve) => setTimeout(resolve, after));
    const { value, milliseconds } = await timed(() => {
      executor.interrupt();
      return asked;
    });
    return { how: value, milliseconds };
  },

  /** Questions over rows given as texts, by both engines. */
  async cases({ files, rows, questions }) {
    const { value: graph } = parseProject(files);
    const texts = new Map(rows);
    const prepared = await prepareRows(executor, graph, texts);
    const session = await sessionOver(graph, executor, prepared.value);
    const inMemory = givenRows(graph, texts);
    const answers = [];
    for (const question of questions) {
      answers.push({
        duckdb: (await ask(session, question)).value,
        reference: askRows(graph, inMemory.value, question).value,
      });
    }
    return { answers, diagnostics: [...prepared.diagnostics, ...inMemory.diagnostics] };
  },

  /** A project with its files, opened by both engines. */
  async open({ files, data }) {
    const { value: graph, diagnostics } = parseProject(files);
    const given = data.map(({ path, bytes }) => ({ path, name: path, bytes: fromBase64(bytes) }));
    const found = filesByDataset(graph, given);
    const rows = await timed(() => openRows(graph, found.value));
    const session = await timed(() => openGiven(graph, executor, found.value));
    opened = { graph, rows: rows.value.value, session: session.value.value };
    return {
      parsed: diagnostics,
      found: found.diagnostics,
      memory: rows.value.diagnostics,
      duckdb: session.value.diagnostics,
      milliseconds: { memory: rows.milliseconds, duckdb: session.milliseconds },
    };
  },

  async ask(question) {
    const { graph, rows, session } = opened;
    const duckdb = await timed(() => ask(session, question));
    const reference = await timed(async () => askRows(graph, rows, question));
    return {
      duckdb: duckdb.value.value,
      reference: reference.value.value,
      differences:
        duckdb.value.value === null || reference.value.value === null
          ? null
          : differences(duckdb.value.value, reference.value.value),
      milliseconds: { duckdb: duckdb.milliseconds, reference: reference.milliseconds },
    };
  },

  async sql(question) {
    return (await sqlIn(opened.session, question)).value;
  },

  async scorecard(options) {
    const { graph, rows, session } = opened;
    const duckdb = await timed(() => scorecard(graph, sessionAsker(session), options));
    const reference = await timed(() => scorecard(graph, referenceAsker(graph, rows), options));
    return {
      duckdb: duckdb.value.value,
      reference: reference.value.value,
      milliseconds: { duckdb: duckdb.milliseconds, reference: reference.milliseconds },
    };
  },

  /** The first tests of the open project. */
  async tests(most) {
    const { graph } = opened;
    const executors = [referenceExecutor(), duckDbTestExecutor(executor)];
    const results = [];
    for (const def of [...graph.tests.values()].slice(0, most)) {
      const { value } = checkTest(graph, def, new Map());
      if (value !== null) results.push(await runTest(graph, value, executors));
    }
    return results;
  },

  async stop() {
    await executor.close();
    await database.terminate();
    return null;
  },
};

self.addEventListener('message', async ({ data: { id, method, params } }) => {
  try {
    self.postMessage({ id, value: await methods[method](params) }, []);
  } catch (error) {
    self.postMessage({ id, error: `${error.message}\n${error.stack}` }, []);
  }
});

// The tests of a project, run, with what they reach.
import {
  checkTest,
  coverageRecorder,
  referenceExecutor,
  runTest,
  type Coverage,
  type TestExecutor,
  type TestFiles,
} from '@sextant/engine/browser';
import { indexLines, positionAt, type Graph, type Span } from '@sextant/parser';
import type { PlaceView, TestsView, TestView } from '../state/views.js';
import { pause } from './pause.js';
import type { World } from './world.js';
import type { Call } from '../rpc/server.js';

/** Milliseconds after which the worker looks whether anybody still waits. */
const BETWEEN = 100;

export async function testsView(world: World, more: readonly TestExecutor[], call: Call): Promise<TestsView> {
  const graph = world.graph();
  const files = await filesOfTests(world);
  const { findings } = world;
  const recorder = coverageRecorder();
  const executors = [referenceExecutor(recorder), ...more];
  const placeOf = placer(graph);
  const results: TestView[] = [];
  let done = 0;
  let looked = performance.now();
  for (const def of graph.tests.values()) {
    if (performance.now() - looked > BETWEEN) {
      await pause();
      looked = performance.now();
    }
    if (call.signal.aborted) break;
    call.progress({ doing: def.name.text, share: done / graph.tests.size });
    const checked = checkTest(graph, def, files);
    if (checked.value === null) {
      results.push({
        name: def.name.text,
        place: placeOf(def.name.span),
        passed: false,
        expectations: [],
        findings: findings(checked.diagnostics),
      });
    } else {
      const { name, place, passed, expectations, diagnostics } = await runTest(graph, checked.value, executors);
      results.push({
        name,
        place: placeOf(place),
        passed,
        expectations: expectations.map((one) => ({ ...one, place: placeOf(one.place) })),
        findings: findings(diagnostics),
      });
    }
    done += 1;
  }
  return {
    results,
    coverage: coverageRows(recorder.coverage(graph), placeOf),
    engines: executors.map(({ name }) => name),
  };
}

/** Tests may read rows from files, which lie beside the definitions. */
async function filesOfTests(world: World): Promise<TestFiles> {
  const data = new Map(world.store.files().map(({ path, blob }) => [path, blob]));
  const files = new Map<string, { readonly text: string } | { readonly missing: string }>();
  for (const { given } of world.graph().tests.values()) {
    for (const one of given) {
      if (one.source.kind !== 'file' || files.has(one.source.path.text)) continue;
      const path = one.source.path.text;
      const blob = data.get(path);
      files.set(path, blob === undefined ? { missing: 'it is not there' } : { text: await blob.text() });
    }
  }
  return files;
}

function coverageRows(
  { metrics, branches, filters }: Coverage,
  placeOf: (span: Span) => PlaceView,
): TestsView['coverage'] {
  const rows = [
    { what: 'metrics', counted: metrics },
    { what: 'branches of `case`', counted: branches },
    { what: 'conditions', counted: filters },
  ];
  return rows
    .filter(({ counted }) => counted.all > 0)
    .map(({ what, counted: { all, reached, missing } }) => ({
      what,
      all,
      reached,
      missing: missing.map(({ text, why, place, of }) => ({
        text: of.endsWith(` ${text}`) ? text : `${text} (${of})`,
        why,
        place: placeOf(place),
      })),
    }));
}

function placer(graph: Graph): (span: Span) => PlaceView {
  const indexes = new Map(graph.files.map(({ path, text }) => [path, indexLines(text)]));
  return ({ file, start }) => ({ file, ...positionAt(indexes.get(file) ?? { starts: [0] }, start) });
}

// One run of a project's tests, on every engine: what the reporters of `kpi test` show.
import type { Diagnostic, Graph, TestDef } from '@sextant/parser';
import type { Coverage, EnginePort, TestFiles, TestResult } from '../engine-port.js';

export interface TestRun {
  /** In the order of their files; a test that cannot be run is among them, with the reasons. */
  readonly results: readonly TestResult[];
  /** Null where only some tests were run: what they do not reach others may. */
  readonly coverage: Coverage | null;
}

interface Wanted {
  readonly graph: Graph;
  readonly tests: readonly TestDef[];
  readonly files: TestFiles;
  readonly coverage: boolean;
}

export async function runTests(engine: EnginePort, { graph, tests, files, coverage }: Wanted): Promise<TestRun> {
  const recorder = engine.coverageRecorder();
  const database = await engine.openDuckDb({ threads: 1 });
  try {
    const executors = [engine.referenceExecutor(recorder), engine.duckDbTestExecutor(database)];
    const results: TestResult[] = [];
    for (const def of tests) {
      const { value, diagnostics } = engine.checkTest(graph, def, files);
      results.push(
        value === null
          ? brokenTest(def, diagnostics)
          : withDiagnostics(await engine.runTest(graph, value, executors), diagnostics),
      );
    }
    return { results, coverage: coverage ? recorder.coverage(graph) : null };
  } finally {
    await database.close();
  }
}

function brokenTest(def: TestDef, diagnostics: readonly Diagnostic[]): TestResult {
  return { name: def.name.text, place: def.name.span, passed: false, expectations: [], diagnostics };
}

function withDiagnostics(result: TestResult, diagnostics: readonly Diagnostic[]): TestResult {
  return diagnostics.length === 0 ? result : { ...result, diagnostics: [...diagnostics, ...result.diagnostics] };
}

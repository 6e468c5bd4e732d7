// Which tests a command line means: by name and by the file that they stand in.
import { didYouMeanHelp, type Graph, type TestDef } from '@sextant/parser';
import type { UsageProblem } from '../command-line/read-arguments.js';

export interface Selection {
  readonly kind: 'tests';
  readonly tests: readonly TestDef[];
  /** Nothing was left out. */
  readonly all: boolean;
}

/** A name selects the tests whose name holds it, in any case; `file` those in files whose path ends so. */
export function selectTests(
  graph: Graph,
  names: readonly string[],
  files: readonly string[],
): Selection | UsageProblem {
  const all = [...graph.tests.values()].toSorted(
    (a, b) => compare(a.name.span.file, b.name.span.file) || a.name.span.start - b.name.span.start,
  );
  const holds = ({ name }: TestDef, wanted: string): boolean => name.text.toLowerCase().includes(wanted.toLowerCase());
  const isIn = ({ name }: TestDef, wanted: string): boolean => {
    const path = name.span.file;
    return path === wanted || path.endsWith(`/${wanted}`) || path.startsWith(`${wanted.replace(/\/$/, '')}/`);
  };
  for (const name of names) {
    if (all.some((test) => holds(test, name))) continue;
    return problem(
      `no test is called \`${name}\``,
      didYouMeanHelp(
        name,
        all.map((test) => test.name.text),
      ),
    );
  }
  for (const file of files) {
    if (all.some((test) => isIn(test, file))) continue;
    return problem(
      `there are no tests in \`${file}\``,
      didYouMeanHelp(file, [...new Set(all.map((test) => test.name.span.file))]),
    );
  }
  const tests = all.filter(
    (test) =>
      (names.length === 0 || names.some((name) => holds(test, name))) &&
      (files.length === 0 || files.some((file) => isIn(test, file))),
  );
  return tests.length === 0 && all.length > 0
    ? problem('no test has such a name in such a file')
    : { kind: 'tests', tests, all: tests.length === all.length };
}

function problem(message: string, help?: string): UsageProblem {
  return { kind: 'problem', message, ...(help === undefined ? {} : { help }) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

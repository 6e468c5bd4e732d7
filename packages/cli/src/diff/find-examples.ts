// For each change of a number a few rows that show it.
import type { Graph } from '@sextant/parser';
import type { Example } from './diff-report.js';
import type { Diff, DiffPort } from './load-diff.js';

/** Each search takes up to a second or so. */
const MOST = 12;

export function findExamples(
  engine: DiffPort,
  { before, after }: { readonly before: Graph; readonly after: Graph },
  diff: Diff,
): ReadonlyMap<string, Example> {
  const examples = new Map<string, Example>();
  for (const change of diff.changes) {
    if (examples.size >= MOST) break;
    let trials = 0;
    for (const subject of engine.subjectsOf(change, before, after)) {
      const searched = engine.searchCounterexample(subject);
      if (searched.kind === 'impossible') continue;
      trials += searched.trials;
      if (searched.kind === 'none') continue;
      const { example } = searched;
      examples.set(change.id, {
        kind: 'found',
        of: example.of,
        before: engine.shownValue(example.before, engine.unitOfNode(before, earlierId(example.of, change))),
        after: engine.shownValue(example.after, engine.unitOfNode(after, example.of)),
        onlyReason: example.onlyReason,
        test: engine.testText(example, after),
      });
      break;
    }
    if (trials > 0 && !examples.has(change.id)) examples.set(change.id, { kind: 'none', trials });
  }
  return examples;
}

function earlierId(of: string, { id, node, nameBefore }: Diff['changes'][number]): string {
  return of === id && nameBefore !== null ? `${node}:${nameBefore}` : of;
}

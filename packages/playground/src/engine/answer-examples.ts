// For each change of a number a few rows that show it: the two versions of the definitions evaluated over rows made up.
import {
  diffGraphs,
  searchCounterexample,
  shownValue,
  subjectsOf,
  testText,
  unitOfNode,
  type DefinitionChange,
} from '@sextant/engine/browser';
import { parseProject, type Graph, type SourceFile } from '@sextant/parser';
import type { Call } from '../rpc/server.js';
import type { ExamplesView, ExampleView } from '../state/views.js';
import type { Answered } from './methods.js';
import { pause } from './pause.js';
import type { World } from './world.js';

/** Each search takes up to a second or so. */
const MOST = 12;

export async function answerExamples(
  world: World,
  { against }: { readonly against: readonly SourceFile[] },
  call: Call,
): Promise<Answered<ExamplesView>> {
  const started = performance.now();
  const doing = 'looking for rows that show the difference';
  call.progress({ doing, share: 0 });
  const after = world.graph();
  const before = parseProject(await world.withLibraries(against)).value;
  const { changes } = diffGraphs(before, after);
  const wanted = changes.filter((change) => subjectsOf(change, before, after).length > 0).slice(0, MOST);
  const examples: ExampleView[] = [];
  for (const [i, change] of wanted.entries()) {
    call.progress({ doing: `${doing}: ${change.name}`, share: i / wanted.length });
    await pause();
    if (call.signal.aborted) break;
    const found = exampleOf(change, before, after);
    if (found !== null) examples.push(found);
  }
  return { value: { examples }, findings: [], engine: null, milliseconds: performance.now() - started };
}

function exampleOf(change: DefinitionChange, before: Graph, after: Graph): ExampleView | null {
  let trials = 0;
  for (const subject of subjectsOf(change, before, after)) {
    const searched = searchCounterexample(subject);
    if (searched.kind === 'impossible') continue;
    trials += searched.trials;
    if (searched.kind === 'none') continue;
    const { example } = searched;
    const earlier =
      example.of === change.id && change.nameBefore !== null ? `${change.node}:${change.nameBefore}` : example.of;
    return {
      kind: 'found',
      change: change.id,
      of: example.of === change.id ? '' : example.of.replace(':', ' '),
      before: shownValue(example.before, unitOfNode(before, earlier)),
      after: shownValue(example.after, unitOfNode(after, example.of)),
      onlyReason: example.onlyReason,
      test: testText(example, after),
    };
  }
  return trials > 0 ? { kind: 'none', change: change.id, trials } : null;
}

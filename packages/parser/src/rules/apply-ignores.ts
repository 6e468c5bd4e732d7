// Warnings that a definition ignores with a reason: they are left out where they point into it.
import { codes, type Code } from '../diagnostic/codes.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { isOff } from '../diagnostic/is-off.js';
import type { Graph } from '../graph/graph.js';
import type { Described, IgnoreDef } from '../shape/definitions.js';
import type { Span } from '../source/source-file.js';
import { uselessIgnore } from './set-errors.js';

interface Ignoring {
  readonly ignore: IgnoreDef;
  /** The definition that ignores it. */
  readonly span: Span;
}

/** What is left of diagnostics of any stage. */
export function applyIgnores(diagnostics: readonly Diagnostic[], graph: Graph): readonly Diagnostic[] {
  return silence(diagnostics, graph).said;
}

/** The same, and each ignore that silences nothing, of those that this stage can tell. */
export function applyAllIgnores(
  diagnostics: readonly Diagnostic[],
  graph: Graph,
  tells: 'definitions' | 'questions',
): readonly Diagnostic[] {
  const { said, used } = silence(diagnostics, graph);
  // What an error has kept from being said may be what is ignored.
  if (said.some(({ severity }) => severity === 'error')) return said;
  const ignoring = tells === 'questions' ? ignoresIn(graph.questions.values()) : ignoresOfDefinitions(graph);
  const useless = ignoring.filter(
    ({ ignore: { code }, ignore }) => !used.has(ignore) && !SAID_LATER.test(code.text) && !isSilent(code.text, graph),
  );
  return [...said, ...useless.map(({ ignore }) => uselessIgnore(ignore))];
}

/** What is off in this project is not looked for. */
function isSilent(code: string, graph: Graph): boolean {
  return Object.hasOwn(codes, code) && isOff(code as Code, graph);
}

/** What only data, a test or the day can give rise to. */
const SAID_LATER = /^KPI[789]|^KPI6059$/;

function silence(
  diagnostics: readonly Diagnostic[],
  graph: Graph,
): { readonly said: readonly Diagnostic[]; readonly used: ReadonlySet<IgnoreDef> } {
  const byCode = new Map<string, Ignoring[]>();
  for (const one of [...ignoresOfDefinitions(graph), ...ignoresIn(graph.questions.values())]) {
    const same = byCode.get(one.ignore.code.text);
    if (same === undefined) byCode.set(one.ignore.code.text, [one]);
    else same.push(one);
  }
  const used = new Set<IgnoreDef>();
  if (byCode.size === 0) return { said: diagnostics, used };
  const said = diagnostics.filter(({ code, span }) => {
    const around = byCode.get(code satisfies Code)?.filter((one) => contains(one.span, span)) ?? [];
    for (const { ignore } of around) used.add(ignore);
    return around.length === 0;
  });
  return { said, used };
}

function ignoresOfDefinitions(graph: Graph): readonly Ignoring[] {
  const found: Ignoring[] = [];
  const look = (definitions: Iterable<Ignores>): void => {
    for (const one of definitions) collectIgnores(one, found);
  };
  for (const { def } of graph.datasets.values()) {
    collectIgnores(def, found);
    look(def.fields);
  }
  // Many, and nearly all of them without: nothing is made for one but what it ignores.
  for (const { def } of graph.metrics.values()) collectIgnores(def, found);
  for (const table of [graph.dimensions, graph.parameters, graph.goals, graph.kpis, graph.incentives])
    for (const { def } of table.values()) collectIgnores(def, found);
  look(graph.owners.values());
  return found;
}

type Ignores = Described & { readonly span: Span };

function ignoresIn(definitions: Iterable<Ignores>): readonly Ignoring[] {
  const found: Ignoring[] = [];
  for (const one of definitions) collectIgnores(one, found);
  return found;
}

function collectIgnores({ ignore, span }: Ignores, found: Ignoring[]): void {
  if (ignore !== null) for (const one of ignore) found.push({ ignore: one, span });
}

function contains(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;
}

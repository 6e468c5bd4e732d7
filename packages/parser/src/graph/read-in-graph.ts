// Formulas and names that are given beside the project's files: on a command line, in a question, in an editor.
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { Range, SourceFile, Span } from '../source/source-file.js';
import { bindMember, type Binding, type BindWorld } from '../types/bind-member.js';
import { checkMembers, datasetsOf } from '../types/check-members.js';
import { formulaReader } from '../types/formula-reader.js';
import { resolveMember } from '../types/infer-name.js';
import { oneKind } from '../types/infer-operator.js';
import { isUnknown } from '../types/make-typed.js';
import { nameExprOf, placeIn } from '../types/name-expr-of.js';
import { findLevel, levelWords } from '../types/read-calendar.js';
import type { Position } from '../types/scope.js';
import { unknownLevel } from '../types/join-errors.js';
import type { CalendarLevel, Member, Type, Typed } from '../types/typed.js';
import { spanInScalar, type ScalarNode } from '../yaml/tree.js';
import type { Graph } from './graph.js';
import { worldOfGraph } from './world-of-graph.js';

/** Types a formula in a graph. Diagnostics point into `source`; the value is null where there is an error. */
export function readFormula(
  graph: Graph,
  source: SourceFile,
  position: Position['kind'] & ('metric' | 'condition' | 'group' | 'constant'),
): Outcome<Typed | null> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const node: ScalarNode = {
    kind: 'scalar',
    style: 'plain',
    text: source.text,
    span: { file: source.path, start: 0, end: source.text.length },
    map: null,
  };
  const world = worldOfGraph(graph);
  const typed = formulaReader(report).type(node, { kind: position }, world);
  if (position === 'metric' && !isUnknown(typed)) {
    checkMembers(
      typed,
      (name) => graph.metrics.get(name)?.datasets ?? [],
      bindWorldOf(graph),
      (range) => spanInScalar(node, range.start, range.end),
      report,
    );
  }
  const failed = isUnknown(typed) || diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  return { value: failed ? null : typed, diagnostics };
}

/** A constant at its place in a file, brought to the unit of what it is held against; null where it cannot be. */
export function readConstantLike(graph: Graph, node: ScalarNode, like: Type): Outcome<Typed | null> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const world = worldOfGraph(graph);
  const typed = formulaReader(report).type(node, { kind: 'constant' }, world);
  if (isUnknown(typed)) return { value: null, diagnostics };
  const at = (range: Range): Span => spanInScalar(node, range.start, range.end);
  const other: Typed = { kind: 'null', type: like, range: typed.range };
  const pair = oneKind(other, typed, { world, position: { kind: 'constant' }, at, report });
  return { value: pair === null ? null : pair[1], diagnostics };
}

/** The dimension or `dataset.field` that a text names. */
export function readMember(
  graph: Graph,
  source: SourceFile,
): Outcome<{ readonly member: Member; readonly type: Type } | null> {
  const diagnostics: Diagnostic[] = [];
  const located = { text: source.text, span: { file: source.path, start: 0, end: source.text.length } };
  const value = resolveMember(nameExprOf(located), {
    world: worldOfGraph(graph),
    position: { kind: 'condition' },
    at: placeIn(located),
    report: (diagnostic) => void diagnostics.push(diagnostic),
  });
  return { value, diagnostics };
}

export function readLevelIn(graph: Graph, source: SourceFile): Outcome<CalendarLevel | null> {
  const world = worldOfGraph(graph);
  const value = findLevel(source.text, world);
  if (value !== null) return { value, diagnostics: [] };
  return {
    value,
    diagnostics: [
      unknownLevel(source.text, { file: source.path, start: 0, end: source.text.length }, levelWords(world)),
    ],
  };
}

export function bindWorldOf(graph: Graph): BindWorld {
  const world = worldOfGraph(graph);
  return {
    joins: world.joins,
    dimensions: graph.dimensions,
    dataset: world.dataset,
    datasetNames: () => graph.datasets.keys(),
    field: world.field,
  };
}

/** The field of a dataset's rows that a member means. */
export function bindIn(graph: Graph, member: Member, dataset: string): Binding {
  return bindMember(member, dataset, bindWorldOf(graph));
}

/** Datasets that a formula aggregates, itself or through metrics; sorted. */
export function datasetsIn(graph: Graph, typed: Typed): readonly string[] {
  return [...datasetsOf(typed, (name) => graph.metrics.get(name)?.datasets ?? [])].sort();
}

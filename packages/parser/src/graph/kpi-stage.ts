// What the parts of a KPI are typed with: readers of its numbers, each held to the KPI's unit.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Span } from '../source/source-file.js';
import type { BindWorld } from '../types/bind-member.js';
import { checkMembers } from '../types/check-members.js';
import type { FormulaReader } from '../types/formula-reader.js';
import { isUnknown, isZeroText, numberText } from '../types/make-typed.js';
import type { Position, World } from '../types/scope.js';
import type { Type, Typed } from '../types/typed.js';
import { scaled } from '../types/unify.js';
import { isCounted, NO_UNIT, sameUnit, timeConversion, type Unit } from '../types/unit.js';
import { isNumeric } from '../types/value-type.js';
import { spanInScalar, type ScalarNode } from '../yaml/tree.js';
import { notANumber, otherUnit } from './errors.js';

export interface KpiStage {
  readonly reader: FormulaReader;
  readonly world: World;
  readonly bindWorld: BindWorld;
  readonly datasetsOfMetric: (name: string) => readonly string[];
  readonly report: (diagnostic: Diagnostic) => void;
}

/** What is measured: `unit` is null where it is not known, which was reported; then no number is held to it. */
export interface Measured {
  readonly unit: Unit | null;
  /** `the KPI \`cac\`` and where it says what it measures. */
  readonly words: string;
  readonly span: Span;
}

/** Reads a number of a KPI; `what` is `the target`. Null where it could not be typed, which was reported. */
export type ReadNumber = (node: ScalarNode, what: string) => Typed | null;

export interface NumberReaders {
  /** In the KPI's unit, in the context of its period: a metric, an aggregate, a constant. */
  readonly inContext: ReadNumber;
  /** In the KPI's unit, the same in every context. */
  readonly constant: ReadNumber;
  /** Without a unit: a score, a share. */
  readonly plain: ReadNumber;
}

export function numberReaders(measured: Measured, stage: KpiStage): NumberReaders {
  const read =
    (kind: Position['kind'] & ('metric' | 'constant'), wanted: Unit | null): ReadNumber =>
    (node, what) => {
      const typed = typeNumber(node, what, { kind }, stage);
      return typed === null || wanted === null ? typed : inUnit(typed, wanted, what, node, measured, stage);
    };
  return {
    inContext: read('metric', measured.unit),
    constant: read('constant', measured.unit),
    plain: read('constant', NO_UNIT),
  };
}

function typeNumber(node: ScalarNode, what: string, position: Position, stage: KpiStage): Typed | null {
  const { reader, world, bindWorld, datasetsOfMetric, report } = stage;
  const typed = reader.type(node, position, world);
  // Of a text that is no formula, what could be read of it means nothing.
  if (isUnknown(typed) || reader.text(node).problems.length > 0) return null;
  if (!isNumeric(typed.type.value)) {
    report(notANumber(what, typed.type.value, node.span));
    return null;
  }
  if (position.kind === 'metric')
    checkMembers(typed, datasetsOfMetric, bindWorld, (range) => spanInScalar(node, range.start, range.end), report);
  return typed;
}

function inUnit(
  typed: Typed,
  wanted: Unit,
  what: string,
  node: ScalarNode,
  measured: Measured,
  { report }: KpiStage,
): Typed | null {
  const fitted = fitUnit(typed, wanted);
  if (fitted === null) report(otherUnit(what, typed, wanted, node.span, measured));
  return fitted;
}

/**
 * The number in a unit: its own, that of a counted thing or any for 0 where it is bare, another length of time exactly
 * converted. Null where the two cannot meet.
 */
export function fitUnit(typed: Typed, wanted: Unit): Typed | null {
  const { unit, bare } = typed.type;
  if (sameUnit(unit, wanted)) return typed;
  if (bare && unit.length === 0 && (isCounted(wanted) || isZeroText(numberText(typed)))) {
    const type: Type = { ...typed.type, unit: wanted, bare: false };
    return { ...typed, type };
  }
  const factor = timeConversion(unit, wanted);
  return factor === null ? null : scaled(typed, factor, wanted);
}

// Planned nodes and the values that came back to the tree of an explanation.
import { showLevel, showMember, type PerKey } from '@sextant/parser';
import { fromBigInt, subtract } from '../value/rational.js';
import { decimalText } from '../value/to-text.js';
import type { Value } from '../value/value.js';
import { writeCell } from '../result/write-cell.js';
import type { Ask } from './ask-list.js';
import type { ContextChange, ExplainNode, OperandRole, RowCounts } from './explanation.js';
import type { PlannedFacts, PlannedNode, PlannedOperand } from './planned.js';
import type { Windows } from './windows.js';

export type ValueOf = (ask: Ask) => Value;

/** What is named twice in one context is shown whole where it is named first. */
export function readTree(root: PlannedNode, valueOf: ValueOf, windows: Windows): ExplainNode {
  const shown = new Set<PlannedNode>();
  return read(root, 'of');

  function read(node: PlannedNode, role: OperandRole): ExplainNode {
    const again = node.facts.kind === 'metric' && shown.has(node);
    shown.add(node);
    const value = valueOf(node.ask);
    const cell = writeCell(value, node, true);
    const all = (operands: readonly PlannedOperand[]): readonly ExplainNode[] =>
      again ? [] : operands.map((operand) => read(operand.node, operand.role));
    const base = {
      label: node.label,
      place: node.place,
      value: cell.value,
      reason: cell.reason,
      approximate: cell.approximate,
      type: node.type,
      unit: node.unit,
      percent: node.percent,
      decimals: node.decimals,
      role,
    };
    const { facts } = node;
    switch (facts.kind) {
      case 'metric': {
        const { name, def, emptyZero } = facts.metric;
        const [inner] = node.operands;
        const isEmpty = emptyZero && inner !== undefined && valueOf(inner.node.ask).kind === 'none';
        const title = def.title?.text ?? null;
        const children = all(node.operands);
        return {
          ...base,
          kind: 'metric',
          metric: name,
          title,
          emptyZero: isEmpty && value.kind !== 'none',
          again,
          children,
        };
      }
      case 'operator':
        return { ...base, kind: 'operator', operator: facts.operator, children: all(node.operands) };
      case 'case': {
        const { taken, operands } = takenBranch(node.operands, valueOf);
        return { ...base, kind: 'case', taken, children: all(operands) };
      }
      case 'constant':
        return { ...base, kind: 'constant', children: [] };
      case 'parameter':
        return { ...base, kind: 'parameter', parameter: facts.parameter, children: [] };
      case 'aggregate': {
        const { typed, where, filters } = facts;
        return {
          ...base,
          kind: 'aggregate',
          fn: typed.fn,
          dataset: typed.dataset,
          where,
          filters,
          dated:
            typed.dated === null ? null : [...typed.dated.path.map(({ field }) => field), typed.dated.field].join('.'),
          rowsIn: windows.rowsIn(typed, node.around),
          rows: countsOf(facts, valueOf),
          children: [],
        };
      }
      case 'context':
        return { ...base, kind: 'context', change: changeOf(node, facts, windows), children: all(node.operands) };
      case 'per':
        return {
          ...base,
          kind: 'per',
          fn: facts.typed.fn,
          keys: facts.typed.keys.map(keyText),
          where: facts.where,
          groups: facts.groups === null ? null : countText(valueOf(facts.groups)),
          kept: facts.kept === null ? null : countText(valueOf(facts.kept)),
          children: all(node.operands),
        };
      case 'convert':
        return { ...base, kind: 'convert', to: facts.to, children: all(node.operands) };
      case 'target':
        return { ...base, kind: 'target', kpi: facts.kpi, children: [] };
      case 'entity': {
        const { form, datasets } = facts;
        return { ...base, kind: 'entity', form, datasets, children: all(node.operands) };
      }
      case 'length':
        return { ...base, kind: 'length', children: [] };
      case 'member':
        return { ...base, kind: 'member', children: [] };
    }
  }
}

/** The conditions that were looked at, and the result that the one which held gives. */
function takenBranch(
  operands: readonly PlannedOperand[],
  valueOf: ValueOf,
): { readonly taken: number | 'else' | null; readonly operands: readonly PlannedOperand[] } {
  const looked: PlannedOperand[] = [];
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const [when, then] = [operands[i], operands[i + 1]];
    if (when?.role !== 'when' || then === undefined) break;
    looked.push(when);
    const held = valueOf(when.node.ask);
    if (held.kind === 'boolean' && held.value) return { taken: i / 2, operands: [...looked, then] };
  }
  const last = operands.at(-1);
  return last?.role === 'else' ? { taken: 'else', operands: [...looked, last] } : { taken: null, operands: looked };
}

function countsOf(facts: PlannedFacts & { readonly kind: 'aggregate' }, valueOf: ValueOf): RowCounts {
  const matching = valueOf(facts.matching);
  const without: Value =
    facts.withoutValue === null
      ? { kind: 'number', value: fromBigInt(0n), approximate: false }
      : valueOf(facts.withoutValue);
  const entered =
    matching.kind === 'number' && without.kind === 'number'
      ? decimalText(subtract(matching.value, without.value))
      : null;
  return {
    inTime: countText(valueOf(facts.inTime)),
    matching: countText(matching),
    withoutValue: countText(without),
    entered,
  };
}

function countText(value: Value): string | null {
  return value.kind === 'number' ? decimalText(value.value) : null;
}

function keyText(key: PerKey): string {
  return key.kind === 'level' ? showLevel(key.level) : showMember(key.member);
}

function changeOf(
  { around }: PlannedNode,
  { typed, condition }: PlannedFacts & { readonly kind: 'context' },
  windows: Windows,
): ContextChange {
  switch (typed.kind) {
    case 'filtered':
      return { kind: 'where', condition };
    case 'across': {
      const { all, time, unfiltered } = typed;
      return { kind: 'across', keys: typed.keys.map(showMember), all, time, unfiltered };
    }
    case 'window':
      return { kind: 'window', op: typed.op.kind, ...windows.days([...around, typed]) };
    case 'state':
      return { kind: 'state', op: typed.op, each: typed.each === null ? null : showMember(typed.each) };
  }
}

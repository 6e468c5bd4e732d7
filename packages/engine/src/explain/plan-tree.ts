// A formula to the nodes of its explanation, each asked in its own context.
import {
  datasetsIn,
  showUnit,
  showValueType,
  type AggregateTyped,
  type CallTyped,
  type Graph,
  type PerTyped,
  type Type,
  type Typed,
} from '@sextant/parser';
import { meaningKeys } from '../plan/bind.js';
import { inContext, isContextOperator, type Around } from './around.js';
import type { AskList } from './ask-list.js';
import type { OperandRole, Place } from './explanation.js';
import { chainOf } from './flatten.js';
import type { PlannedFacts, PlannedNode, PlannedOperand } from './planned.js';
import { labelOf, NOWHERE, oneLine, sourceOf, type Places, type Source } from './source-text.js';

/** What is around a formula, and where its text stands. */
export interface Setting {
  readonly source: Source;
  readonly around: Around;
  /** The conditions around it, as written, those of the question too. */
  readonly filters: readonly string[];
}

export interface TreePlanner {
  readonly plan: (typed: Typed, setting: Setting) => PlannedNode;
  /** `m where p` of a KPI, whose condition stands in a text of its own. */
  readonly filtered: (typed: Typed & { readonly kind: 'filtered' }, of: Setting, condition: Source) => PlannedNode;
}

export function makeTreePlanner(graph: Graph, asks: AskList, places: Places): TreePlanner {
  const metrics = new Map<string, PlannedNode>();
  return { plan: (typed, setting) => plan(typed, setting, null), filtered };

  function plan(typed: Typed, setting: Setting, whole: Typed | null): PlannedNode {
    return typed.kind === 'metric' ? planMetric(typed, setting) : planPart(typed, setting, whole);
  }

  function planMetric(typed: Typed & { readonly kind: 'metric' }, setting: Setting): PlannedNode {
    const metric = graph.metrics.get(typed.metric);
    if (metric === undefined) throw new Error(`internal: no metric ${typed.metric}`);
    const key = meaningKeys([typed.metric, setting.around]);
    const known = metrics.get(key);
    if (known !== undefined) return known;
    const source = sourceOf(metric.def.formula);
    const node: PlannedNode = {
      typed,
      around: setting.around,
      ask: asks.ask(
        inContext({ kind: 'metric', metric: typed.metric, type: metric.type, range: typed.range }, setting.around),
      ),
      label: oneLine(source.text),
      place: places.at(metric.def.name.span),
      type: showValueType(metric.type.value),
      unit: showUnit(metric.type.unit),
      percent: metric.percent,
      decimals: metric.decimals,
      facts: { kind: 'metric', metric },
      operands: [{ role: 'of', node: plan(metric.formula, { ...setting, source }, null) }],
    };
    metrics.set(key, node);
    return node;
  }

  function planPart(typed: Typed, setting: Setting, whole: Typed | null): PlannedNode {
    const { facts, operands } = factsOf(typed, setting);
    // A metric in another context is shown as the metric is.
    const [inner] = operands;
    const like = facts.kind === 'context' && inner !== undefined ? inner.node : { percent: false, decimals: null };
    return {
      typed,
      around: setting.around,
      ask: asks.ask(inContext(typed, setting.around)),
      label: labelOf(typed, setting.source, whole?.range ?? null),
      place: placeOf(typed, setting),
      type: showValueType(typed.type.value),
      unit: showUnit(typed.type.unit),
      percent: like.percent,
      decimals: like.decimals,
      facts,
      operands,
    };
  }

  function filtered(typed: Typed & { readonly kind: 'filtered' }, of: Setting, condition: Source): PlannedNode {
    const text = oneLine(condition.text);
    const inner: Setting = { ...of, around: [...of.around, typed], filters: [...of.filters, text] };
    const node = plan(typed.of, inner, null);
    return {
      typed,
      around: of.around,
      ask: asks.ask(inContext(typed, of.around)),
      label: `${of.source.text} where ${text}`,
      place: places.part(condition, { start: 0, end: condition.text.length }),
      type: node.type,
      unit: node.unit,
      percent: node.percent,
      decimals: node.decimals,
      facts: { kind: 'context', typed, condition: text },
      operands: [{ role: 'of', node }],
    };
  }

  /** What has a definition of its own stands there; all else stands where it is written. */
  function placeOf(typed: Typed, { source }: Setting): Place | null {
    const def =
      typed.kind === 'parameter'
        ? graph.parameters.get(typed.parameter)?.def
        : typed.kind === 'target'
          ? graph.kpis.get(typed.kpi)?.def
          : undefined;
    return def === undefined ? places.part(source, typed.range) : places.at(def.name.span);
  }

  function factsOf(
    typed: Typed,
    setting: Setting,
  ): { readonly facts: PlannedFacts; readonly operands: readonly PlannedOperand[] } {
    const operand = (role: OperandRole, part: Typed, inside: Setting = setting): PlannedOperand => ({
      role,
      node: plan(part, inside, typed),
    });
    const leaf = (facts: PlannedFacts) => ({ facts, operands: [] });
    if (isContextOperator(typed)) {
      const condition = typed.kind === 'filtered' ? textOf(typed.condition, setting) : '';
      const inner: Setting = {
        ...setting,
        around: [...setting.around, typed],
        filters: typed.kind === 'filtered' ? [...setting.filters, condition] : setting.filters,
      };
      return { facts: { kind: 'context', typed, condition }, operands: [operand('of', typed.of, inner)] };
    }
    switch (typed.kind) {
      case 'const':
      case 'null':
        return leaf({ kind: 'constant' });
      case 'parameter':
        return leaf({ kind: 'parameter', parameter: typed.parameter });
      case 'member':
        return leaf({ kind: 'member' });
      case 'window_length':
        return leaf({ kind: 'length' });
      case 'target':
        return leaf({ kind: 'target', kpi: typed.kpi });
      case 'call':
        // The question's day is asked for and has no parts.
        if (typed.fn === 'as_of') return leaf({ kind: 'constant' });
        return planCall(typed, setting, operand);
      case 'case':
        return {
          facts: { kind: 'case' },
          operands: [
            ...typed.branches.flatMap(({ when, then }) => [operand('when', when), operand('then', then)]),
            ...(typed.otherwise === null ? [] : [operand('else', typed.otherwise)]),
          ],
        };
      case 'convert':
        return { facts: { kind: 'convert', to: typed.to }, operands: [operand('of', typed.of)] };
      case 'aggregate':
        return leaf(aggregateFacts(typed, setting));
      case 'per':
        return {
          facts: perFacts(typed, setting),
          operands: typed.of === null ? [] : [operand('inside', typed.of)],
        };
      case 'conversion': {
        const form = typed.result === 'share' ? 'conversion' : 'conversions';
        return leaf({ kind: 'entity', form, datasets: [...new Set([typed.from.dataset, typed.to.dataset])] });
      }
      case 'retention':
        return leaf({ kind: 'entity', form: 'retention', datasets: [typed.of.dataset] });
      case 'top_share':
        return {
          facts: { kind: 'entity', form: 'top_share', datasets: datasetsIn(graph, typed.of) },
          operands: [operand('inside', typed.of)],
        };
      case 'metric':
      case 'field':
      case 'child':
      case 'unknown':
        throw new Error(`internal: ${typed.kind} is no part of a formula over metrics`);
    }
  }

  function aggregateFacts(typed: AggregateTyped, { around, filters, source }: Setting): PlannedFacts {
    const rows = (where: Typed | null) =>
      asks.ask(inContext({ ...typed, fn: 'count_rows', value: null, fraction: null, where, type: COUNT }, around));
    const missing = typed.value === null ? null : rowCall('is_null', [typed.value]);
    return {
      kind: 'aggregate',
      typed,
      where: typed.where === null ? null : oneLine(source.text.slice(typed.where.range.start, typed.where.range.end)),
      filters,
      inTime: rows(null),
      matching: rows(typed.where),
      withoutValue:
        missing === null ? null : rows(typed.where === null ? missing : rowCall('and', [typed.where, missing])),
    };
  }

  /** Groups are reached by what is aggregated inside, so a count of them keeps all of it. */
  function perFacts(typed: PerTyped, setting: Setting): PlannedFacts {
    const { of, where } = typed;
    const inside =
      of === null || where === null ? (of ?? where) : groupCall('and', [groupCall('is_null', [of]), where]);
    const count = (condition: Typed | null) =>
      inside === null
        ? null
        : asks.ask(
            inContext(
              { ...typed, fn: 'count_rows', of: inside, where: condition, fraction: null, type: COUNT },
              setting.around,
            ),
          );
    return {
      kind: 'per',
      typed,
      where: where === null ? null : textOf(where, setting),
      groups: count(null),
      kept: where === null ? null : count(where),
    };
  }
}

function planCall(
  typed: CallTyped,
  setting: Setting,
  operand: (role: OperandRole, part: Typed, inside?: Setting) => PlannedOperand,
): { readonly facts: PlannedFacts; readonly operands: readonly PlannedOperand[] } {
  const chain = chainOf(typed);
  if (chain !== null) {
    return {
      facts: { kind: 'operator', operator: chain.operator },
      operands: chain.operands.map(({ role, typed: part }) => operand(role, part)),
    };
  }
  const roles: readonly OperandRole[] =
    typed.fn === 'growth' ? ['now', 'base'] : typed.fn === 'negate' ? ['minus'] : [];
  return {
    facts: { kind: 'operator', operator: typed.fn },
    operands: typed.args.map((part, i) => operand(roles[i] ?? 'argument', part)),
  };
}

function textOf(typed: Typed, { source }: Setting): string {
  return labelOf(typed, source, null) || labelOf(typed, NOWHERE, null);
}

const COUNT: Type = { value: { kind: 'integer' }, unit: [], level: 'aggregate', bare: false };
const NO_RANGE = { start: 0, end: 0 };

function rowCall(fn: 'is_null' | 'and', args: readonly Typed[]): CallTyped {
  return {
    kind: 'call',
    fn,
    args,
    type: { value: { kind: 'boolean' }, unit: [], level: 'row', bare: false },
    range: NO_RANGE,
  };
}

function groupCall(fn: 'is_null' | 'and', args: readonly Typed[]): CallTyped {
  return { ...rowCall(fn, args), type: { value: { kind: 'boolean' }, unit: [], level: 'aggregate', bare: false } };
}

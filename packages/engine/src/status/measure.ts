// The numbers of KPIs over their periods: as few questions as there are levels, and one per KPI with groups.
import type { Diagnostic, Graph, Member, Type } from '@sextant/parser';
import type { LevelBucket } from '../levels/levels.js';
import type { AskedKey, CheckedQuestion } from '../question/question.js';
import type { ValueRow } from '../result/value-table.js';
import type { Value } from '../value/value.js';
import { amountOf, type Amount } from './amount.js';
import { askTogether, type QuestionPart } from './ask-together.js';
import type { Asker } from './asker.js';
import { columnsOf, hasComputedGroups, type KpiColumn } from './columns.js';
import { daysOf } from './periods.js';
import type { Cells } from './place.js';
import type { ReadyKpi } from './ready-kpi.js';

/** What is to be measured: a KPI in its periods, oldest first. */
export interface Sought {
  readonly kpi: ReadyKpi;
  readonly periods: readonly [LevelBucket, ...LevelBucket[]];
  /** Groups of its last period that have a target, though nothing may have reached them. */
  readonly groups: readonly (readonly Value[])[];
}

export interface MeasuredKpi {
  /** By the label of a period. */
  readonly whole: ReadonlyMap<string, Cells>;
  readonly groups: ReadonlyMap<string, readonly MeasuredGroup[]>;
}

export interface MeasuredGroup {
  readonly keys: readonly Value[];
  readonly cells: Cells;
}

export interface MeasureAt {
  readonly graph: Graph;
  readonly asker: Asker;
  readonly asOfDay: number;
  readonly parameters: CheckedQuestion['parameters'];
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
}

interface Part extends QuestionPart {
  readonly sought: Sought;
}

export async function measure(all: readonly Sought[], at: MeasureAt): Promise<ReadonlyMap<string, MeasuredKpi>> {
  const whole = new Map<string, ReadonlyMap<string, Cells>>();
  const batches = new Map<string, Part[]>();
  for (const sought of all) {
    const key = JSON.stringify([sought.kpi.every, ...rangeOf(sought.periods, at.graph)]);
    batches.set(key, [...(batches.get(key) ?? []), wholePart(sought)]);
  }
  for (const parts of batches.values()) {
    const [first] = parts;
    if (first === undefined) continue;
    const question = questionOver(first.sought, first.sought.periods, at);
    const answers = await askTogether(parts, question, at.asker, at.report);
    for (const part of parts) {
      const rows = answers.get(part) ?? [];
      whole.set(part.sought.kpi.name, new Map(rows.map((row) => [labelOf(row), cellsOf(part, row)])));
    }
  }
  const groups = new Map<string, MeasuredKpi['groups']>();
  for (const sought of all) {
    if (sought.kpi.slices.length > 0) groups.set(sought.kpi.name, await measureGroups(sought, at));
  }
  return new Map(
    all.map(({ kpi }) => [
      kpi.name,
      { whole: whole.get(kpi.name) ?? new Map(), groups: groups.get(kpi.name) ?? new Map() },
    ]),
  );
}

/**
 * A KPI's groups are asked for apart from those of others: the groups that another KPI reaches are not its own. Of the last
 * period only, unless the targets of groups are computed and make the target of all.
 */
async function measureGroups(sought: Sought, at: MeasureAt): Promise<MeasuredKpi['groups']> {
  const { kpi, periods } = sought;
  const last = periods.at(-1) ?? periods[0];
  const wanted: Sought['periods'] = hasComputedGroups(kpi) ? periods : [last];
  const part: Part = { ...wholePart({ ...sought, periods: wanted }), sought };
  const by = kpi.slices.map(({ name, member }): AskedKey => ({ name, member, type: typeOf(member, at.graph) }));
  const question = { ...questionOver(sought, wanted, at), by, groups: sought.groups };
  const answers = await askTogether([part], question, at.asker, at.report);
  const groups = new Map<string, MeasuredGroup[]>();
  for (const row of answers.get(part) ?? []) {
    const found = groups.get(labelOf(row)) ?? [];
    groups.set(labelOf(row), found);
    found.push({ keys: row.keys, cells: cellsOf(part, row) });
  }
  return groups;
}

function wholePart(sought: Sought): Part {
  const { kpi, periods } = sought;
  const columns = columnsOf(kpi, new Set(periods.map((period) => period.label)));
  return { name: kpi.name, span: kpi.def.name.span, columns, sought };
}

function questionOver(
  { kpi }: Sought,
  periods: Sought['periods'],
  { graph, asOfDay, parameters }: MeasureAt,
): Omit<CheckedQuestion, 'metrics'> {
  const [fromDay, endDay] = rangeOf(periods, graph);
  return {
    by: [],
    grain: kpi.every,
    fromDay,
    endDay,
    where: [],
    having: null,
    order: [],
    limit: null,
    asOfDay,
    parameters,
  };
}

function rangeOf(periods: Sought['periods'], graph: Graph): readonly [number, number] {
  const { start } = periods[0];
  const { end } = periods.at(-1) ?? periods[0];
  return daysOf({ start, end }, graph.project.timezone);
}

export function typeOf(member: Member, graph: Graph): Type {
  const type =
    member.kind === 'dimension'
      ? graph.dimensions.get(member.dimension)?.type
      : graph.datasets.get(member.dataset)?.fields.get(member.field)?.type;
  return type ?? { value: { kind: 'unknown' }, unit: [], level: 'row', bare: false };
}

function labelOf(row: ValueRow): string {
  return row.bucket?.label ?? '';
}

function cellsOf({ columns }: { readonly columns: readonly KpiColumn[] }, row: ValueRow): Cells {
  return new Map(columns.map(({ role }, i): [string, Amount] => [role, amountOf(row.values[i])]));
}

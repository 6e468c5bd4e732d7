// What an earlier check of the same project found out about metrics, so that an edit costs what it touches. Remembering changes
// nothing but time: a test holds every check that remembers against one that does not.
import type { Definitions, KpiDef, MetricDef } from '../shape/definitions.js';
import { isProjectFile } from '../shape/shape-project.js';
import type { SourceFile, Span } from '../source/source-file.js';
import { formulaTexts, type FormulaTexts } from '../types/formula-texts.js';
import type { Type } from '../types/typed.js';
import { sameUnit } from '../types/unit.js';
import { NO_ORDER, type DefinitionOrder } from './definition-order.js';
import type { Metric } from './graph.js';

export interface TypeMemory {
  readonly texts: FormulaTexts;
  /** The text of all that formulas are typed against, metrics and KPIs apart. */
  readonly environment: string;
  /** Whatever else a formula may name, and what it must not be blamed for naming. */
  readonly defs: ReadonlyMap<string, MetricDef>;
  readonly kpis: ReadonlyMap<string, KpiDef>;
  readonly broken: ReadonlySet<string>;
  readonly metrics: ReadonlyMap<string, Metric>;
  /** Metrics about which something was reported: they are looked at in every check. */
  readonly unsound: ReadonlySet<string>;
  readonly order: DefinitionOrder;
}

export const NOTHING_REMEMBERED: TypeMemory = {
  texts: formulaTexts(),
  environment: '',
  defs: new Map(),
  kpis: new Map(),
  broken: new Set(),
  metrics: new Map(),
  unsound: new Set(),
  order: NO_ORDER,
};

/** Whether all is the same that a metric's type follows from, besides what it names. */
export function sameDefinition(a: MetricDef, b: MetricDef): boolean {
  return (
    a === b ||
    (a.formula.text === b.formula.text &&
      (a.formula.style === 'literal') === (b.formula.style === 'literal') &&
      a.unit?.text === b.unit?.text &&
      a.format?.value === b.format?.value &&
      a.decimals?.value === b.decimals?.value &&
      a.empty?.text === b.empty?.text)
  );
}

export function environmentOf(files: readonly SourceFile[], definitions: Definitions): string {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const slice = ({ file, start, end }: Span): string => texts.get(file)?.slice(start, end) ?? '';
  const { datasets, dimensions, parameters, uses, broken } = definitions;
  const project = files.filter(({ path }) => isProjectFile(path)).map(({ text }) => text);
  const defs = [...datasets, ...dimensions, ...parameters, ...uses].map(({ span }) => slice(span));
  const others = broken.filter(({ section }) => !BY_NAME.includes(section));
  return [...project, ...defs, ...others.map(({ section, name, key }) => `${section}/${name.text}/${key ?? ''}`)].join(
    '\u0000',
  );
}

/** Sections of which only the names matter to a formula. */
const BY_NAME: readonly string[] = ['metrics', 'kpis', 'goals', 'owners', 'incentives', 'tests', 'questions'];

/** Of what was written in a wrong shape, what a formula may name. */
export function brokenNames({ broken }: Definitions): ReadonlySet<string> {
  return new Set(
    broken.flatMap(({ section, name }) => (section === 'metrics' || section === 'kpis' ? [name.text] : [])),
  );
}

/** Names that are new or gone: a formula that holds one of these texts may mean something else now. */
export function changedNames(before: TypeMemory, now: Pick<TypeMemory, 'defs' | 'kpis' | 'broken'>): readonly string[] {
  const names = [
    ...changed(before.defs, now.defs),
    ...changed(before.kpis, now.kpis),
    ...changed(before.broken, now.broken),
  ];
  // A formula may write `"my library".cost`.
  return names.map((name) => name.slice(name.lastIndexOf('.') + 1));
}

interface Names {
  readonly size: number;
  readonly has: (name: string) => boolean;
  readonly keys: () => Iterable<string>;
}

function changed(before: Names, now: Names): readonly string[] {
  const names: string[] = [];
  for (const name of now.keys()) if (!before.has(name)) names.push(name);
  if (before.size + names.length !== now.size) for (const name of before.keys()) if (!now.has(name)) names.push(name);
  return names;
}

/** Whether whatever names the metric would be typed the same. */
export function sameFacts(a: Metric | undefined, b: Metric | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return (
    a.additive === b.additive &&
    a.emptyZero === b.emptyZero &&
    a.percent === b.percent &&
    sameType(a.type, b.type) &&
    a.datasets.length === b.datasets.length &&
    a.datasets.every((dataset, i) => dataset === b.datasets[i])
  );
}

function sameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.level !== b.level || a.bare !== b.bare || !sameUnit(a.unit, b.unit)) return false;
  const scale = (type: Type): number | null => (type.value.kind === 'decimal' ? type.value.scale : null);
  return a.value.kind === b.value.kind && scale(a) === scale(b);
}

// The keys that a map may have and does not have yet: those that are needed first, none that another key rules out.
import { breaks, type KeyShape, type ObjectShape, type Rule, type Shape } from '@sextant/parser';
import type { CursorPlace } from '../cursor/cursor-place.js';
import { mapsAt, shapesAt } from '../places/shape-at.js';
import type { Proposal } from './item.js';

/** `column` is where the key begins: what stands below it is indented deeper. */
export function keyProposals(file: string, place: CursorPlace, column: number, hasColon: boolean): readonly Proposal[] {
  const maps = mapsAt(file, place.path);
  return mapsThatFit(maps, place.beside).flatMap((map) => keysOf(map, file, place, column, hasColon));
}

/** Words that a map of names admits: `p50`, `off_track`. */
export function nameProposals(file: string, place: CursorPlace): readonly Proposal[] {
  return shapesAt(file, place.path).flatMap((shape) =>
    shape.kind === 'named' && shape.names.words !== null
      ? shape.names.words
          .filter((word) => !place.beside.has(word))
          .map((label, rank): Proposal => ({ label, kind: 'value', rank, detail: null, insert: `${label}: ` }))
      : [],
  );
}

/** Where one of two kinds of maps may stand, the keys that are there decide. */
function mapsThatFit(maps: readonly ObjectShape[], beside: ReadonlyMap<string, string>): readonly ObjectShape[] {
  const fitting = maps.filter(({ keys }) => [...beside.keys()].every((key) => Object.hasOwn(keys, key)));
  return fitting.length > 0 ? fitting : maps;
}

/** What a rule over the whole project asks for, or what hardly any definition does without. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
  'a KPI': ['title', 'goal', 'owner', 'direction', 'every', 'baseline', 'target', 'at_most', 'at_least'],
  'a metric': ['title', 'description', 'format', 'decimals', 'unit'],
  'a dataset': ['from', 'one', 'key', 'time'],
  'a question': ['by', 'grain', 'over', 'where'],
  'a goal': ['title', 'owner', 'parent', 'period'],
};

function keysOf(
  { noun, keys, rules }: ObjectShape,
  file: string,
  { path, beside, inFlow }: CursorPlace,
  column: number,
  hasColon: boolean,
): readonly Proposal[] {
  const needed = neededKeys(rules, beside);
  return Object.entries(keys).flatMap(([label, key], i): readonly Proposal[] => {
    if (beside.has(label) || isRuledOut(label, rules, beside)) return [];
    // Required ones, those that other keys ask for, those without which the checker says no, then the order of the definition.
    const first = (FIRST[noun] ?? []).indexOf(label);
    const rank = key.required ? i : needed.has(label) ? 100 + i : first === -1 ? 300 + i : 200 + first;
    const insert = hasColon ? label : `${label}:${openingOf(key, inFlow, column)}`;
    const about = { kind: 'key', file, path: [...path, label] } as const;
    return [
      { label, kind: 'key', rank, detail: key.doc, insert, ...(hasColon ? {} : { snippet: true as const }), about },
    ];
  });
}

/** Keys that a rule asks for now, because of what is there or in any case. */
function neededKeys(rules: readonly Rule[], beside: ReadonlyMap<string, string>): ReadonlySet<string> {
  const textOf = (key: string): string | undefined => beside.get(key);
  const asking = rules.filter((rule) => (rule.kind === 'requires' || rule.kind === 'needs') && breaks(rule, textOf));
  return new Set(asking.flatMap(({ others }) => others.map(({ key }) => key)));
}

/** Whether a rule would be broken by the key alone, whatever its text will be. */
function isRuledOut(key: string, rules: readonly Rule[], beside: ReadonlyMap<string, string>): boolean {
  return rules.some((rule) => {
    if (rule.kind !== 'excludes' && rule.kind !== 'idle') return false;
    const concerns = [...(rule.when === null ? [] : [rule.when]), ...rule.others];
    // Some texts are ruled out only: the one to come may be another.
    if (!concerns.some((one) => one.key === key && one.like === undefined && one.unlike === undefined)) return false;
    const textOf = (name: string): string | undefined => (name === key ? '' : beside.get(name));
    return !breaks(rule, (name) => beside.get(name)) && breaks(rule, textOf);
  });
}

/** What stands behind the colon to begin with: brackets for a list, a deeper line for a map. */
function openingOf({ shape }: KeyShape, inFlow: boolean, column: number): string {
  switch (onlyKind(shape)) {
    case 'list':
      return ' [$0]';
    case 'map':
      return inFlow ? ' { $0 }' : `\n${' '.repeat(column + 2)}$0`;
    case 'scalar':
      return ' $0';
  }
}

function onlyKind(shape: Shape): 'list' | 'map' | 'scalar' {
  switch (shape.kind) {
    case 'list':
      return 'list';
    case 'object':
    case 'named':
    case 'byKey':
      return 'map';
    case 'byKind':
      if (shape.scalar !== null && !isNothing(shape.scalar)) return 'scalar';
      return shape.map !== null ? 'map' : 'list';
    default:
      return 'scalar';
  }
}

/** A section may be left empty; nobody means to. */
function isNothing(shape: Shape): boolean {
  return shape.kind === 'scalar' && shape.form.types.includes('null') && shape.form.types.length === 1;
}

// The words of a comparison; all formats use these.
import type { Asked, DefinitionChange, Detail, Effects, Verdict, Why } from './load-diff.js';

/** What changes are listed under; what is new beside the rest, where it moves nothing. */
export type Group = Verdict | 'new';

export const GROUPS: readonly Group[] = [
  'breaking',
  'unknown',
  'numbers',
  'target',
  'ownership',
  'reasons',
  'meaning',
  'new',
  'metadata',
  'cosmetic',
];

const TITLES: Readonly<Record<Group, string>> = {
  breaking: 'breaking',
  unknown: 'not known',
  numbers: 'numbers may change',
  target: 'targets and status',
  ownership: 'ownership',
  reasons: 'other reasons for no value',
  meaning: 'same meaning',
  new: 'new',
  metadata: 'descriptions',
  cosmetic: 'layout',
};

const EXPLAINED: Readonly<Record<Group, string>> = {
  breaking: 'whoever relies on the definition has to look',
  unknown: 'errors stand in the way',
  numbers: 'no law says that the numbers stay',
  target: 'the numbers stay, what they are held against does not',
  ownership: 'who answers, and for which goal',
  reasons: 'the numbers stay; where there is none, another reason may be given',
  meaning: 'written otherwise, and the same by law',
  new: 'nothing that was there moves',
  metadata: 'what is told, not what is computed',
  cosmetic: 'comments, spaces, order',
};

export function groupOf({ kind, verdict }: DefinitionChange): Group {
  return kind === 'added' && verdict === 'metadata' ? 'new' : verdict;
}

export function groupTitle(group: Group): string {
  return TITLES[group];
}

export function groupExplained(group: Group): string {
  return EXPLAINED[group];
}

export function nodeWord(node: string): string {
  return node === 'kpi' ? 'KPI' : node === 'use' ? 'library' : node === 'project' ? 'project' : node;
}

/** `KPI revenue_kpi`, `metric sales_value, which was revenue`. */
export function changeName({ node, name, nameBefore }: DefinitionChange): string {
  return `${nodeWord(node)} ${name}${nameBefore === null ? '' : `, which was ${nameBefore}`}`;
}

export function kindWords({ kind }: DefinitionChange): string {
  return kind === 'changed' ? '' : kind === 'added' ? 'new' : kind;
}

const WHY: Readonly<Record<Why, string>> = {
  same_by_laws: '',
  same_by_names: 'the same once names stand for their formulas',
  used_by_others: '',
  turned_non_additive: 'values of groups no longer add up to the whole',
  from_below: 'by what it is made of',
  moved_file: '',
  error_before: 'the earlier version has an error',
  error_after: 'it has an error, see `kpi check`',
};

export function whyWords(why: Why | null): string {
  return why === null ? '' : WHY[why];
}

/** Formulas and long texts are shown below each other, all else in one line. */
export function isLong({ key, before, after }: Detail): boolean {
  const long = Math.max(before?.length ?? 0, after?.length ?? 0) > 40 || /\n/.test(`${before ?? ''}${after ?? ''}`);
  return key === 'formula' || key === 'where' || long;
}

export function keyWords(key: string): string {
  return key.startsWith('field @')
    ? 'field'
    : key
        .replaceAll('@', '')
        .replace(/\b(?:kpi|goal|metric|dataset|owner|field):/g, '')
        .replaceAll('_', ' ');
}

/** `additive` is yes or no. */
export function sideWords(key: string, text: string | null): string {
  if (key === 'additive') return text === null ? 'no' : 'yes';
  return text === null || text === '' ? 'none' : text;
}

const PLURALS: readonly (readonly [Exclude<keyof Effects, 'tests'>, string, string])[] = [
  ['fields', 'field', 'fields'],
  ['dimensions', 'dimension', 'dimensions'],
  ['metrics', 'metric', 'metrics'],
  ['kpis', 'KPI', 'KPIs'],
  ['judged', 'the status of KPI', 'the status of KPIs'],
  ['goals', 'goal', 'goals'],
  ['incentives', 'incentive', 'incentives'],
  ['questions', 'question', 'questions'],
];

/** Names that a line of text shows of one kind. */
const NAMES = 8;

/** `metrics aov, fee; KPI revenue_kpi`; empty for nothing. */
export function effectWords(effects: Effects): readonly string[] {
  return PLURALS.flatMap(([key, one, many]) => {
    const names = effects[key];
    if (names.length === 0) return [];
    const more = names.length > NAMES ? ` and ${names.length - NAMES} more` : '';
    return [`${names.length === 1 ? one : many} ${names.slice(0, NAMES).join(', ')}${more}`];
  });
}

/** `head (Head of sales), #sales`. */
export function askedName({ owner, title, contact }: Asked): string {
  return [title === null ? owner : `${owner} (${title})`, ...(contact === null ? [] : [contact])].join(', ');
}

/** `goal company, KPI revenue_kpi and 2 more`. */
export function askedFor({ because }: Asked): string {
  const names = because
    .slice(0, 3)
    .map((id) => `${nodeWord(id.slice(0, id.indexOf(':')))} ${id.slice(id.indexOf(':') + 1)}`);
  const more = because.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

export function noExample(trials: number): string {
  return `no difference found in ${trials} trials`;
}

export const NOTHING = 'nothing differs';

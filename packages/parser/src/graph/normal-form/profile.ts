// Why a part of a formula can have no value. Operands change places only where nobody can tell from the reason.
import type { Graph } from '../graph.js';
import { showMember } from '../../types/bind-member.js';
import { isZeroText, numberText } from '../../types/make-typed.js';
import type { AggregateTyped, CallTyped, ScalarFunction, Typed, WindowOp } from '../../types/typed.js';

/**
 * `never` has always a value. `some` has none for one of the reasons; or, with a token, because the rows of a dataset
 * cannot be chosen in this context: then every part with the same token has no value, and for the same reason.
 * `any` is what was not looked into.
 */
export type Profile =
  | { readonly kind: 'never' }
  | { readonly kind: 'any' }
  | { readonly kind: 'some'; readonly token: string | null; readonly reasons: ReadonlySet<string> };

/** What whoever looks at the result can tell apart: every reason, only missing rates from the rest, or none. */
export type Eyes = 'all' | 'rates' | 'none';

const NEVER: Profile = { kind: 'never' };
const ANY: Profile = { kind: 'any' };
const NO_VALUE: Profile = some(['no_value']);
const RATES: readonly string[] = ['missing_rate', 'no_rate_date'];

/** Reasons of a function's own, beside those of its arguments. */
const OWN_REASONS: Readonly<Partial<Record<ScalarFunction, readonly string[]>>> = {
  mod: ['division_by_zero'],
  divide: ['division_by_zero'],
  power: ['division_by_zero', 'invalid_argument', 'out_of_range'],
  sqrt: ['invalid_argument', 'out_of_range'],
  exp: ['invalid_argument', 'out_of_range'],
  ln: ['invalid_argument', 'out_of_range'],
  round: ['invalid_argument'],
  substring: ['invalid_argument'],
  date_trunc: ['out_of_range', 'no_bucket'],
  date_diff: ['out_of_range', 'no_bucket'],
  date_add: ['out_of_range', 'no_bucket'],
  cast: ['invalid_argument', 'out_of_range'],
  growth: ['no_base'],
};

/** Whether two operands may change places: the first one without a value gives the reason. */
export function mayCommute(a: Profile, b: Profile, eyes: Eyes, graph: Graph): boolean {
  if (eyes === 'none' || a.kind === 'never' || b.kind === 'never') return true;
  if (eyes === 'rates') return new Set([...seenRates(a, graph), ...seenRates(b, graph)]).size <= 1;
  if (a.kind === 'any' || b.kind === 'any' || a.token !== b.token) return false;
  return a.reasons.size === 0 || b.reasons.size === 0 || new Set([...a.reasons, ...b.reasons]).size <= 1;
}

/** Whether a missing rate can be the reason. */
export function canLackRates(profile: Profile, graph: Graph): boolean {
  if (profile.kind === 'never') return false;
  return profile.kind === 'any' ? hasRates(graph) : RATES.some((rate) => profile.reasons.has(rate));
}

export function hasRates(graph: Graph): boolean {
  return graph.project.def.exchangeRates !== null;
}

function seenRates(profile: Profile, graph: Graph): ReadonlySet<string> {
  const seen = new Set<string>();
  if (profile.kind === 'any') {
    seen.add('other');
    if (hasRates(graph)) for (const rate of RATES) seen.add(rate);
  } else if (profile.kind === 'some') {
    for (const reason of profile.reasons) seen.add(RATES.includes(reason) ? reason : 'other');
    if (profile.token !== null) seen.add('other');
  }
  return seen;
}

export type Profiles = (typed: Typed) => Profile;

export function makeProfiles(graph: Graph): Profiles {
  const known = new WeakMap<Typed, Profile>();
  const busy = new Set<Typed>();

  return (typed) => profileAt(typed, '');

  /** `chain`: the operators that made the context out of the one that the siblings share. */
  function profileAt(typed: Typed, chain: string): Profile {
    const settled = chain === '' ? known.get(typed) : undefined;
    if (settled !== undefined) return settled;
    // Cycles are errors; what is on one is not looked into.
    if (busy.has(typed)) return ANY;
    busy.add(typed);
    const profile = profileOf(typed, chain);
    busy.delete(typed);
    if (chain === '') known.set(typed, profile);
    return profile;
  }

  function profileOf(typed: Typed, chain: string): Profile {
    const inside = (part: Typed): Profile => profileAt(part, chain);
    switch (typed.kind) {
      case 'const':
        return NEVER;
      case 'null':
      case 'parameter':
        return NO_VALUE;
      case 'field':
        return fieldProfile(typed.dataset, typed.field, typed.path.length > 0);
      case 'member': {
        const { member } = typed;
        if (member.kind === 'field') return fieldProfile(member.path.at(-1)?.to ?? member.dataset, member.field, true);
        const fields = graph.dimensions.get(member.dimension)?.fields ?? [];
        return together([NO_VALUE, ...fields.map((field) => fieldProfile(field.dataset, field.field, true))]);
      }
      case 'call':
        return callProfile(typed, inside);
      case 'case': {
        const values = typed.branches.map((branch) => inside(branch.then));
        values.push(typed.otherwise === null ? NO_VALUE : inside(typed.otherwise));
        // One branch is taken, so what holds of all together holds of none for sure.
        return values.some((one) => one.kind === 'some' && one.token !== null) ? ANY : together(values);
      }
      case 'convert':
        return plus(inside(typed.of), typed.skipMissing ? ['no_value'] : RATES);
      case 'child':
        return aggregateProfile(typed.aggregate, null);
      case 'aggregate':
        return aggregateProfile(typed, JSON.stringify([typed.dataset, typed.dated?.path, typed.dated?.field, chain]));
      case 'metric': {
        const metric = graph.metrics.get(typed.metric);
        if (metric === undefined) return ANY;
        const profile = profileAt(metric.formula, chain);
        if (!metric.emptyZero || profile.kind !== 'some') return profile;
        return { ...profile, reasons: new Set([...profile.reasons].filter((reason) => reason !== 'no_rows')) };
      }
      case 'filtered':
        return canLackRates(inside(typed.condition), graph) ? plus(inside(typed.of), RATES) : inside(typed.of);
      case 'across':
        return profileAt(typed.of, typed.time ? `${chain}|time` : chain);
      case 'window':
        return profileAt(typed.of, `${chain}|${windowKey(typed.op)} ${typed.partial}`);
      case 'state':
        return profileAt(typed.of, `${chain}|${typed.op} ${typed.each === null ? '' : showMember(typed.each)}`);
      case 'per':
      case 'conversion':
      case 'retention':
      case 'top_share':
      case 'target':
      case 'window_length':
      case 'unknown':
        return ANY;
    }
  }

  function fieldProfile(dataset: string, name: string, far: boolean): Profile {
    const field = graph.datasets.get(dataset)?.fields.get(name);
    if (field === undefined) return ANY;
    if (field.formula === null) return NO_VALUE;
    const profile = profileAt(field.formula, '');
    return far ? plus(profile, ['no_value']) : profile;
  }

  function aggregateProfile(typed: AggregateTyped, token: string | null): Profile {
    const reasons = new Set<string>();
    for (const part of [typed.value, typed.where]) {
      const profile = part === null ? NEVER : profileAt(part, '');
      if (profile.kind === 'any') return ANY;
      // All other reasons inside are passed over.
      if (profile.kind === 'some') for (const rate of RATES) if (profile.reasons.has(rate)) reasons.add(rate);
    }
    // The question's own filters may lack rates too, though not for the rows of a parent.
    if (token !== null && hasRates(graph)) for (const rate of RATES) reasons.add(rate);
    if (!typed.fn.startsWith('count')) reasons.add('no_rows');
    if (typed.fn === 'stddev' || typed.fn === 'variance') reasons.add('too_few_rows');
    if (typed.fn === 'stddev') for (const one of ['invalid_argument', 'out_of_range']) reasons.add(one);
    if (token === null && reasons.size === 0) return NEVER;
    return { kind: 'some', token, reasons };
  }
}

function callProfile(typed: CallTyped, inside: (part: Typed) => Profile): Profile {
  const { fn, args } = typed;
  const [first] = args;
  switch (fn) {
    case 'is_null':
      return NEVER;
    case 'coalesce':
      // Without any the first one's reason.
      if (args.some((arg) => inside(arg).kind === 'never')) return NEVER;
      return args.every((arg) => sameToken(inside(arg), first === undefined ? ANY : inside(first)))
        ? first === undefined
          ? ANY
          : inside(first)
        : ANY;
    case 'nullif':
      return first === undefined ? ANY : plus(inside(first), ['no_value']);
    case 'divide':
    case 'mod': {
      const divisor = args[1] === undefined ? null : numberText(args[1]);
      const own = divisor !== null && !isZeroText(divisor) ? [] : (OWN_REASONS[fn] ?? []);
      return plus(together(args.map(inside)), own);
    }
    case 'round':
      return args.length < 2 ? together(args.map(inside)) : plus(together(args.map(inside)), OWN_REASONS.round ?? []);
    default:
      return plus(together(args.map(inside)), OWN_REASONS[fn] ?? []);
  }
}

function sameToken(a: Profile, b: Profile): boolean {
  return a.kind === 'some' && b.kind === 'some' && a.token === b.token;
}

function some(reasons: readonly string[]): Profile {
  return { kind: 'some', token: null, reasons: new Set(reasons) };
}

function plus(profile: Profile, reasons: readonly string[]): Profile {
  if (reasons.length === 0 || profile.kind === 'any') return profile;
  if (profile.kind === 'never') return some(reasons);
  return { ...profile, reasons: new Set([...profile.reasons, ...reasons]) };
}

/** Without a value as soon as one of the parts is. */
function together(parts: readonly Profile[]): Profile {
  let found: Profile = NEVER;
  for (const part of parts) {
    if (part.kind === 'never') continue;
    if (part.kind === 'any') return ANY;
    if (found.kind === 'some') {
      if (found.token !== part.token) return ANY;
      found = { ...found, reasons: new Set([...found.reasons, ...part.reasons]) };
    } else found = part;
  }
  return found;
}

function windowKey(op: WindowOp): string {
  return JSON.stringify(op);
}

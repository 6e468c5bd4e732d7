// Aggregates over rows in words, and what follows entities from row to row.
import type {
  AggregateTyped,
  ChildTyped,
  ConversionTyped,
  RetentionTyped,
  Step,
  TopShareTyped,
} from '../types/typed.js';
import { aggregateHead } from './aggregate-heads.js';
import { asPercent } from './amounts.js';
import { whichRows } from './conditions.js';
import { plural } from './english.js';
import { entityOf, fieldName, memberName, rowName, rowsName, spanName } from './names.js';
import { nounPhrase, within, type Phrase } from './phrase.js';
import type { Speaker } from './speaker.js';

export function aggregatePhrase(aggregate: AggregateTyped, speaker: Speaker, owner = ''): Phrase {
  const { fn, value, fraction, where, dated } = aggregate;
  const head = aggregateHead(fn, fraction, value);
  const rows = `${rowsName(speaker.graph, aggregate.dataset)}${owner}`;
  const which = whichRows(where, speaker);
  const by = dated === null ? '' : `, dated by ${fieldName(speaker.graph, dated)}`;
  const tail = `${which}${by}`;
  const open = tail !== '';
  if (value === null) return nounPhrase(`${head} ${rows}${tail}`, open);
  const said = speaker.say(value);
  // Rows of which something is taken are named after it: `all` where every one counts.
  const among = `${open || owner !== '' ? '' : 'all '}${rows}${tail}`;
  if (fn === 'count') return nounPhrase(`${head} ${rows} with a value for ${within(said, 'word')}${tail}`, true);
  if (fn === 'count_distinct') return nounPhrase(`${head} ${distinctThings(aggregate, said)} among ${among}`, true);
  const joint = fn === 'min' || fn === 'max' || fn === 'first' || fn === 'last' ? 'among' : 'over';
  return nounPhrase(`${head} ${within(said, 'word')} ${joint} ${among}`, true);
}

/** A row value made of the rows that refer to the row at hand: `the earliest ordered at among the customer’s orders`. */
export function childPhrase({ parent, aggregate }: ChildTyped, speaker: Speaker): Phrase {
  return aggregatePhrase(aggregate, speaker, ` of the ${rowName(speaker.graph, parent)}`);
}

/** `customers` where the values stand for things that are counted, else `values of` what is said. */
function distinctThings({ type }: AggregateTyped, said: Phrase): string {
  const [factor, more] = type.unit;
  if (factor !== undefined && more === undefined && factor.kind === 'counted')
    return plural(factor.base.replaceAll('_', ' '));
  return `values of ${within(said, 'word')}`;
}

export function conversionPhrase({ result, from, to, within: span }: ConversionTyped, speaker: Speaker): Phrase {
  const head = result === 'share' ? 'the share of' : 'the number of';
  const follows = `followed by ${oneOf(to, speaker)} of the same ${entity(to, speaker)}`;
  return nounPhrase(`${head} ${rowsOf(from, speaker)} that are ${follows} within ${spanName(span)}`, true);
}

export function retentionPhrase({ of, at }: RetentionTyped, speaker: Speaker): Phrase {
  const who = plural(entity(of, speaker));
  return nounPhrase(
    `the share of ${who} with ${oneOf(of, speaker)} who have another one ${spanName(at)} after their first`,
    true,
  );
}

export function topSharePhrase({ of, key, fraction, ofDataset }: TopShareTyped, speaker: Speaker): Phrase {
  const things = plural(memberName(speaker.graph, key));
  const all = ofDataset === null ? things : `all ${rowsName(speaker.graph, ofDataset)}, also those without any`;
  const said = within(speaker.say(of), 'noun');
  return nounPhrase(`the share of ${said} from the largest ${asPercent(fraction)} of ${all}`, true);
}

function rowsOf(step: Step, speaker: Speaker): string {
  return `${rowsName(speaker.graph, step.dataset)}${whichRows(step.where, speaker)}`;
}

function oneOf(step: Step, speaker: Speaker): string {
  const one = rowName(speaker.graph, step.dataset);
  return `${/^[aeiou]/i.test(one) ? 'an' : 'a'} ${one}${whichRows(step.where, speaker)}`;
}

function entity({ entity: field }: Step, { graph }: Speaker): string {
  return entityOf(graph, field) ?? fieldName(graph, field);
}

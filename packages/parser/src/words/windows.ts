// Times and groupings in words: windows, states, `across` and `per`.
import type { AcrossTyped, PerKey, PerTyped, StateTyped, WindowOp, WindowTyped } from '../types/typed.js';
import { aggregateHead } from './aggregate-heads.js';
import { listed, plural } from './english.js';
import { levelName, memberName, spanName } from './names.js';
import { nounPhrase, within, type Phrase } from './phrase.js';
import type { Speaker } from './speaker.js';

/** `the same part of the year before`: half a month is compared with half a month, unless `full` is said. */
export function earlier({ span, full }: Extract<WindowOp, { kind: 'prior' }>): string {
  const level = levelName(span.level);
  if (span.amount === 1) return full ? `the whole ${level} before` : `the same part of the ${level} before`;
  return full ? `the whole time ${spanName(span)} before` : `the same time ${spanName(span)} before`;
}

export function windowPhrase({ of, op, partial }: WindowTyped, speaker: Speaker): Phrase {
  const said = within(speaker.say(of), 'noun');
  const also = partial ? ', also where history is shorter' : '';
  return nounPhrase(`${said} ${windowWords(op)}${also}`, true);
}

function windowWords(op: WindowOp): string {
  switch (op.kind) {
    case 'prior':
      return `in ${earlier(op)}`;
    case 'to_date':
      return `in the ${levelName(op.level)} so far`;
    case 'whole':
      return `in the whole ${levelName(op.level)}`;
    case 'rolling':
      return `in the last ${spanName(op.span)}`;
    case 'cumulative':
      return 'in all time so far';
  }
}

export function statePhrase({ op, of, each }: StateTyped, speaker: Speaker): Phrase {
  const when = op === 'closing' ? 'end' : 'start';
  const apart = each === null ? '' : `, each ${memberName(speaker.graph, each)} by its own last count`;
  return nounPhrase(`${within(speaker.say(of), 'noun')} at the ${when} of the period${apart}`, true);
}

export function acrossPhrase({ of, keys, all, time, unfiltered }: AcrossTyped, speaker: Speaker): Phrase {
  const said = within(speaker.say(of), 'noun');
  const names = listed(
    keys.map((key) => memberName(speaker.graph, key)),
    'and',
  );
  const groups = all ? [' in all groups together'] : names === '' ? [] : [` for every ${names} together`];
  const range = time ? [' over the whole time asked for'] : [];
  const free = unfiltered ? [', whatever is filtered'] : [];
  return nounPhrase(`${said}${[...groups, ...range, ...free].join('')}`, true);
}

export function perPhrase(per: PerTyped, speaker: Speaker): Phrase {
  const things = per.keys.map((key) => keyName(key, speaker));
  const where = per.where === null ? null : speaker.condition(per.where);
  if (per.of === null) {
    const counted = things.map(plural).join(' and ');
    return nounPhrase(`the number of ${counted}${where === null ? '' : ` for which ${where}`}`, where !== null);
  }
  const each = `per ${listed(things, 'and')}`;
  const only = where === null ? '' : `, of those for which ${where}`;
  const skipped = per.skip ? ', without those that have no value' : '';
  const said = speaker.say(per.of);
  const head = aggregateHead(per.fn, per.fraction, null);
  const tail = `${only}${skipped}`;
  return said.hold === 'word'
    ? nounPhrase(`${head} ${said.text} ${each}${tail}`, tail !== '')
    : nounPhrase(`${head.replace(/ of$/, '')}, ${each}, of ${within(said, 'noun')}${tail}`, said.open || tail !== '');
}

function keyName(key: PerKey, { graph }: Speaker): string {
  return key.kind === 'level' ? levelName(key.level) : memberName(graph, key.member);
}

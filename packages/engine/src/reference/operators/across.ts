// `m across d`: the inner metric sees the groups without d; filters stay, unless `unfiltered` takes the question's own away.
import { showMember, walkTyped, type AcrossTyped, type Typed } from '@sextant/parser';
import { sameMember, type Context } from '../context.js';

export function acrossContext(typed: AcrossTyped, context: Context): Context {
  const isDropped = (member: Context['groups'][number]['member']): boolean =>
    typed.all || typed.keys.some((key) => sameMember(key, member));
  return {
    ...context,
    groups: context.groups.filter((group) => !isDropped(group.member)),
    asked: typed.unfiltered ? context.asked.filter((condition) => !isOnlyAbout(condition, typed)) : context.asked,
    time: typed.time ? context.range : context.time,
  };
}

/** A conjunct that mixes the named dimensions with others was refused before; it would stay. */
function isOnlyAbout(condition: Typed, { keys }: AcrossTyped): boolean {
  const names = new Set(keys.map(showMember));
  const mentioned: string[] = [];
  walkTyped(condition, (node) => {
    if (node.kind === 'member') mentioned.push(showMember(node.member));
  });
  return mentioned.length > 0 && mentioned.every((name) => names.has(name));
}

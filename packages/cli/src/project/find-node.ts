// The node of the graph that a person named, with or without its kind.
import { didYouMeanHelp, type Picture } from '@sextant/parser';

export type FoundNode =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'problem'; readonly message: string; readonly help: string };

export function findNode(picture: Picture, asked: string): FoundNode {
  const matches = picture.nodes.filter(({ id, name }) => id === asked || name === asked);
  const [first, second] = matches;
  if (first !== undefined && second === undefined) return { kind: 'found', id: first.id };
  const exact = matches.find(({ id }) => id === asked);
  if (exact !== undefined) return { kind: 'found', id: exact.id };
  if (first !== undefined) {
    const ids = matches.map(({ id }) => `\`${id}\``);
    return {
      kind: 'problem',
      message: `\`${asked}\` is the name of several things`,
      help: `write ${ids.join(' or ')}`,
    };
  }
  const names = asked.includes(':') ? picture.nodes.map(({ id }) => id) : picture.nodes.map(({ name }) => name);
  return {
    kind: 'problem',
    message: `nothing in this project is named \`${asked}\``,
    help: didYouMeanHelp(asked, new Set(names)) ?? '`kpi graph` lists what there is',
  };
}

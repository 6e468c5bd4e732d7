// What a word is: its type and unit, its definition in words, what it is made of.
import type { monaco } from '../setup.js';
import { pathOf } from '../models.js';
import { ask } from './ask.js';
import { fromMarkup, fromRange, toPosition } from './convert.js';

export const hover: monaco.languages.HoverProvider = {
  provideHover: async (model, position, token) => {
    const found = await ask(model, 'hover', { path: pathOf(model.uri), position: toPosition(position) }, token);
    if (found === null) return null;
    const { contents, range } = found;
    const list = Array.isArray(contents) ? contents : [contents];
    return {
      contents: list.map(fromMarkup),
      ...(range === undefined ? {} : { range: fromRange(range) }),
    };
  },
};

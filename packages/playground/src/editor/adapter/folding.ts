// Which lines can be folded away.
import { monaco } from '../setup.js';
import { pathOf } from '../models.js';
import { ask } from './ask.js';

export const folding: monaco.languages.FoldingRangeProvider = {
  provideFoldingRanges: async (model, _context, token) => {
    const found = (await ask(model, 'foldingRanges', { path: pathOf(model.uri) }, token)) ?? [];
    return found.map(({ startLine, endLine, kind }) => ({
      start: startLine + 1,
      end: endLine + 1,
      ...(kind === 'comment' ? { kind: monaco.languages.FoldingRangeKind.Comment } : {}),
    }));
  },
};

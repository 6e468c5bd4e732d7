// Reads a formula: a scalar that a later stage parses, after a look at what YAML may have cut from it.
import type { ScalarNode } from '../yaml/tree.js';
import { spanInScalar } from '../yaml/tree.js';
import { commentStart, cutByColon, cutByComment, isMissing } from './cut-text.js';
import { commentInFormula, cutText } from './errors.js';
import { refuse, type Reader } from './reader.js';
import type { Shape } from './shape.js';

const shape: Shape = { kind: 'formula' };

export const formula: Reader<ScalarNode> = {
  shape,
  read: (node, at, reading) => {
    const { file, diagnostics } = reading;
    const colon = node.kind === 'map' ? cutByColon(node) : null;
    // A broken one goes on: it is there, and later stages stay silent about it.
    if (node.kind === 'scalar' && node.broken === true) return node;
    if (node.kind === 'scalar' && !isMissing(node)) {
      if (node.style === 'plain') {
        const cut = cutByComment(node, file);
        if (cut !== null) {
          diagnostics.push(cutText(cut, file, 'comment', true));
          return null;
        }
      }
      const comment = node.style === 'literal' ? -1 : commentStart(node.text);
      if (comment === -1) return node;
      diagnostics.push(commentInFormula(spanInScalar(node, comment, comment + 2)));
    } else if (colon !== null) {
      diagnostics.push(cutText(colon, file, 'colon', true));
    } else if (node.kind !== 'scalar' && node.flow) {
      diagnostics.push(cutText(node.span, file, 'brackets', true));
    } else {
      refuse(node, at, shape, reading);
    }
    return null;
  },
};

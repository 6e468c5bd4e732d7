// What a function takes, while its arguments are written.
import type { monaco } from '../setup.js';
import { pathOf } from '../models.js';
import { ask } from './ask.js';
import { fromMarkup, toPosition } from './convert.js';

export const signatureHelp: monaco.languages.SignatureHelpProvider = {
  signatureHelpTriggerCharacters: ['(', ','],
  provideSignatureHelp: async (model, position, token) => {
    const found = await ask(model, 'signatureHelp', { path: pathOf(model.uri), position: toPosition(position) }, token);
    if (found === null) return null;
    return {
      dispose: () => {},
      value: {
        activeSignature: found.activeSignature ?? 0,
        activeParameter: found.activeParameter ?? 0,
        signatures: found.signatures.map(({ label, documentation, parameters }) => ({
          label,
          ...(documentation === undefined ? {} : { documentation: fromMarkup(documentation) }),
          parameters: (parameters ?? []).map((one) => ({
            label: one.label,
            ...(one.documentation === undefined ? {} : { documentation: fromMarkup(one.documentation) }),
          })),
        })),
      },
    };
  },
};

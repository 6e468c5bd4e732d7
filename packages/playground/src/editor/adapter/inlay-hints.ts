// What the checker found out and nobody wrote: units behind names.
import type { monaco } from '../setup.js';
import { pathOf } from '../models.js';
import { ask } from './ask.js';
import { fromPosition, toRange } from './convert.js';

export function inlayHints(onChange: monaco.IEvent<void>): monaco.languages.InlayHintsProvider {
  return {
    onDidChangeInlayHints: onChange,
    provideInlayHints: async (model, range, token) => {
      const found = await ask(model, 'inlayHints', { path: pathOf(model.uri), range: toRange(range) }, token);
      return {
        hints: (found ?? []).map(({ label, position, tooltip, kind }) => ({
          label: typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
          position: fromPosition(position),
          ...(kind === undefined ? {} : { kind }),
          ...(typeof tooltip === 'string' ? { tooltip } : {}),
        })),
        dispose: () => {},
      };
    },
  };
}

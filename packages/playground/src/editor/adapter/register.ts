// All language features of the editor, each from the language worker.
import { effect } from '@preact/signals';
import { monaco } from '../setup.js';
import { part } from '../../state/store.js';
import { languageWorker } from '../../flow/workers.js';
import { codeActions } from './code-actions.js';
import { completion } from './completion.js';
import { definition } from './definition.js';
import { folding } from './folding.js';
import { format } from './format.js';
import { hover } from './hover.js';
import { inlayHints } from './inlay-hints.js';
import { highlights, references } from './references.js';
import { rename } from './rename.js';
import { semanticTokens } from './semantic-tokens.js';
import { signatureHelp } from './signature-help.js';
import { symbols } from './symbols.js';

export async function registerFeatures(): Promise<void> {
  const legend = await languageWorker().call('legend', null);
  const selector = { language: 'yaml', scheme: 'kpi' };
  const { languages } = monaco;
  // Colours and hints of one file change with an edit of another.
  const changed = new monaco.Emitter<void>();
  const revision = part(({ checked }) => checked.revision);
  effect(() => {
    void revision.value;
    changed.fire();
  });
  languages.registerHoverProvider(selector, hover);
  languages.registerCompletionItemProvider(selector, completion);
  languages.registerDefinitionProvider(selector, definition);
  languages.registerReferenceProvider(selector, references);
  languages.registerDocumentHighlightProvider(selector, highlights);
  languages.registerRenameProvider(selector, rename);
  languages.registerCodeActionProvider(selector, codeActions, {
    providedCodeActionKinds: ['quickfix', 'source.fixAll'],
  });
  languages.registerDocumentFormattingEditProvider(selector, format);
  languages.registerInlayHintsProvider(selector, inlayHints(changed.event));
  languages.registerFoldingRangeProvider(selector, folding);
  languages.registerDocumentSymbolProvider(selector, symbols);
  languages.registerSignatureHelpProvider(selector, signatureHelp);
  if (legend.kind === 'value')
    languages.registerDocumentSemanticTokensProvider(
      selector,
      semanticTokens(
        { tokenTypes: [...legend.value.types], tokenModifiers: [...legend.value.modifiers] },
        changed.event,
      ),
    );
}

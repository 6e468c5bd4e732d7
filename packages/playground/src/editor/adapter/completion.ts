// What can be written here.
import type { CompletionItem, Range } from '@sextant/language-service';
import { monaco } from '../setup.js';
import { pathOf } from '../models.js';
import { ask } from './ask.js';
import { fromEdit, fromMarkup, fromRange, toPosition } from './convert.js';

/** A proposal with what the service said of it, to be asked about again. */
interface Proposal extends monaco.languages.CompletionItem {
  readonly given: CompletionItem;
}

export const completion: monaco.languages.CompletionItemProvider = {
  triggerCharacters: [' ', '.', "'", '(', '[', ','],
  provideCompletionItems: async (model, position, _context, token) => {
    const at = { path: pathOf(model.uri), position: toPosition(position) };
    const list = await ask(model, 'completion', at, token);
    if (list === null) return { suggestions: [] };
    const word = model.getWordUntilPosition(position);
    const usual = {
      startLineNumber: position.lineNumber,
      endLineNumber: position.lineNumber,
      startColumn: word.startColumn,
      endColumn: word.endColumn,
    };
    return {
      incomplete: list.isIncomplete,
      suggestions: list.items.map((item) => proposalOf(item, usual)),
    };
  },
  resolveCompletionItem: async (item, token) => {
    if (!('given' in item)) return item;
    const { given } = item as Proposal;
    const [model] = monaco.editor.getModels();
    const full = model === undefined ? null : await ask(model, 'resolveCompletion', given, token);
    if (full === null) return item;
    return {
      ...item,
      ...(full.detail === undefined ? {} : { detail: full.detail }),
      ...(full.documentation === undefined ? {} : { documentation: fromMarkup(full.documentation) }),
    };
  },
};

function proposalOf(item: CompletionItem, usual: monaco.IRange): Proposal {
  const {
    label,
    kind,
    detail,
    documentation,
    sortText,
    filterText,
    preselect,
    textEdit,
    insertText,
    insertTextFormat,
  } = item;
  const edit =
    textEdit === undefined
      ? null
      : 'range' in textEdit
        ? textEdit
        : { range: textEdit.insert, newText: textEdit.newText };
  return {
    given: item,
    label: item.labelDetails === undefined ? label : { label, ...item.labelDetails },
    kind: KINDS[kind ?? 1] ?? monaco.languages.CompletionItemKind.Text,
    insertText: edit?.newText ?? insertText ?? label,
    range: edit === null ? usual : fromRange(edit.range satisfies Range),
    ...(insertTextFormat === 2
      ? { insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet }
      : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: fromMarkup(documentation) }),
    ...(sortText === undefined ? {} : { sortText }),
    ...(filterText === undefined ? {} : { filterText }),
    ...(preselect === undefined ? {} : { preselect }),
    ...(item.additionalTextEdits === undefined ? {} : { additionalTextEdits: item.additionalTextEdits.map(fromEdit) }),
    ...(item.command === undefined ? {} : { command: { id: item.command.command, title: item.command.title } }),
  };
}

const K = monaco.languages.CompletionItemKind;

/** By the numbers that the protocol gives them. */
const KINDS: readonly monaco.languages.CompletionItemKind[] = [
  K.Text,
  K.Text,
  K.Method,
  K.Function,
  K.Constructor,
  K.Field,
  K.Variable,
  K.Class,
  K.Interface,
  K.Module,
  K.Property,
  K.Unit,
  K.Value,
  K.Enum,
  K.Keyword,
  K.Snippet,
  K.Color,
  K.File,
  K.Reference,
  K.Folder,
  K.EnumMember,
  K.Constant,
  K.Struct,
  K.Event,
  K.Operator,
  K.TypeParameter,
];

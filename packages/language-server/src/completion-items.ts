// Items of completion on their way to an editor and back.
import type { CompletionItem, CompletionList } from 'vscode-languageserver';

/** With the document that they are for, so that what is said of one later is said of the right project. */
export function sentItems({ items, isIncomplete }: CompletionList, uri: string, snippets: boolean): CompletionList {
  return {
    isIncomplete,
    items: items.map((item) => {
      const sent = snippets ? item : withoutPlaces(item);
      const about: unknown = item.data;
      return about === undefined ? sent : { ...sent, data: { uri, about } };
    }),
  };
}

/** Null where it is none of ours. */
export function returnedItem(item: CompletionItem): { readonly uri: string; readonly item: CompletionItem } | null {
  const data: unknown = item.data;
  if (typeof data !== 'object' || data === null || !('uri' in data) || !('about' in data)) return null;
  return typeof data.uri === 'string' ? { uri: data.uri, item: { ...item, data: data.about } } : null;
}

/** For editors that know no places to fill: `prior(m, 1 year)`. */
function withoutPlaces(item: CompletionItem): CompletionItem {
  const { textEdit } = item;
  if (item.insertTextFormat !== 2 || textEdit === undefined) return item;
  const newText = textEdit.newText.replaceAll(/\$\{\d+:([^}]*)\}|\$\d/g, '$1');
  return { ...item, insertTextFormat: 1, textEdit: { ...textEdit, newText } };
}

// Proposals at a cursor, and the documentation of the one that is looked at.
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { complete } from '../complete/complete.js';
import type { About } from '../complete/item.js';
import { describeSymbol } from '../describe/describe-symbol.js';
import { describeCode, describeKey, describeWord } from '../describe/describe-word.js';
import { symbol } from '@sextant/parser';
import { keyAt } from '../places/shape-at.js';
import { knownLibraries } from '../workspace/known-libraries.js';
import { lastNames, type Workspace } from '../workspace/workspace.js';
import { offsetIn, type At } from './at.js';

/** The names are those of the last check: a text that is being written is not checked for every letter. */
export function completion(workspace: Workspace, at: At): CompletionList {
  const file = workspace.files.get(at.path);
  if (file === undefined) return { isIncomplete: false, items: [] };
  return complete({
    graph: lastNames(workspace),
    file,
    offset: offsetIn(workspace, at),
    today: workspace.host.today,
    libraries: knownLibraries(workspace),
  });
}

/** The item with its documentation; as it was where there is none. */
export function resolveCompletion(workspace: Workspace, item: CompletionItem): CompletionItem {
  const about: unknown = item.data;
  const value = isAbout(about) ? documentation(workspace, about) : null;
  return value === null ? item : { ...item, documentation: { kind: 'markdown', value } };
}

function documentation(workspace: Workspace, about: About): string | null {
  switch (about.kind) {
    case 'symbol': {
      const { symbol: kind, name, dataset } = about;
      const value = kind === 'metric' || kind === 'kpi' ? workspace.host.currentValue(kind, name) : null;
      return describeSymbol(lastNames(workspace), symbol(kind, name, dataset), value);
    }
    case 'word':
      return describeWord(about.word);
    case 'key': {
      const key = keyAt(about.file, about.path);
      return key === null ? null : describeKey(about.path.at(-1) ?? '', key);
    }
    case 'code':
      return describeCode(about.code, workspace.host.pageOf(about.code));
  }
}

/** It went out as plain data and comes back from outside. */
function isAbout(data: unknown): data is About {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return false;
  switch (data.kind) {
    case 'symbol':
      return 'symbol' in data && 'name' in data && typeof data.name === 'string' && 'dataset' in data;
    case 'word':
      return 'word' in data && typeof data.word === 'string';
    case 'key':
      return 'file' in data && typeof data.file === 'string' && 'path' in data && Array.isArray(data.path);
    case 'code':
      return 'code' in data && typeof data.code === 'string';
    default:
      return false;
  }
}

// Every definition file has a model from the start: renaming and peeking reach only files that have one.
import { effect } from '@preact/signals';
import { monaco } from './setup.js';
import { editFile } from '../state/actions.js';
import { state } from '../state/store.js';

const SCHEME = 'kpi';

export function uriOf(path: string): monaco.Uri {
  return monaco.Uri.from({ scheme: SCHEME, path: `/${path}` });
}

export function pathOf(uri: monaco.Uri): string {
  return uri.path.replace(/^\//, '');
}

export function isOurs(model: monaco.editor.ITextModel): boolean {
  return model.uri.scheme === SCHEME;
}

/** Models follow the state, and what is typed into a model goes into the state. */
export function keepModels(): void {
  let project = -1;
  effect(() => {
    const { files, id } = state.value.project;
    const paths = new Set(files.map(({ path }) => path));
    for (const model of monaco.editor.getModels()) {
      // Another project's file of the same name has no past to be undone.
      if (isOurs(model) && (!paths.has(pathOf(model.uri)) || id !== project)) model.dispose();
    }
    project = id;
    for (const { path, text } of files) {
      const model = monaco.editor.getModel(uriOf(path));
      if (model === null) open(path, text);
      else if (model.getValue() !== text) replace(model, text);
    }
  });
}

function open(path: string, text: string): void {
  const model = monaco.editor.createModel(text, 'yaml', uriOf(path));
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  model.onDidChangeContent(() => editFile(path, model.getValue()));
}

/** A change from outside can be undone like one that was typed. */
function replace(model: monaco.editor.ITextModel, text: string): void {
  model.pushStackElement();
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  model.pushStackElement();
}

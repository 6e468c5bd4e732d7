// Starts the editor in a place on the page; it is loaded after the page is seen.
import { effect } from '@preact/signals';
import { monaco } from './setup.js';
import { part, state } from '../state/store.js';
import { openDialog, showFile } from '../state/actions.js';
import type { PlaceView } from '../state/views.js';
import { shade } from '../flow/shade.js';
import { registerFeatures } from './adapter/register.js';
import { keepMarkers } from './markers.js';
import { isOurs, keepModels, pathOf, uriOf } from './models.js';
import { defineThemes, useTheme } from './themes.js';

export interface Editor {
  readonly reveal: (place: PlaceView) => void;
  readonly focus: () => void;
  readonly dispose: () => void;
}

export function startEditor(element: HTMLElement): Editor {
  defineThemes();
  useTheme(shade.peek());
  keepModels();
  const editor = monaco.editor.create(element, {
    model: null,
    automaticLayout: true,
    ariaLabel: 'definitions; press Control M to move the focus with Tab',
    fontFamily: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace',
    fontSize: 13,
    lineHeight: 20,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    padding: { top: 10, bottom: 10 },
    renderLineHighlight: 'line',
    overviewRulerBorder: false,
    'semanticHighlighting.enabled': true,
    fixedOverflowWidgets: true,
    wordWrap: 'off',
    rulers: [],
    guides: { indentation: true, bracketPairs: false },
    bracketPairColorization: { enabled: false },
    stickyScroll: { enabled: false },
    quickSuggestions: { other: true, comments: false, strings: true },
    suggest: { showWords: false, preview: false },
    wordBasedSuggestions: 'off',
    tabSize: 2,
    unicodeHighlight: { ambiguousCharacters: false },
  });
  const views = new Map<string, monaco.editor.ICodeEditorViewState | null>();
  const active = part(({ active }) => active);
  const project = part(({ project }) => project.id);
  const files = part(({ project }) => project.files.length);
  let shown = '';
  const stops = [
    effect(() => useTheme(shade.value)),
    effect(() => {
      const path = active.value;
      void project.value;
      void files.value;
      const model = monaco.editor.getModel(uriOf(path));
      if (editor.getModel() === model) return;
      if (shown !== '') views.set(shown, editor.saveViewState());
      shown = path;
      editor.setModel(model);
      const view = views.get(path) ?? null;
      if (view !== null) editor.restoreViewState(view);
    }),
  ];
  keepMarkers();
  void registerFeatures();
  const reveal = ({ file, line, column }: PlaceView): void => {
    if (!state.peek().project.files.some(({ path }) => path === file)) {
      openDialog({ kind: 'library', path: file, line });
      return;
    }
    showFile(file);
    editor.setPosition({ lineNumber: line, column });
    editor.revealLineInCenterIfOutsideViewport(line);
    editor.focus();
  };
  const opener = monaco.editor.registerEditorOpener({
    openCodeEditor: (_source, uri, at) => {
      if (uri.scheme !== uriOf('').scheme) return false;
      const from =
        at === undefined
          ? { line: 1, column: 1 }
          : 'lineNumber' in at
            ? { line: at.lineNumber, column: at.column }
            : { line: at.startLineNumber, column: at.startColumn };
      reveal({ file: pathOf(uri), ...from });
      return true;
    },
  });
  // The code of a problem is a link to the page about it.
  const linkOpener = monaco.editor.registerLinkOpener({
    open: (link) => {
      const code = /^code=(KPI\d{4})$/.exec(link.fragment)?.[1];
      if (code === undefined) return false;
      openDialog({ kind: 'code', code });
      return true;
    },
  });
  return {
    reveal,
    focus: () => editor.focus(),
    dispose: () => {
      for (const stop of stops) stop();
      opener.dispose();
      linkOpener.dispose();
      editor.dispose();
      for (const model of monaco.editor.getModels()) if (isOurs(model)) model.dispose();
    },
  };
}

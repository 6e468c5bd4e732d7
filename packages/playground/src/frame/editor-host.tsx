// The place of the editor: what the file says can be read before Monaco is there.
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { part, state } from '../state/store.js';
import { editorStarted } from '../editor/editor-handle.js';

const text = part(({ project, active }) => project.files.find(({ path }) => path === active)?.text ?? '');

export function EditorHost(): VNode {
  const place = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState<'no' | 'yes' | 'failed'>('no');
  useEffect(() => {
    let stopped = false;
    let dispose = (): void => {};
    // The frame is painted first; the editor is large.
    const timer = setTimeout(() => {
      import('../editor/start.js').then(
        ({ startEditor }) => {
          if (stopped || place.current === null) return;
          const editor = startEditor(place.current);
          editorStarted(editor);
          dispose = editor.dispose;
          setReady('yes');
        },
        () => setReady('failed'),
      );
    }, 0);
    return () => {
      stopped = true;
      clearTimeout(timer);
      editorStarted(null);
      dispose();
    };
  }, []);
  return (
    <div class="editor" data-ready={ready}>
      {ready === 'yes' ? null : (
        <pre class="before-editor" aria-busy={ready === 'no'}>
          {ready === 'failed' ? 'The editor could not be loaded; reload the page.\n\n' : ''}
          {state.value.project.id === 0 ? '' : text.value}
        </pre>
      )}
      <div class="editor-place" ref={place} />
    </div>
  );
}

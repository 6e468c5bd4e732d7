// A file of a library: to be read, at the line where something stands.
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { languageWorker } from '../../flow/workers.js';
import { DialogFrame } from './dialog-frame.jsx';

interface Props {
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

export function LibraryDialog({ path, line }: Props): VNode {
  const [text, setText] = useState<string | null>(null);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    void languageWorker()
      .call('text', { path })
      .then((reply) => setText(reply.kind === 'value' ? (reply.value ?? '') : ''));
  }, [path]);
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), [text]);
  const lines = (text ?? '').split('\n');
  const before = lines.slice(0, line - 1);
  return (
    <DialogFrame title={path}>
      <p class="soft">A library is read here; what it computes is bound where it is used.</p>
      <pre class="library-text" tabIndex={0} aria-label={path} aria-busy={text === null}>
        {before.length === 0 ? '' : `${before.join('\n')}\n`}
        <mark ref={place}>{lines[line - 1] ?? ''}</mark>
        {`\n${lines.slice(line).join('\n')}`}
      </pre>
    </DialogFrame>
  );
}

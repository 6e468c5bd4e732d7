// The page about a code: what is wrong in such a case, an example that fails and one that passes.
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Markdown } from '../../parts/markdown.jsx';
import { DialogFrame } from './dialog-frame.jsx';

export function CodeDialog({ code }: { readonly code: string }): VNode {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    void import('virtual:error-pages').then(({ pages }) =>
      setText(pages[code] ?? `# ${code}\n\nThere is no page about it.`),
    );
  }, [code]);
  const [, title = code, body = ''] = /^# (.*)\n([\s\S]*)$/.exec(text ?? '') ?? [];
  return (
    <DialogFrame title={title}>
      <div class="page">{text === null ? <p class="soft">…</p> : <Markdown text={body} />}</div>
    </DialogFrame>
  );
}

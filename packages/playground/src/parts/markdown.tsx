// Our own pages of documentation as the page shows them: the part of Markdown that they use.
import type { VNode } from 'preact';

export function Markdown({ text }: { readonly text: string }): VNode {
  return <>{blocksOf(text).map((block, i) => drawn(block, i))}</>;
}

type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** Exported for its test. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const parts = text.split(/^```[a-z]*\n([\s\S]*?)^```$/m);
  parts.forEach((part, i) => {
    if (i % 2 === 1) {
      blocks.push({ kind: 'code', text: part.trimEnd() });
      return;
    }
    for (const paragraph of part.split(/\n{2,}/)) {
      const trimmed = paragraph.trim();
      if (trimmed === '') continue;
      const heading = /^#+ (.*)$/.exec(trimmed);
      if (heading !== null) blocks.push({ kind: 'heading', text: heading[1] ?? '' });
      else if (trimmed.startsWith('- '))
        blocks.push({
          kind: 'list',
          items: trimmed.split(/\n- /).map((item) => item.replace(/^- /, '').replaceAll('\n', ' ')),
        });
      else blocks.push({ kind: 'paragraph', text: trimmed.replaceAll('\n', ' ') });
    }
  });
  return blocks;
}

function drawn(block: Block, key: number): VNode {
  switch (block.kind) {
    case 'heading':
      return <h3 key={key}>{block.text}</h3>;
    case 'code':
      return (
        <pre key={key} tabIndex={0} class="sql-text">
          {block.text}
        </pre>
      );
    case 'list':
      return (
        <ul key={key} class="words">
          {block.items.map((item) => (
            <li key={item}>{inline(item)}</li>
          ))}
        </ul>
      );
    case 'paragraph':
      return <p key={key}>{inline(block.text)}</p>;
  }
}

function inline(text: string): (VNode | string)[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/).map((part, i) => {
    if (part.startsWith('`')) return <code key={i}>{part.slice(1, -1)}</code>;
    if (part.startsWith('**')) return <strong key={i}>{part.slice(2, -2)}</strong>;
    // Other pages of the documentation are not part of this one.
    const link = /^\[([^\]]+)\]/.exec(part);
    return link === null ? part : (link[1] ?? '');
  });
}

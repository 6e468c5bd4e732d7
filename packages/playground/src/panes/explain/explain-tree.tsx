// The tree behind a number, with the keys that trees have: arrows open, close and move.
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { reveal } from '../../editor/editor-handle.js';
import { Icon } from '../../parts/icon.jsx';
import { Value } from '../../parts/value.jsx';
import type { ExplainRow } from '../../state/views.js';

/** Deeper levels are opened by whoever wants to see them. */
const OPEN_LEVELS = 3;

export function ExplainTree({ tree }: { readonly tree: ExplainRow }): VNode {
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => deepIds(tree, 1));
  const [current, setCurrent] = useState(tree.id);
  const place = useRef<HTMLUListElement>(null);
  const rows = visible(tree, closed);
  const known = rows.some(({ id }) => id === current) ? current : tree.id;
  const toggle = (id: string, open: boolean): void => {
    const next = new Set(closed);
    if (open) next.delete(id);
    else next.add(id);
    setClosed(next);
  };
  const go = (id: string | undefined): void => {
    if (id === undefined) return;
    setCurrent(id);
    place.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, row: ExplainRow): void => {
    // Keys of buttons inside a row are theirs.
    if (event.target !== event.currentTarget) return;
    const at = rows.findIndex(({ id }) => id === row.id);
    switch (event.key) {
      case 'ArrowDown':
        go(rows[at + 1]?.id);
        break;
      case 'ArrowUp':
        go(rows[at - 1]?.id);
        break;
      case 'Home':
        go(rows[0]?.id);
        break;
      case 'End':
        go(rows.at(-1)?.id);
        break;
      case 'ArrowRight':
        if (row.children.length === 0) return;
        if (closed.has(row.id)) toggle(row.id, true);
        else go(row.children[0]?.id);
        break;
      case 'ArrowLeft':
        if (row.children.length > 0 && !closed.has(row.id)) toggle(row.id, false);
        else go(row.id.split('.').slice(0, -1).join('.') || undefined);
        break;
      case 'Enter':
        if (row.place !== null) reveal(row.place);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ul class="tree" role="tree" aria-label="How the number is made" ref={place}>
      <Node row={tree} level={1} closed={closed} current={known} onToggle={toggle} onKey={onKey} onFocus={setCurrent} />
    </ul>
  );
}

interface NodeProps {
  readonly row: ExplainRow;
  readonly level: number;
  readonly closed: ReadonlySet<string>;
  readonly current: string;
  readonly onToggle: (id: string, open: boolean) => void;
  readonly onKey: (event: KeyboardEvent, row: ExplainRow) => void;
  readonly onFocus: (id: string) => void;
}

function Node({ row, level, closed, current, onToggle, onKey, onFocus }: NodeProps): VNode {
  const { id, sign, metric, title, formula, shown, place, details, children } = row;
  const isOpen = !closed.has(id);
  return (
    <li
      role="treeitem"
      aria-level={level}
      {...(children.length === 0 ? {} : { 'aria-expanded': isOpen })}
      tabIndex={id === current ? 0 : -1}
      data-id={id}
      onKeyDown={(event) => onKey(event, row)}
      onFocus={(event) => {
        if (event.target === event.currentTarget) onFocus(id);
      }}
    >
      <div class="tree-row">
        {children.length === 0 ? (
          <span class="twist" />
        ) : (
          <span class="twist open-close" aria-hidden="true" onClick={() => onToggle(id, !isOpen)}>
            <Icon name={isOpen ? 'down' : 'right'} size={14} />
          </span>
        )}
        <span class="tree-text">
          {sign === '' ? null : <span class="sign">{sign}</span>}
          {metric === '' ? null : <strong>{title === '' ? metric : title}</strong>}
          <code>{formula}</code>
          {place === null ? null : (
            <button type="button" class="place" tabIndex={-1} onClick={() => reveal(place)}>
              {place.file}:{place.line}
            </button>
          )}
          {details.map((text) => (
            <span key={text} class="detail">
              {text}
            </span>
          ))}
        </span>
        <span class="tree-value">
          <Value shown={shown} />
        </span>
      </div>
      {children.length === 0 || !isOpen ? null : (
        <ul role="group">
          {children.map((child) => (
            <Node
              key={child.id}
              row={child}
              level={level + 1}
              closed={closed}
              current={current}
              onToggle={onToggle}
              onKey={onKey}
              onFocus={onFocus}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

function visible(row: ExplainRow, closed: ReadonlySet<string>): readonly ExplainRow[] {
  return [row, ...(closed.has(row.id) ? [] : row.children.flatMap((child) => visible(child, closed)))];
}

function deepIds(row: ExplainRow, level: number): Set<string> {
  const found = new Set<string>();
  const visit = (one: ExplainRow, depth: number): void => {
    if (depth >= OPEN_LEVELS && one.children.length > 0) found.add(one.id);
    for (const child of one.children) visit(child, depth + 1);
  };
  visit(row, level);
  return found;
}

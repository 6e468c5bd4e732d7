// Tabs as they are known: one of them can be reached with Tab, the arrows move between them.
import type { ComponentChildren, VNode } from 'preact';
import { useRef } from 'preact/hooks';

export interface TabItem {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly title?: string;
}

interface Props {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly chosen: string;
  /** The id of the panel that the tabs show. */
  readonly panel: string;
  readonly prefix: string;
  readonly onChoose: (id: string) => void;
  readonly onKey?: (event: KeyboardEvent, id: string) => void;
}

export function Tabs({ label, items, chosen, panel, prefix, onChoose, onKey }: Props): VNode {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent, at: number): void => {
    const to = nextOf(event.key, at, items.length);
    const item = to === null ? undefined : items[to];
    if (item === undefined) {
      onKey?.(event, items[at]?.id ?? '');
      return;
    }
    event.preventDefault();
    onChoose(item.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to ?? 0]?.focus();
  };
  return (
    <div class="tablist" role="tablist" aria-label={label} ref={list}>
      {items.map(({ id, label: inside, title }, i) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${prefix}-${i}`}
          class="tab"
          aria-selected={id === chosen}
          aria-controls={panel}
          tabIndex={id === chosen ? 0 : -1}
          title={title}
          onClick={() => onChoose(id)}
          onKeyDown={(event) => move(event, i)}
        >
          {inside}
        </button>
      ))}
    </div>
  );
}

function nextOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

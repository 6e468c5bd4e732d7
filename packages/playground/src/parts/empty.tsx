// What is said where there is nothing to be seen yet: why, and what could be done about it.
import type { ComponentChildren, VNode } from 'preact';
import { Icon, type IconName } from './icon.jsx';

interface Props {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function Empty({ icon, title, children }: Props): VNode {
  return (
    <div class="empty">
      <Icon name={icon} size={28} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}

interface PicksProps {
  readonly label: string;
  readonly names: readonly { readonly name: string; readonly title: string | null }[];
  readonly onPick: (name: string) => void;
}

/** The first few of what there is, a click away. */
export function Picks({ label, names, onPick }: PicksProps): VNode | null {
  if (names.length === 0) return null;
  return (
    <div class="row" role="group" aria-label={label}>
      {names.slice(0, 6).map(({ name, title }) => (
        <button key={name} type="button" class="plain" onClick={() => onPick(name)}>
          {title ?? name}
        </button>
      ))}
    </div>
  );
}

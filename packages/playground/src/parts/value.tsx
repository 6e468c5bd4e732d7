// A number on the page; where it can be asked why, it is a button.
import type { VNode } from 'preact';
import type { Shown } from '../state/views.js';

interface Props {
  readonly shown: Shown;
  /** What the number is, for whoever does not see what stands beside it. */
  readonly label?: string;
  readonly onWhy?: (() => void) | undefined;
  /** -1 where the arrow keys reach it. */
  readonly tabIndex?: number;
}

export function Value({ shown, label, onWhy, tabIndex }: Props): VNode {
  const { text, exact, unit, approximate, missing } = shown;
  const inside = (
    <>
      {approximate ? '≈\u202f' : ''}
      {text}
      {unit === '' ? null : <span class="unit"> {unit}</span>}
    </>
  );
  const title =
    missing !== null
      ? `no value: ${missing}`
      : exact === null
        ? undefined
        : `rounded; exactly ${exact}${unit === '' ? '' : ` ${unit}`}`;
  const className = `num${missing === null ? '' : ' none'}${exact === null ? '' : ' rounded'}`;
  if (onWhy === undefined)
    return (
      <span class={className} title={title} tabIndex={tabIndex}>
        {inside}
      </span>
    );
  const said = missing === null ? `${text}${unit === '' ? '' : ` ${unit}`}` : 'no value';
  return (
    <button
      type="button"
      class={`why ${className}`}
      title={title}
      tabIndex={tabIndex}
      aria-label={`${label === undefined ? '' : `${label}: `}${said}. Why?`}
      onClick={onWhy}
    >
      {inside}
    </button>
  );
}

// What stands in backticks is text of the definitions.
import type { VNode } from 'preact';

export function ticked(text: string): (VNode | string)[] {
  return text.split('`').map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part));
}

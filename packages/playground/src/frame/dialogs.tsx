// The one dialog that is open, if any.
import type { VNode } from 'preact';

export function Dialogs(): VNode | null {
  return null;
}

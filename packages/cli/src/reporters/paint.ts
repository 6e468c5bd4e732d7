// Colour for the terminal. It only repeats what the text says: severities have words, primary and related spans other signs.
import type { Severity } from '@sextant/parser';

export type Role = Severity | 'related' | 'frame' | 'strong' | 'plain';

export type Paint = (text: string, role: Role) => string;

const STYLES: Readonly<Record<Exclude<Role, 'plain'>, string>> = {
  error: '1;31',
  warning: '1;33',
  info: '1;36',
  hint: '1;32',
  related: '1;34',
  frame: '34',
  strong: '1',
};

export function paintWith(colour: boolean): Paint {
  return (text, role) =>
    !colour || role === 'plain' || text === '' ? text : `\u001b[${STYLES[role]}m${text}\u001b[0m`;
}

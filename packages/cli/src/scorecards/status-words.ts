// Statuses in words, and how they are painted.
import { statusWord, type Status } from '@sextant/parser';
import type { Role } from '../reporters/paint.js';
import type { Glyphs } from './glyphs.js';

/** `▲ at risk`. */
export function statusText(status: Status, glyphs: Glyphs): string {
  return `${glyphs.status[status]} ${statusWord(status)}`;
}

export function statusRole(status: Status): Role {
  return ROLES[status];
}

const ROLES: Readonly<Record<Status, Role>> = {
  achieved: 'hint',
  on_track: 'hint',
  at_risk: 'warning',
  off_track: 'error',
  stale: 'related',
  not_due: 'frame',
  no_data: 'related',
};

/** Worst first; what cannot be judged stands behind. */
export const BY_URGENCY: readonly Status[] = [
  'off_track',
  'at_risk',
  'stale',
  'no_data',
  'not_due',
  'on_track',
  'achieved',
];

// Statuses in words, and how they are painted.
import type { Status } from '@sextant/parser';
import type { Role } from '../reporters/paint.js';
import type { Glyphs } from './glyphs.js';

export function statusWord(status: Status): string {
  return WORDS[status];
}

const WORDS: Readonly<Record<Status, string>> = {
  achieved: 'achieved',
  on_track: 'on track',
  at_risk: 'at risk',
  off_track: 'off track',
  stale: 'stale',
  not_due: 'not due',
  no_data: 'no data',
};

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

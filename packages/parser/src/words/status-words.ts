// The words for how things stand.
import type { Status } from '../types/status.js';

export function statusWord(status: Status): string {
  return WORDS[status];
}

const WORDS: Readonly<Record<Status, string>> = {
  no_data: 'no data',
  not_due: 'not due',
  stale: 'stale',
  achieved: 'achieved',
  on_track: 'on track',
  at_risk: 'at risk',
  off_track: 'off track',
};

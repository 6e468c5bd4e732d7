// The first line of a scorecard: whose it is, of which day, and how many stand how.
import type { Scorecard } from '../engine-port.js';
import { statusWord } from '@sextant/parser';
import { BY_URGENCY } from './status-words.js';

/** `8 KPIs: 2 off track, 1 at risk, 5 on track`. */
export function countsText({ kpis }: Pick<Scorecard, 'kpis'>): string {
  const parts = BY_URGENCY.flatMap((status) => {
    const count = kpis.filter((reading) => reading.status === status).length;
    return count === 0 ? [] : [`${count} ${statusWord(status)}`];
  });
  return `${kpis.length} ${kpis.length === 1 ? 'KPI' : 'KPIs'}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
}

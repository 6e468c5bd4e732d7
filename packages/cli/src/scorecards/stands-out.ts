// What a reader must not miss: the KPIs that are not as they should be, worst first, each with why.
import { statusWord } from '@sextant/parser';
import type { Status } from '@sextant/parser';
import type { KpiReading, Scorecard } from '../engine-port.js';
import { visibleLine } from '../reporters/visible-text.js';
import { detailLines, whyLines } from './explain-reading.js';
import type { Glyphs } from './glyphs.js';

export interface Note {
  readonly status: Status;
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Who stands well is only here for a group that does not, which counts for more than what cannot be judged. */
const ORDER: readonly Status[] = ['off_track', 'at_risk', 'on_track', 'achieved', 'stale', 'no_data', 'not_due'];

/** `named` are the KPIs that were asked for one by one: of those all is said, however they stand. */
export function standsOut(scorecard: Scorecard, named: ReadonlySet<string>, glyphs: Glyphs): readonly Note[] {
  const { kpis } = scorecard;
  if (named.size > 0) {
    return kpis.map((reading) => ({
      status: reading.status,
      heading: headingOf(reading),
      lines: detailLines(reading, scorecard, glyphs).map(visibleLine),
    }));
  }
  return ORDER.flatMap((status): readonly Note[] => {
    const readings = kpis.filter((reading) => reading.status === status && isWorthAWord(reading));
    // That a period is not over is no fault of a KPI: they are said in one breath.
    const open = readings.filter(({ standing }) => standing.because.kind === 'period_open');
    const others = readings.filter((reading) => !open.includes(reading));
    return [
      ...others.map((reading) => ({
        status,
        heading: headingOf(reading),
        lines: whyLines(reading, scorecard, glyphs).map(visibleLine),
      })),
      ...(open.length === 0 ? [] : [openNote(open)]),
    ];
  });
}

/** With the name to ask for it by. */
function headingOf({ kpi, title, status }: KpiReading): string {
  return visibleLine(`${title}${title === kpi ? '' : ` (${kpi})`}: ${statusWord(status)}`);
}

function openNote(readings: readonly KpiReading[]): Note {
  const titles = readings.map(({ title }) => title).join(', ');
  const they = readings.length === 1 ? 'it' : 'they';
  return {
    status: 'not_due',
    heading: visibleLine(`${titles}: ${statusWord('not_due')}`),
    lines: [`the period is not over, and no pacing says how far ${they} should be by now`],
  };
}

/** Also one that stands well as a whole while a group of it does not. */
function isWorthAWord({ status, slices }: KpiReading): boolean {
  if (status !== 'on_track' && status !== 'achieved') return true;
  return slices.some(({ standing }) => standing.status === 'off_track' || standing.status === 'at_risk');
}

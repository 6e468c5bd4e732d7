// A KPI among others: the percentiles of a population, and where it stands.
import type { BenchmarkReading } from '../../status/scorecard.js';
import { strip } from '../chart/bars.js';
import { shownNumber } from '../number-text.js';
import type { KpiPart, ValueStyle } from '../report-model.js';
import { changeOf, plainNumber } from './figures.js';
import { html, type Markup } from './markup.js';

export function benchmarkPart({ reading, style }: KpiPart): Markup | null {
  const { benchmark, standing } = reading;
  if (benchmark === null) return null;
  const shown = (text: string): string => shownNumber(text, style).text;
  const points = benchmark.points.flatMap(({ percentile, value }) =>
    value.value === null
      ? []
      : [
          {
            value: value.value,
            name: benchmark.points.length === 1 ? 'benchmark' : `${percentile}th percentile`,
            shown: shown(value.value),
          },
        ],
  );
  const { value } = standing.value;
  const own = value === null ? null : { value, name: 'here', shown: shown(value) };
  return html`<h4>Benchmark</h4>
    ${points.length + (own === null ? 0 : 1) > 1 ? strip(points, own) : null}
    <p>
      ${gapPart(benchmark, style)}${positionPart(benchmark)}<span class="soft"
        >${benchmark.population}, ${benchmark.year}; source: ${benchmark.source}.</span
      >
    </p>`;
}

function gapPart(benchmark: BenchmarkReading, style: ValueStyle): Markup | null {
  if (benchmark.gap === null || benchmark.gap.value === null) return null;
  const what = benchmark.points.length === 1 ? 'the benchmark' : 'the median';
  return html`${changeOf(benchmark.gap, style)} against ${what}. `;
}

function positionPart(benchmark: BenchmarkReading): Markup | null {
  if (benchmark.position === null || benchmark.points.length < 2) return null;
  const { percentile, beyond } = benchmark.position;
  if (beyond !== null) return html`It stands ${beyond} all of the percentiles known. `;
  return percentile.value === null ? null : html`It stands at percentile ${plainNumber(percentile.value)}. `;
}

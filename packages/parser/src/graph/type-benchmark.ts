// What others reach, in the KPI's unit.
import type { BenchmarkDef } from '../shape/definitions.js';
import type { Benchmark } from './kpi.js';
import type { NumberReaders } from './kpi-stage.js';

/** Null where a part is missing or could not be typed. */
export function typeBenchmark(def: BenchmarkDef, { constant }: NumberReaders): Benchmark | null {
  const points =
    def.value === null
      ? def.percentiles.map(({ at, value }) => ({
          percentile: Number(at.text.slice(1)),
          value: constant(value, `the benchmark \`${at.text}\``),
        }))
      : [{ percentile: 50, value: constant(def.value, 'the benchmark') }];
  const typed = points.flatMap(({ percentile, value }) => (value === null ? [] : [{ percentile, value }]));
  const { population, year, source } = def;
  if (population === null || year === null || source === null || typed.length < points.length) return null;
  return {
    population: population.text,
    year: year.text,
    source: source.text,
    points: typed.toSorted((a, b) => a.percentile - b.percentile),
  };
}

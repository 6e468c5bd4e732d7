// A KPI that wants more of something that can be counted or sold names a KPI that must not suffer for it.
import { isAdditive } from '../types/additivity.js';
import type { Unit } from '../types/unit.js';
import { unguardedVolume } from './set-errors.js';
import type { Rule } from './rule.js';

export const volumeGuardrails: Rule = {
  name: 'volume-guardrails',
  check(graph, report) {
    const world = { metric: (name: string) => graph.metrics.get(name) ?? null };
    for (const { def, formula, direction } of graph.kpis.values()) {
      const more = direction === 'up' || def.atLeast !== null;
      if (!more || formula === null || def.guardrails.length > 0) continue;
      if (isVolume(formula.type.unit) && isAdditive(formula, world)) {
        const metric = def.metric === null ? undefined : graph.metrics.get(def.metric.text);
        report(
          unguardedVolume(
            def.name,
            (metric?.def.guardrails ?? []).map(({ text }) => text),
          ),
        );
      }
    }
  },
};

/** Things, money, or plain numbers; not hours, points or prices. */
function isVolume(unit: Unit): boolean {
  return (
    unit.length <= 1 && unit.every(({ kind, power }) => (kind === 'counted' || kind === 'currency') && power === 1)
  );
}

// The bands of a status: worse behind better, within reach, on a basis that the KPI has.
import type { Kpi } from '../../graph/kpi.js';
import {
  compareConstants,
  compareFractions,
  constantNumber,
  fractionOf,
  type Fraction,
} from '../../types/constant-number.js';
import type { Rule } from '../rule.js';
import { bandOutOfReach, bandsOutOfOrder, basisWithoutPacing, pacingUnused, valueWithinRange } from './errors.js';

export const bands: Rule = {
  name: 'bands',
  check(graph, report) {
    for (const kpi of graph.kpis.values()) {
      const { def, direction } = kpi;
      const basis = def.status?.basis ?? null;
      if (def.status === null || basis === null) continue;
      const located = { text: basis.value, span: basis.span };
      const isPaced = basis.value === 'pace' || basis.value === 'forecast';
      if (isPaced && def.pacing === null && !graph.broken.has(`kpis/${kpi.name}/pacing`))
        report(basisWithoutPacing(located));
      if (!isPaced && def.pacing !== null) report(pacingUnused(located, def.pacing.span));
      if (basis.value === 'value' && def.range !== null) {
        report(valueWithinRange(basis.span, def.range[0].span));
        continue;
      }
      const { onTrack, atRisk, declared } = kpi.bands;
      if (!declared || def.status.onTrack === null) continue;
      const isLower = direction !== 'down' || basis.value === 'score' || basis.value === 'pace';
      const order = atRisk === null ? null : compareConstants(atRisk, onTrack);
      if (order !== null && def.status.atRisk !== null && (isLower ? order >= 0 : order <= 0))
        report(bandsOutOfOrder(def.status.atRisk.span, def.status.onTrack.span, isLower));
      const [highest, wanted] = [highestScore(kpi), constantNumber(onTrack)];
      if (basis.value === 'score' && highest !== null && wanted !== null && compareFractions(wanted, highest.value) > 0)
        report(bandOutOfReach(def.status.onTrack.span, highest.text));
    }
    for (const { def, status, onTrack, atRisk } of graph.goals.values()) {
      if (status !== 'from_score' || compareFractions(fractionOf(atRisk), fractionOf(onTrack)) < 0) continue;
      const place = def.atRisk?.span ?? def.onTrack?.span;
      if (place !== undefined) report(bandsOutOfOrder(place, def.onTrack?.span ?? def.name.span, true));
    }
  },
};

/** Null where a curve says it, or a parameter. */
function highestScore({ def, aim }: Kpi): { readonly value: Fraction; readonly text: string } | null {
  if (aim === null || aim.kind === 'curve' || aim.curve !== null) return null;
  if (aim.kind === 'range' || aim.cap === null) return { value: { n: 1n, d: 1n }, text: '1' };
  const value = constantNumber(aim.cap);
  return value === null ? null : { value, text: def.cap?.text ?? '' };
}

// Guardrails: a KPI is never better than the worst of them.
import { isJudged, JUDGED, type Guardrail, type JudgedStatus, type Status } from '@sextant/parser';

export interface Guarded {
  readonly status: Status;
  /** Those that are worse than its own status, worst first. */
  readonly heldBackBy: readonly { readonly kpi: string; readonly status: Status }[];
}

export interface GuardedKpi {
  readonly own: Status;
  readonly guardrails: readonly Guardrail[];
}

/** The statuses of all KPIs after their guardrails, which have guardrails themselves. */
export function guard(kpis: ReadonlyMap<string, GuardedKpi>): ReadonlyMap<string, Guarded> {
  const done = new Map<string, Guarded>();
  const open = new Set<string>();
  const settle = (name: string): Guarded | null => {
    const known = done.get(name);
    if (known !== undefined) return known;
    const kpi = kpis.get(name);
    // A circle was reported where it is defined; here it only must not run for ever.
    if (kpi === undefined || open.has(name)) return null;
    open.add(name);
    const found = kpi.guardrails.map((one) => ({ guardrail: one, status: settle(one.kpi)?.status ?? null }));
    const guarded = hold(kpi.own, found);
    open.delete(name);
    done.set(name, guarded);
    return guarded;
  };
  for (const name of kpis.keys()) settle(name);
  return done;
}

/** Only judged statuses take part, on both sides. */
export function hold(
  own: Status,
  guardrails: readonly { readonly guardrail: Guardrail; readonly status: Status | null }[],
): Guarded {
  if (!isJudged(own)) return { status: own, heldBackBy: [] };
  const worse = guardrails.flatMap(({ guardrail, status }) => {
    if (status === null || !isJudged(status)) return [];
    if (guardrail.atLeast !== null && rank(status) >= rank(guardrail.atLeast)) return [];
    return rank(status) < rank(own) ? [{ kpi: guardrail.kpi, status }] : [];
  });
  const heldBackBy = worse.sort((a, b) => rank(a.status) - rank(b.status));
  return { status: heldBackBy[0]?.status ?? own, heldBackBy };
}

/** Higher is better. */
export function rank(status: JudgedStatus): number {
  return JUDGED.indexOf(status);
}

// What KPIs say: their number, what it is held against, and who answers for it.
import type { KpiDef } from '../../shape/definitions.js';
import { showMember } from '../../types/bind-member.js';
import { showLevel, showSpan } from '../../types/calendar-level.js';
import type { Curve, Kpi, PeriodTarget, Target } from '../kpi.js';
import type { ScalarNode } from '../../yaml/tree.js';
import { byCode, listed, type Aspects, type Texted } from './aspect.js';
import { numberAspects } from './metric-aspects.js';
import { normalFormula } from './normal-formula.js';

export function kpiAspects(kpi: Kpi, to: Aspects): void {
  const { def } = kpi;
  const { say, sayText, sayFormula, nameOf } = to;
  sayFormula('formula', 'numbers', kpi.formula, { text: formulaText(def) });
  numberAspects(kpi, to);
  say('every', 'numbers', kpi.every === null ? def.every?.text : showLevel(kpi.every));
  const by = kpi.slices.map(({ member }) =>
    member.kind === 'dimension' ? nameOf(`dimension:${member.dimension}`) : showMember(member),
  );
  say('by', 'numbers', listed(by), listed(def.by.map(({ text }) => text)));
  say('direction', 'target', kpi.direction);
  aimAspects(kpi, to);
  pacingAspects(kpi, to);
  say('status basis', 'target', kpi.bands.basis);
  sayFormula('on_track', 'target', kpi.bands.onTrack, def.status?.onTrack ?? null);
  if (kpi.bands.atRisk !== null) sayFormula('at_risk', 'target', kpi.bands.atRisk, def.status?.atRisk ?? null);
  for (const { kpi: other, atLeast } of kpi.guardrails)
    say(`guardrail ${nameOf(`kpi:${other}`)}`, 'target', atLeast ?? 'always', `${other} ${atLeast ?? ''}`.trim());
  say('weight', 'target', plainNumber(kpi.weight, to));
  sayFormula('materiality', 'target', kpi.materiality, def.materiality);
  say('compare', 'target', kpi.compare === null ? def.compare?.text : showSpan(kpi.compare));
  sayText('spread', 'target', def.spread);
  if (def.goal !== null) say('goal', 'ownership', nameOf(`goal:${def.goal.text}`), def.goal.text);
  if (def.owner !== null) say('owner', 'ownership', nameOf(`owner:${def.owner.text}`), def.owner.text);
  const contributors = def.contributors.map(({ text }) => text);
  say(
    'contributors',
    'ownership',
    listed(contributors.map((text) => nameOf(`owner:${text}`)).toSorted(byCode)),
    listed(contributors),
  );
  say('benchmark', 'metadata', benchmarkText(kpi, to), benchmarkShown(def));
  if (def.review !== null)
    say('review', 'metadata', listed([def.review.every, def.review.last].flatMap((part) => part?.text ?? [])));
  for (const play of def.playbook ?? []) say(`playbook ${play.status.text}`, 'metadata', play.text.text);
  sayText('question', 'metadata', def.question);
  say('aliases', 'metadata', listed((def.aliases ?? []).map(({ text }) => text)));
  to.sayDescribed(def);
}

function formulaText({ metric, formula, where }: KpiDef): string {
  const of = formula?.text.trim() ?? metric?.text ?? '';
  return where === null ? of : `${formula === null ? of : `(${of})`} where ${where.text.trim()}`;
}

function aimAspects({ aim, def }: Kpi, to: Aspects): void {
  const { say, sayFormula } = to;
  if (def.target !== null) targetAspects(aim?.kind === 'target' ? aim.target : null, def, to);
  sayFormula('baseline', 'target', aim?.kind === 'target' ? aim.baseline : null, def.baseline);
  const [side, limit] = def.atMost === null ? ['at_least', def.atLeast] : ['at_most', def.atMost];
  if (limit !== null) sayFormula(side, 'target', aim?.kind === 'limit' ? aim.bound : null, limit);
  sayFormula('worst', 'target', aim?.kind === 'limit' ? aim.worst : null, def.worst);
  if (def.range !== null) {
    sayFormula('range from', 'target', aim?.kind === 'range' ? aim.low : null, def.range[0]);
    sayFormula('range to', 'target', aim?.kind === 'range' ? aim.high : null, def.range[1]);
  }
  sayFormula('tolerance', 'target', aim?.kind === 'range' ? aim.tolerance : null, def.tolerance);
  const cap = aim?.kind === 'target' || aim?.kind === 'limit' ? aim.cap : null;
  sayFormula('cap', 'target', cap, def.cap);
  say('curve', 'target', curveText(aim?.curve ?? null, def.curve, to), curveShown(def.curve));
}

function targetAspects(target: Target | null, { target: def }: KpiDef, to: Aspects): void {
  switch (def?.kind) {
    case undefined:
      return;
    case 'formula':
      return to.sayFormula('target', 'target', target?.kind === 'formula' ? target.formula : null, def.formula);
    case 'periods':
      for (const { period, value, groups } of def.periods) {
        const typed = target?.kind === 'periods' ? target.periods.get(period.text) : undefined;
        const key = `target ${period.text}`;
        to.sayFormula(key, 'target', typed?.kind === 'formula' ? typed.formula : null, value);
        for (const one of groups)
          to.sayFormula(`${key} ${one.group.text}`, 'target', ofGroup(typed, one.group.text), one.value);
      }
      return;
    case 'dataset': {
      const dataset = def.dataset.text;
      const field = (one: Texted | null): string => (one === null ? '-' : to.nameOf(`field:${dataset}.${one.text}`));
      const shown = [dataset, def.period?.text, def.value?.text].filter((part) => part !== undefined).join(', ');
      to.say(
        'target from',
        'target',
        [to.nameOf(`dataset:${dataset}`), field(def.period), field(def.value)].join(' '),
        shown,
      );
    }
  }
}

function ofGroup(target: PeriodTarget | undefined, group: string): NonNullable<Kpi['formula']> | null {
  return target?.kind === 'groups' ? (target.groups.get(group) ?? null) : null;
}

type CurveDef = readonly (readonly [ScalarNode, ScalarNode])[] | null;

export function curveText(curve: Curve | null, def: CurveDef, { graph, nameOf }: Aspects): string | null {
  if (curve === null || curve.length === 0) return curveShown(def);
  return curve
    .map(({ x, score }) => [x, score].map((part) => normalFormula(graph, part, { nameOf })).join(' to '))
    .join(', ');
}

export function curveShown(def: CurveDef): string | null {
  return listed((def ?? []).map((point) => `[${point.map(({ text }) => text.trim()).join(', ')}]`));
}

function pacingAspects({ pacing, def }: Kpi, { say, nameOf }: Aspects): void {
  if (pacing === null) {
    say('pacing', 'target', def.pacing?.kind);
    return;
  }
  switch (pacing.kind) {
    case 'linear':
    case 'like_prior_year':
      say('pacing', 'target', pacing.kind);
      return;
    case 'working_days':
      say(
        'pacing',
        'target',
        `working_days ${pacing.holidays === null ? '' : nameOf(`dataset:${pacing.holidays}`)}`,
        `working days${pacing.holidays === null ? '' : `, holidays in ${pacing.holidays}`}`,
      );
      return;
    case 'steps':
      say('pacing', 'target', pacing.steps.map(({ elapsed, expected }) => `${elapsed} to ${expected}`).join(', '));
  }
}

function benchmarkText({ benchmark, def }: Kpi, { graph, nameOf }: Aspects): string | null {
  if (benchmark === null) return benchmarkShown(def);
  const points = benchmark.points.map(
    ({ percentile, value }) => `p${percentile} ${normalFormula(graph, value, { nameOf })}`,
  );
  return [benchmark.population, benchmark.year, benchmark.source, ...points].join(', ');
}

function benchmarkShown({ benchmark }: KpiDef): string | null {
  if (benchmark === null) return null;
  const points = benchmark.percentiles.map(({ at, value }) => `${at.text} ${value.text}`);
  const said = [benchmark.population, benchmark.year, benchmark.source, benchmark.value].flatMap(
    (part) => part?.text ?? [],
  );
  return [...said, ...points].join(', ');
}

/** `2` and `2.0` weigh the same. */
export function plainNumber(text: string, { graph }: Pick<Aspects, 'graph'>): string {
  return normalFormula(graph, {
    kind: 'const',
    value: { kind: 'number', text },
    type: { value: { kind: 'integer' }, unit: [], level: 'constant', bare: true },
    range: { start: 0, end: text.length },
  });
}

// What a formula reads, down to the columns of the data, and the literals that it holds them against.
import {
  bindIn,
  datasetsIn,
  walkTyped,
  type CalendarLevel,
  type CalendarSpan,
  type ClockLevel,
  type FieldTyped,
  type Graph,
  type Member,
  type Typed,
} from '@sextant/parser';

export interface Involved {
  /** Stored fields by dataset, all that a value can depend on. */
  readonly fields: Map<string, Set<string>>;
  /** Literals that stand in one condition with a field, by `dataset.field`. */
  readonly literals: Map<string, Set<string>>;
  readonly spans: CalendarSpan[];
  /** Dimensions that operators take away or visit. */
  readonly members: Member[];
  /** An operator that makes windows of its own, or counts the days of one. */
  windows: boolean;
  /** Cases of letters, or parts of texts, matter. */
  texts: boolean;
}

export function noneInvolved(): Involved {
  return { fields: new Map(), literals: new Map(), spans: [], members: [], windows: false, texts: false };
}

/** Adds what a formula of one version reads; two versions are gathered in one. */
export function addInvolved(graph: Graph, formula: Typed, to: Involved): void {
  const seen = new Set<string>();

  const dataset = (name: string): void => {
    if (!to.fields.has(name)) to.fields.set(name, new Set());
    if (seen.has(`dataset ${name}`)) return;
    seen.add(`dataset ${name}`);
    const found = graph.datasets.get(name);
    if (found === undefined) return;
    for (const key of found.key) stored(name, key);
    const { time } = found;
    const times =
      time.kind === 'event' || time.kind === 'snapshot'
        ? [time.at]
        : time.kind === 'interval'
          ? [time.from, time.until, time.each]
          : [];
    for (const at of [...times, found.knownAt]) if (at !== null) field(at);
    const { calendar } = found.def;
    if (calendar !== null) for (const { text } of [calendar.day, ...calendar.levels]) stored(name, text);
  };

  const stored = (name: string, of: string): void => {
    const found = graph.datasets.get(name)?.fields.get(of);
    if (found === undefined || seen.has(`field ${name}.${of}`)) return;
    seen.add(`field ${name}.${of}`);
    dataset(name);
    if (found.formula !== null) return read(found.formula);
    to.fields.get(name)?.add(of);
    if (found.currencyField !== null) stored(name, found.currencyField);
  };

  const field = ({ path, dataset: name, field: of }: FieldTyped): void => {
    for (const step of path) {
      dataset(step.to);
      if (step.reverse === true) stored(step.to, step.field);
      else stored(step.from, step.field);
    }
    stored(name, of);
  };

  const member = (of: Member, inside: Typed): void => {
    for (const name of datasetsIn(graph, inside)) {
      const binding = bindIn(graph, of, name);
      if (binding.kind === 'bound') field(binding.field);
    }
  };

  const level = (of: CalendarLevel | ClockLevel): void => {
    if (typeof of !== 'string') stored(of.dataset, of.field);
  };

  const span = (of: CalendarSpan): void => {
    to.spans.push(of);
    level(of.level);
  };

  /** Literals of a condition, for every field in it. */
  const literals = (condition: Typed, inside: Typed | null): void => {
    const fields: string[] = [];
    const texts: string[] = [];
    walkTyped(condition, (node) => {
      if (node.kind === 'field') fields.push(`${node.dataset}.${node.field}`);
      if (node.kind === 'member' && inside !== null)
        for (const name of datasetsIn(graph, inside)) {
          const binding = bindIn(graph, node.member, name);
          if (binding.kind === 'bound') fields.push(`${binding.field.dataset}.${binding.field.field}`);
        }
      if (node.kind === 'const') texts.push(node.value.kind === 'text' ? node.value.value : textOf(node));
    });
    for (const key of fields) {
      const known = to.literals.get(key) ?? new Set<string>();
      to.literals.set(key, known);
      for (const text of texts) known.add(text);
    }
  };

  function read(typed: Typed, inside: Typed | null = null): void {
    walkTyped(typed, (node) => {
      switch (node.kind) {
        case 'field':
          return field(node);
        case 'member':
          if (inside !== null) member(node.member, inside);
          return;
        case 'metric': {
          const metric = graph.metrics.get(node.metric);
          if (metric === undefined || seen.has(`metric ${node.metric}`)) return;
          seen.add(`metric ${node.metric}`);
          return read(metric.formula);
        }
        case 'call':
          if (node.type.value.kind === 'boolean' || ['coalesce', 'nullif', 'least', 'greatest'].includes(node.fn))
            literals(node, inside);
          if (['lower', 'upper', 'trim', 'like', 'contains', 'starts_with', 'substring'].includes(node.fn))
            to.texts = true;
          if (node.span !== undefined) span(node.span);
          if (node.level !== undefined) level(node.level);
          return;
        case 'aggregate':
          return dataset(node.dataset);
        case 'child':
          for (const step of node.link) {
            dataset(step.to);
            stored(step.from, step.field);
          }
          return;
        case 'convert': {
          const rates = graph.project.def.exchangeRates;
          if (rates === null) return;
          const name = rates.dataset.text;
          for (const { text } of [rates.from, rates.to, rates.at, rates.rate]) stored(name, text);
          const codes = [node.to, ...(node.from.kind === 'fixed' ? [node.from.code] : ['USD'])];
          for (const { text } of [rates.from, rates.to]) literal(`${name}.${text}`, codes);
          if (node.from.kind === 'field') literal(`${node.from.field.dataset}.${node.from.field.field}`, codes);
          return;
        }
        case 'conversion':
          dataset(node.from.dataset);
          dataset(node.to.dataset);
          return span(node.within);
        case 'retention':
          dataset(node.of.dataset);
          return span(node.at);
        case 'filtered':
          return read(node.condition, node.of);
        case 'across':
          to.members.push(...node.keys);
          for (const key of node.keys) member(key, node.of);
          if (node.time || node.all) to.windows = true;
          return;
        case 'per':
          for (const key of node.keys) {
            if (key.kind === 'level') {
              to.windows = true;
              level(key.level);
            } else for (const part of [node.of, node.where]) if (part !== null) member(key.member, part);
          }
          return;
        case 'top_share':
          return member(node.key, node.of);
        case 'state':
          to.windows = true;
          if (node.each !== null) member(node.each, node.of);
          return;
        case 'window':
          to.windows = true;
          if (node.op.kind === 'prior' || node.op.kind === 'rolling') span(node.op.span);
          if (node.op.kind === 'to_date' || node.op.kind === 'whole') level(node.op.level);
          return;
        case 'window_length':
          to.windows = true;
          return;
        case 'target': {
          const kpi = graph.kpis.get(node.kpi);
          if (kpi?.formula !== null && kpi !== undefined) read(kpi.formula);
          return;
        }
        default:
      }
    });
  }

  const literal = (key: string, texts: readonly string[]): void => {
    const known = to.literals.get(key) ?? new Set<string>();
    to.literals.set(key, known);
    for (const text of texts) known.add(text);
  };

  read(formula);
}

/** Adds the fields that a dimension is on everything that a formula aggregates. */
export function addMember(graph: Graph, member: Member, formula: Typed, to: Involved): void {
  for (const dataset of datasetsIn(graph, formula)) {
    const binding = bindIn(graph, member, dataset);
    if (binding.kind === 'bound') addInvolved(graph, binding.field, to);
  }
}

function textOf({ value }: Extract<Typed, { kind: 'const' }>): string {
  switch (value.kind) {
    case 'text':
      return value.value;
    case 'boolean':
      return String(value.value);
    default:
      return value.text;
  }
}

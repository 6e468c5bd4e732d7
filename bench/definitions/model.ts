// N definitions over the ten tables as plain data, from which each language's text is written.
import { TABLES, type StarTable } from './tables.js';

/** `mixed`: the usual mixture. `chain`: a tenth of them in one chain. `hub`: half of them use one definition. */
export type ModelShape = 'mixed' | 'chain' | 'hub';

export interface Measure {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly table: string;
  readonly body: Body;
}

export type Body =
  | { readonly kind: 'sum'; readonly column: string; readonly where: Filter | null }
  | { readonly kind: 'count'; readonly where: Filter }
  | { readonly kind: 'distinct'; readonly column: string; readonly where: Filter }
  | { readonly kind: 'ratio'; readonly over: string; readonly under: string }
  | { readonly kind: 'expression'; readonly plus: readonly [string, string]; readonly minus: string };

/** `text = 'value' and money > cents / 100`; the amount makes every definition another one. */
export interface Filter {
  readonly text: { readonly column: string; readonly value: string } | null;
  readonly above: { readonly column: string; readonly cents: number };
}

export interface DefinitionModel {
  readonly shape: ModelShape;
  readonly measures: readonly Measure[];
}

interface Known {
  readonly name: string;
  readonly table: string;
  /** Money can be added to money; everything else only divides. */
  readonly money: boolean;
  readonly depth: number;
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  channel: ['web', 'store', 'app', 'partner', 'phone'],
  status: ['complete', 'cancelled', 'pending'],
  segment: ['consumer', 'business', 'public'],
};

/** The greatest depth of an expression outside the chain. */
const MAX_DEPTH = 4;

export function definitionModel(count: number, shape: ModelShape, seed = 1): DefinitionModel {
  const random = randomNumbers(seed);
  const known = new Map<string, Known[]>();
  const used = new Set<string>();
  const measures: Measure[] = [];
  const add = (table: StarTable, body: Body, depth: number): string => {
    const index = measures.length + 1;
    const name = `${table.name}_${body.kind}_${index}`;
    const money = body.kind === 'sum' || body.kind === 'expression';
    measures.push({
      name,
      title: `${table.one} ${body.kind} ${index}`,
      description: `Definition ${index} of the benchmark, a ${body.kind} over ${table.name}; nobody should read much into it.`,
      table: table.name,
      body,
    });
    const siblings = known.get(table.name) ?? [];
    siblings.push({ name, table: table.name, money, depth });
    known.set(table.name, siblings);
    return name;
  };
  const orders = tableNamed('orders');
  if (shape === 'chain') addChain(Math.max(2, Math.floor(count / 10)), orders, add);
  const hub = shape === 'hub' ? add(orders, { kind: 'sum', column: 'gross', where: null }, 0) : null;
  for (let i = measures.length; i < count; i += 1) {
    const table = i % 2 === 0 ? orders : pick(TABLES, random);
    if (hub !== null && i % 2 === 1) {
      const over = add(orders, { kind: 'sum', column: 'cost', where: filterOf(orders, i, random) }, 0);
      // The pair takes two places of the count.
      if (measures.length < count) add(orders, { kind: 'ratio', over, under: hub }, 1);
      i = measures.length - 1;
      continue;
    }
    const made = bodyFor(table, i, random, known.get(table.name) ?? [], used);
    add(table, made.body, made.depth);
  }
  return { shape, measures };
}

/** Every link adds one more sum to the link before it. */
function addChain(
  length: number,
  table: StarTable,
  add: (table: StarTable, body: Body, depth: number) => string,
): void {
  const first = add(table, { kind: 'sum', column: 'gross', where: null }, 0);
  let last = add(table, { kind: 'sum', column: 'cost', where: null }, 0);
  for (let i = 2; i < length; i += 1) last = add(table, { kind: 'expression', plus: [last, first], minus: first }, i);
}

function bodyFor(
  table: StarTable,
  index: number,
  random: () => number,
  known: readonly Known[],
  used: Set<string>,
): { readonly body: Body; readonly depth: number } {
  const share = random();
  const money = known.filter((one) => one.money && one.depth < MAX_DEPTH);
  const shallow = known.filter((one) => one.depth < MAX_DEPTH);
  if (share >= 0.7 && money.length >= 3) {
    // A pair that stands already would be one formula under two names: a few draws, then a plain sum instead.
    for (let draw = 0; draw < 8; draw += 1) {
      const made = share < 0.9 ? drawRatio(money, shallow, random) : drawExpression(money, random);
      const key = JSON.stringify(made?.body);
      if (made === null || used.has(key)) continue;
      used.add(key);
      return made;
    }
  }
  const where = filterOf(table, index, random);
  if (share < 0.2 || share >= 0.7)
    return { body: { kind: 'sum', column: pick(amounts(table), random).name, where }, depth: 0 };
  if (share < 0.4) return { body: { kind: 'sum', column: amounts(table)[0]?.name ?? '', where }, depth: 0 };
  if (share < 0.6) return { body: { kind: 'count', where }, depth: 0 };
  return { body: { kind: 'distinct', column: pick(identifiers(table), random).name, where }, depth: 0 };
}

function drawRatio(
  money: readonly Known[],
  shallow: readonly Known[],
  random: () => number,
): { readonly body: Body; readonly depth: number } | null {
  const over = pick(money, random);
  const under = pick(shallow, random);
  if (over.name === under.name) return null;
  return { body: { kind: 'ratio', over: over.name, under: under.name }, depth: 1 + Math.max(over.depth, under.depth) };
}

function drawExpression(
  money: readonly Known[],
  random: () => number,
): { readonly body: Body; readonly depth: number } | null {
  const [a, b, c] = [pick(money, random), pick(money, random), pick(money, random)];
  if (new Set([a.name, b.name, c.name]).size < 3) return null;
  return {
    body: { kind: 'expression', plus: [a.name, b.name], minus: c.name },
    depth: 1 + Math.max(a.depth, b.depth, c.depth),
  };
}

function filterOf(table: StarTable, index: number, random: () => number): Filter {
  const texts = table.columns.filter(({ type, name }) => type === 'text' && VALUES[name] !== undefined);
  const column = texts.length > 0 && random() < 0.7 ? pick(texts, random) : null;
  const above = amounts(table)[0]?.name ?? '';
  return {
    text: column === null ? null : { column: column.name, value: pick(VALUES[column.name] ?? [''], random) },
    above: { column: above, cents: index + 1 },
  };
}

function amounts(table: StarTable): readonly { readonly name: string }[] {
  return table.columns.filter(({ type }) => type === 'money');
}

function identifiers(table: StarTable): readonly { readonly name: string }[] {
  return table.columns.filter(({ name, references }) => references !== undefined || name === table.key);
}

export function tableNamed(name: string): StarTable {
  const found = TABLES.find((table) => table.name === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found;
}

function pick<T>(list: readonly T[], random: () => number): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

/** A small linear congruential generator: the same model on every machine. */
function randomNumbers(seed: number): () => number {
  let state = (seed * 2654435761) % 4294967296;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

// Where names stand: every occurrence of every name in the texts of a file.
import {
  formulaInMemory,
  nameExprOf,
  parseFormula,
  spanInScalar,
  worldOfGraph,
  type BoundInput,
  type Graph,
  type ParsedFormula,
  type ProjectMemory,
  type Range,
  type ScalarNode,
  type World,
} from '@sextant/parser';
import type { NameUse } from '@sextant/parser';
import { namesIn, unitNames } from '@sextant/parser';
import { pathUses, levelUses, memberUses, rowUses, type NameScope } from '@sextant/parser';
import type { Mention } from '../places/mention.js';
import { symbol, type Symbol } from '@sextant/parser';

export interface Occurrence {
  readonly symbol: Symbol;
  /** Where it stands in the file. */
  readonly span: Range;
  readonly isDefinition: boolean;
  readonly mention: Mention;
  /** In the text of the mention. */
  readonly range: Range;
  /** In formulas names may be quoted. */
  readonly inFormula: boolean;
}

/** What a mention is read with. */
export interface Reading {
  readonly graph: Graph;
  readonly world: World;
  readonly formula: (node: ScalarNode) => ParsedFormula;
}

/** Without a memory, formulas are parsed anew. */
export function readingOf(graph: Graph, memory: ProjectMemory | null): Reading {
  return {
    graph,
    world: worldOfGraph(graph),
    formula: (node) =>
      memory === null ? parseFormula(node.text, node.style === 'literal') : formulaInMemory(memory.types, node),
  };
}

/** The names in a mention with their places in the file, in the order of the text. */
export function occurrencesIn(mention: Mention, reading: Reading): readonly Occurrence[] {
  const { node, meaning } = mention;
  return usesIn(mention, reading).flatMap(({ range, means }) => {
    if (means.kind !== 'symbol') return [];
    const { start, end } = spanInScalar(node, range.start, range.end);
    const inFormula = meaning.kind === 'formula' || (meaning.kind === 'asked' && !isWhole(range, node));
    const isDefinition = meaning.kind === 'definition';
    return [{ symbol: means.symbol, span: { start, end }, isDefinition, mention, range, inFormula }];
  });
}

function isWhole({ start, end }: Range, { text }: ScalarNode): boolean {
  return start === 0 && end === text.length;
}

/** All that a mention names: symbols, levels, units. Ranges are in its text. */
export function usesIn(mention: Mention, reading: Reading): readonly NameUse[] {
  const { meaning, node, dataset } = mention;
  const { text } = node;
  const { world, graph } = reading;
  if (text === '' || node.broken === true) return [];
  const path = nameExprOf({ text, span: node.span });
  const whole = (found: Symbol): readonly NameUse[] => [
    { range: { start: 0, end: text.length }, means: { kind: 'symbol', symbol: found } },
  ];
  const inFormula = (scope: NameScope): readonly NameUse[] => namesIn(reading.formula(node).root, scope, world);
  switch (meaning.kind) {
    case 'definition':
      return whole(symbol(meaning.of, text, dataset));
    case 'name':
      return made(text, graph) ?? whole(symbol(meaning.of, text));
    case 'library part':
      return meaning.part === 'metric' ? offered(mention, graph) : [];
    case 'bound field': {
      const bound = boundIn(mention, graph)?.bound ?? null;
      return bound === null ? [] : whole(symbol('field', text, bound));
    }
    case 'own input': {
      const kind = graph.library?.inputs.find((one) => one.name === text)?.kind;
      return kind === undefined ? [] : whole(symbol(kind, text));
    }
    case 'field':
      return dataset === null || meaning.words.includes(text) ? [] : whole(symbol('field', text, dataset));
    case 'row path':
      return dataset === null || meaning.words.includes(text) ? [] : rowUses(path, dataset, world);
    case 'field path':
      return pathUses(path, world);
    case 'member':
      return memberUses(path, world);
    case 'formula':
      if (meaning.place !== 'row') return isColumnOfTexts(mention, graph) ? [] : inFormula({ kind: meaning.place });
      return dataset === null ? [] : inFormula({ kind: 'row', base: dataset });
    case 'asked':
      return (
        made(text, graph) ?? (graph.metrics.has(text) ? whole(symbol('metric', text)) : inFormula({ kind: 'metric' }))
      );
    case 'order': {
      const column = text.replace(/\s+(?:asc|desc)$/i, '');
      return columnUses(column, reading);
    }
    case 'column':
      return columnUses(text, reading);
    case 'level':
      return levelUses(path, world);
    case 'unit':
      return unitNames(text, 0, world);
    case 'type': {
      const unit = /^\S+ +(?=\S)/.exec(text)?.[0].length;
      return unit === undefined ? [] : unitNames(text.slice(unit), unit, world);
    }
    case 'period':
    case 'code':
    case 'currency':
    case 'value':
      return [];
  }
}

/** `marketing.cpl` outside a formula: the name of a use, and what it makes. Null for what no library makes. */
function made(text: string, graph: Graph): readonly NameUse[] | null {
  const metric = graph.metrics.get(text)?.def.origin ?? null;
  const origin = metric ?? graph.parameters.get(text)?.def.origin ?? null;
  if (origin === null) return null;
  const { alias } = origin;
  const kind = metric === null ? 'parameter' : 'metric';
  return [
    { range: { start: 0, end: alias.length }, means: { kind: 'symbol', symbol: symbol('library', alias) } },
    { range: { start: alias.length + 1, end: text.length }, means: { kind: 'symbol', symbol: symbol(kind, text) } },
  ];
}

/** What `only` names is the project's, under the name of the use. */
function offered({ path, node }: Mention, graph: Graph): readonly NameUse[] {
  const name = `${path[1] ?? ''}.${node.text}`;
  const range = { start: 0, end: node.text.length };
  return graph.metrics.has(name) ? [{ range, means: { kind: 'symbol', symbol: symbol('metric', name) } }] : [];
}

/** The input of a library that a text of its use is about. */
export function boundIn({ path }: Pick<Mention, 'path'>, graph: Graph): BoundInput | null {
  return graph.uses.get(path[1] ?? '')?.library?.inputs.find(({ name }) => name === path[3]) ?? null;
}

/** A column of an answer: a metric, a dimension or a field, the word of the grain. */
function columnUses(text: string, { graph, world }: Reading): readonly NameUse[] {
  const path = nameExprOf({ text, span: { file: '', start: 0, end: text.length } });
  const ofLibrary = made(text, graph);
  if (ofLibrary !== null) return ofLibrary;
  if (graph.metrics.has(text))
    return [{ range: { start: 0, end: text.length }, means: { kind: 'symbol', symbol: symbol('metric', text) } }];
  const level = levelUses(path, world);
  if (!graph.dimensions.has(text) && level.every(({ means }) => means.kind !== 'nothing')) return level;
  return /^[^\s()]+$/.test(text) ? memberUses(path, world) : [];
}

/** In a test's table the cells below a dimension are texts, and no formulas. */
function isColumnOfTexts({ path }: Mention, graph: Graph): boolean {
  return path[0] === 'tests' && path.includes('table') && !graph.metrics.has(path.at(-1) ?? '');
}

// What has a name in a project, and how it is told apart from everything else.

export type SymbolKind =
  | 'dataset'
  | 'field'
  | 'dimension'
  | 'metric'
  | 'parameter'
  | 'owner'
  | 'goal'
  | 'kpi'
  | 'incentive'
  | 'test'
  | 'question'
  | 'library'
  | 'connection'
  /** The name of a reference: `as: billing`. */
  | 'role'
  /** A counted thing: what `one:`, `counts:` or the type of a field name. */
  | 'thing';

export interface Symbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** Of a field or a role: its dataset. */
  readonly dataset: string | null;
}

export function symbol(kind: SymbolKind, name: string, dataset: string | null = null): Symbol {
  return { kind, name, dataset };
}

/** `metric:revenue`, `field:orders.amount`: for what the graph has, its own name of the node. */
export function idOf({ kind, name, dataset }: Symbol): string {
  return dataset === null ? `${kind}:${name}` : `${kind}:${dataset}.${name}`;
}

/** As messages say it: `the metric \`revenue\``. */
export function sayKind(kind: SymbolKind): string {
  switch (kind) {
    case 'kpi':
      return 'KPI';
    case 'thing':
      return 'unit';
    case 'library':
      return 'use of a library';
    default:
      return kind;
  }
}

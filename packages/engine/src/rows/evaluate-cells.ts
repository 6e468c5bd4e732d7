// Cell expressions over the leaves that came back: everything between aggregates, column by column, exactly.
import type { CalendarSettings } from '../calendar/calendar-settings.js';
import type { CellExpr, LeafCell } from '../plan/plan.js';
import { isPacked, valuesOf, withNone, type Column } from '../value/column.js';
import { scalarFunctions } from '../value/functions/scalar-functions.js';
import { integerValue, NULL, type Value } from '../value/value.js';
import type { Domain } from './domain.js';
import type { Interner } from './interner.js';
import { leafColumn } from './leaf-column.js';
import { leavesIn } from './leaves-in.js';
import { packedCall } from './packed-calls.js';
import { perColumn } from './per-column.js';
import { expand } from './reached.js';
import type { ScanRows } from './scan-rows.js';

export interface CellWorld {
  readonly scans: ReadonlyMap<number, ScanRows>;
  readonly interner: Interner;
  readonly calendar: CalendarSettings;
}

const ZERO = integerValue(0);

/** Computes expressions over one domain; an expression that is used twice is computed once. */
export class CellEvaluator {
  readonly #domain: Domain;
  readonly #world: CellWorld;
  readonly #columns = new Map<CellExpr, Column>();
  readonly #values = new Map<CellExpr, readonly Value[]>();
  readonly #tuples = new Map<string, Int32Array>();

  constructor(domain: Domain, world: CellWorld) {
    this.#domain = domain;
    this.#world = world;
  }

  column(expr: CellExpr): Column {
    const known = this.#columns.get(expr);
    if (known !== undefined) return known;
    const column = this.#compute(expr);
    this.#columns.set(expr, column);
    return column;
  }

  values(expr: CellExpr): readonly Value[] {
    const known = this.#values.get(expr);
    if (known !== undefined) return known;
    const values = valuesOf(this.column(expr));
    this.#values.set(expr, values);
    return values;
  }

  #compute(expr: CellExpr): Column {
    const { size, times, keys } = this.#domain;
    switch (expr.kind) {
      case 'const':
        return Array.from({ length: size }, () => expr.value);
      case 'by_time':
        return Array.from({ length: size }, (_, cell) => expr.values[times[cell] ?? 0] ?? NULL);
      case 'key': {
        const ids = keys[expr.index];
        return Array.from({ length: size }, (_, cell) => this.#world.interner.value(ids?.[cell] ?? 0));
      }
      case 'leaf': {
        const scan = this.#world.scans.get(expr.scan);
        if (scan === undefined) throw new Error(`internal: leaf ${expr.leaf} was not computed`);
        return leafColumn(expr, scan, this.#domain, () => this.#tuplesOf(expr.keys));
      }
      case 'empty_zero': {
        const column = this.column(expr.of);
        if (isPacked(column)) return column.none.reason === 'no_rows' ? withNone(column, 'zero') : column;
        return column.map((value) => (value.kind === 'none' && value.reason === 'no_rows' ? ZERO : value));
      }
      case 'call':
        return this.#call(expr);
      case 'case':
        return this.#case(expr);
      case 'per': {
        const inner = expand(
          {
            outer: this.#domain,
            width: keys.length,
            extraKeys: expr.extraKeys,
            times: expr.times,
            leaves: [...leavesIn(expr.of), ...leavesIn(expr.where)],
            everyTime: expr.byTime && expr.extraKeys > 0,
          },
          this.#world.scans,
          this.#world.interner,
        );
        const { interner } = this.#world;
        return perColumn({ expr, outer: this.#domain, inner, cells: new CellEvaluator(inner, this.#world), interner });
      }
    }
  }

  #call(expr: Extract<CellExpr, { kind: 'call' }>): Column {
    const { size } = this.#domain;
    const args = expr.args.map((arg) => (arg.kind === 'const' ? arg.value : this.column(arg)));
    const packed = packedCall(expr.fn, args, size);
    if (packed !== null) return packed;
    const columns = expr.args.map((arg) => this.values(arg));
    const implementation = scalarFunctions[expr.fn];
    const context = { calendar: this.#world.calendar, level: expr.level, span: expr.span, type: expr.typed.type.value };
    const values: Value[] = [];
    for (let cell = 0; cell < size; cell++) {
      values.push(
        implementation(
          columns.map((column) => column[cell] ?? NULL),
          context,
        ),
      );
    }
    return values;
  }

  #case(expr: Extract<CellExpr, { kind: 'case' }>): readonly Value[] {
    const branches = expr.branches.map(({ when, then }) => ({ when: this.values(when), then: this.values(then) }));
    const otherwise = expr.otherwise === null ? null : this.values(expr.otherwise);
    return Array.from({ length: this.#domain.size }, (_, cell) => {
      for (const branch of branches) {
        const when = branch.when[cell];
        if (when?.kind === 'boolean' && when.value) return branch.then[cell] ?? NULL;
      }
      return otherwise?.[cell] ?? NULL;
    });
  }

  #tuplesOf(positions: LeafCell['keys']): Int32Array {
    const name = positions.join();
    const known = this.#tuples.get(name);
    if (known !== undefined) return known;
    const { keys, size } = this.#domain;
    const tuples = this.#world.interner.tuples(
      positions.map((at) => keys[at] ?? new Int32Array(size)),
      size,
    );
    this.#tuples.set(name, tuples);
    return tuples;
  }
}

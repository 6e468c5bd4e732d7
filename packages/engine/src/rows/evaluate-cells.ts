// Cell expressions over the leaves that came back: everything between aggregates, column by column, exactly.
import type { CalendarSettings } from '../calendar/calendar-settings.js';
import type { CellExpr, LeafCell, PerCell } from '../plan/plan.js';
import { aggregateFunctions } from '../value/aggregates/aggregate-functions.js';
import { scalarFunctions } from '../value/functions/scalar-functions.js';
import { compareValues } from '../value/order.js';
import { fromDecimalText, type Rational } from '../value/rational.js';
import { integerValue, noValue, NULL, type Value } from '../value/value.js';
import type { Domain } from './domain.js';
import type { Interner } from './interner.js';
import { expand, leavesIn } from './reached.js';
import { cellKey, type ScanRows } from './scan-rows.js';

export interface CellWorld {
  readonly scans: ReadonlyMap<number, ScanRows>;
  readonly interner: Interner;
  readonly calendar: CalendarSettings;
}

const ZERO = integerValue(0);
const NO_ROWS = noValue('no_rows');

/** Computes expressions over one domain; an expression that is used twice is computed once. */
export class CellEvaluator {
  readonly #domain: Domain;
  readonly #world: CellWorld;
  readonly #columns = new Map<CellExpr, readonly Value[]>();
  readonly #tuples = new Map<string, Int32Array>();

  constructor(domain: Domain, world: CellWorld) {
    this.#domain = domain;
    this.#world = world;
  }

  column(expr: CellExpr): readonly Value[] {
    const known = this.#columns.get(expr);
    if (known !== undefined) return known;
    const column = this.#compute(expr);
    this.#columns.set(expr, column);
    return column;
  }

  #compute(expr: CellExpr): readonly Value[] {
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
      case 'leaf':
        return this.#leaf(expr);
      case 'empty_zero':
        return this.column(expr.of).map((value) =>
          value.kind === 'none' && value.reason === 'no_rows' ? ZERO : value,
        );
      case 'call': {
        const args = expr.args.map((arg) => this.column(arg));
        const implementation = scalarFunctions[expr.fn];
        const context = {
          calendar: this.#world.calendar,
          level: expr.level,
          span: expr.span,
          type: expr.typed.type.value,
        };
        return Array.from({ length: size }, (_, cell) =>
          implementation(
            args.map((arg) => arg[cell] ?? NULL),
            context,
          ),
        );
      }
      case 'case': {
        const branches = expr.branches.map((branch) => ({
          when: this.column(branch.when),
          then: this.column(branch.then),
        }));
        const otherwise = expr.otherwise === null ? null : this.column(expr.otherwise);
        return Array.from({ length: size }, (_, cell) => {
          for (const branch of branches) {
            const when = branch.when[cell];
            if (when?.kind === 'boolean' && when.value) return branch.then[cell] ?? NULL;
          }
          return otherwise?.[cell] ?? NULL;
        });
      }
      case 'per':
        return this.#per(expr);
    }
  }

  #leaf(cell: LeafCell): readonly Value[] {
    const rows = this.#world.scans.get(cell.scan);
    const values = rows?.table.values.get(cell.leaf);
    const leaf = rows?.scan.leaves.find((one) => one.id === cell.leaf);
    if (rows === undefined || values === undefined || leaf === undefined)
      throw new Error(`internal: leaf ${cell.leaf} was not computed`);
    const empty = leaf.fn === 'count' || leaf.fn === 'count_rows' || leaf.fn === 'count_distinct' ? ZERO : NO_ROWS;
    const { size, times } = this.#domain;
    const tuples = this.#tuplesOf(cell.keys);
    const windowCount = rows.scan.windows.length;
    const column: Value[] = Array.from({ length: size }, () => NULL);
    for (let i = 0; i < size; i++) {
      const window = cell.windows[times[i] ?? 0] ?? 'no_rows';
      if (typeof window !== 'number') {
        column[i] = noValue(window);
        continue;
      }
      const row = rows.index.get(cellKey(tuples[i] ?? 0, window, windowCount));
      column[i] = row === undefined ? empty : (values[row] ?? NULL);
    }
    return column;
  }

  #tuplesOf(positions: readonly number[]): Int32Array {
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

  #per(expr: PerCell): readonly Value[] {
    const width = this.#domain.keys.length;
    const leaves = [...leavesIn(expr.of), ...leavesIn(expr.where)];
    const inner = expand(
      {
        outer: this.#domain,
        width,
        extraKeys: expr.extraKeys,
        times: expr.times,
        leaves,
        everyTime: expr.byTime && expr.extraKeys > 0,
      },
      this.#world.scans,
      this.#world.interner,
    );
    const cells = new CellEvaluator(inner, this.#world);
    const values = expr.of === null ? null : cells.column(expr.of);
    const keep = expr.where === null ? null : cells.column(expr.where);
    const counts = expr.fn === 'count' || expr.fn === 'count_rows';
    const aggregate = aggregateFunctions[expr.fn];
    const fraction = fractionOf(expr.fraction);
    const column: Value[] = [];
    const ordered = expr.fn === 'first' || expr.fn === 'last';
    let at = 0;
    for (let cell = 0; cell < this.#domain.size; cell++) {
      const gathered: { readonly value: Value; readonly key: Value }[] = [];
      let missing = false;
      let undecided: Value | null = null;
      for (; at < inner.size && inner.outer[at] === cell; at++) {
        const kept = keep?.[at];
        if (kept !== undefined && isPoison(kept)) undecided ??= kept;
        if (kept !== undefined && !(kept.kind === 'boolean' && kept.value)) continue;
        // The group without a value is no entity: it is not counted.
        if (counts && inner.keys.slice(width).some((key) => key[at] === 0)) continue;
        const value = values === null ? ZERO : (values[at] ?? NULL);
        missing ||= value.kind === 'none' && expr.byTime && !expr.skip && !counts;
        gathered.push({
          value,
          key: ordered && !expr.byTime ? this.#world.interner.value(inner.keys[width]?.[at] ?? 0) : NULL,
        });
      }
      const blocked = expr.blocked[this.#domain.times[cell] ?? 0] ?? null;
      if (ordered) gathered.sort((a, b) => compareValues(a.key, b.key));
      const outcome = aggregate(
        gathered.map((one) => one.value),
        fraction,
      );
      if (blocked !== null) column.push(noValue(blocked));
      else if (undecided !== null) column.push(undecided);
      // A missing rate is the better reason, and `skip` does not pass over it.
      else column.push(missing && !isPoison(outcome) ? noValue('missing_bucket') : outcome);
    }
    return column;
  }
}

/** Reasons that nothing passes over: leaving the value out would give a smaller number that looks right. */
function isPoison(value: Value): boolean {
  return value.kind === 'none' && (value.reason === 'missing_rate' || value.reason === 'no_rate_date');
}

const HALF: Rational = { n: 1n, d: 2n };

function fractionOf(text: string | null): Rational {
  return text === null ? HALF : (fromDecimalText(text) ?? HALF);
}

// Writes a tree as text, in one canonical way: `parse(print(e))` is `e` again, apart from the places.
// Parentheses stand only where the tree needs them.
import { isSuffixed, moveLastSuffix } from './build.js';
import type { BinaryExpr, BinaryOp, CallExpr, Expr, NameExpr, NamePart, PerExpr } from './tree.js';
import { isPlainName, windowCalls } from './words.js';

/** How tightly a form binds: a part in a place that asks for more gets parentheses. */
const level = { suffix: 0, or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, sign: 7, primary: 8 } as const;

type Level = (typeof level)[keyof typeof level];

export function printFormula(expr: Expr): string {
  return print(expr, level.suffix);
}

function print(expr: Expr, atLeast: Level): string {
  const text = plain(expr);
  return levelOf(expr) < atLeast ? `(${text})` : text;
}

function levelOf(expr: Expr): Level {
  switch (expr.kind) {
    case 'where':
    case 'dated':
    case 'across':
    case 'per':
      return level.suffix;
    case 'binary':
      return levelOfOperator(expr.op);
    case 'between':
    case 'in':
    case 'is':
      return level.comparison;
    case 'unary':
      return expr.op === 'not' ? level.not : level.sign;
    default:
      return level.primary;
  }
}

function levelOfOperator(op: BinaryOp): Level {
  switch (op) {
    case 'or':
      return level.or;
    case 'and':
      return level.and;
    case '+':
    case '-':
    case '||':
      return level.sum;
    case '*':
    case '/':
      return level.product;
    default:
      return level.comparison;
  }
}

function plain(expr: Expr): string {
  switch (expr.kind) {
    case 'number':
      return `${expr.text}${expr.percent ? '%' : ''}${expr.unit === null ? '' : ` ${expr.unit.text}`}`;
    case 'text':
      return quote(expr.value, "'");
    case 'boolean':
      return String(expr.value);
    case 'null':
      return 'null';
    case 'date':
      return `${expr.type} ${quote(expr.text, "'")}`;
    case 'period':
      return `period ${quote(expr.text, "'")}`;
    case 'name':
      return printName(expr);
    case 'unary':
      return printUnary(expr.op, expr.of);
    case 'binary':
      return printBinary(expr);
    case 'between': {
      const [of, low, high] = [print(expr.of, level.sum), print(expr.low, level.sum), print(expr.high, level.sum)];
      return `${of} ${expr.negated ? 'not ' : ''}between ${low} and ${high}`;
    }
    case 'in': {
      const options = expr.options.map((option) => print(option, level.or)).join(', ');
      return `${print(expr.of, level.sum)} ${expr.negated ? 'not ' : ''}in (${options})`;
    }
    case 'is':
      return `${print(expr.of, level.sum)} is ${expr.negated ? 'not ' : ''}null`;
    case 'case': {
      const of = expr.of === null ? '' : ` ${print(expr.of, level.or)}`;
      const branches = expr.branches.map(
        ({ when, then }) => ` when ${print(when, level.or)} then ${print(then, level.or)}`,
      );
      const otherwise = expr.otherwise === null ? '' : ` else ${print(expr.otherwise, level.or)}`;
      return `case${of}${branches.join('')}${otherwise} end`;
    }
    case 'cast':
      return `cast(${print(expr.of, level.suffix)} as ${expr.type})`;
    case 'call':
      return printCall(expr);
    case 'where':
      return `${print(expr.of, level.suffix)} where ${print(expr.condition, level.or)}`;
    case 'dated':
      return `${print(expr.of, level.suffix)} dated ${printName(expr.field)}`;
    case 'across':
      return `${print(expr.of, level.suffix)} across ${printKeys(expr.keys)}${expr.unfiltered ? ' unfiltered' : ''}`;
    case 'per':
      return printPer(expr);
    case 'broken':
      return '?';
  }
}

function quote(text: string, mark: '"' | "'"): string {
  return `${mark}${text.replaceAll(mark, mark + mark)}${mark}`;
}

function printName(name: NameExpr): string {
  return name.parts.map(printPart).join('.');
}

function printPart(part: NamePart): string {
  return part.quoted || !isPlainName(part.text) ? quote(part.text, '"') : part.text;
}

function printKeys(keys: readonly NameExpr[]): string {
  const names = keys.map(printName).join(', ');
  return keys.length === 1 ? names : `(${names})`;
}

function printPer(expr: PerExpr): string {
  const of = expr.of === null ? '' : `${print(expr.of, level.suffix)} `;
  const keys = printKeys(expr.keys);
  // `(per where)` would be a suffix of a name `per`.
  const taken = expr.of === null && /^(?:where|dated|across|per)$/i.test(keys);
  return `${of}per ${taken ? `(${keys})` : keys}${expr.skip ? ' skip' : ''}`;
}

/** `--` would start a comment, so a minus before a minus keeps its parentheses. */
function printUnary(op: string, of: Expr): string {
  if (op === 'not') return `not ${print(of, level.not)}`;
  const text = print(of, level.sign);
  return text.startsWith('-') || text.startsWith('+') ? `${op}(${text})` : `${op}${text}`;
}

/** Goes down the left side in a loop: a chain of a thousand operators is a thousand levels deep there. */
function printBinary(expr: BinaryExpr): string {
  const own = levelOfOperator(expr.op);
  // Comparisons do not associate: both sides stand in parentheses where they are comparisons themselves.
  if (own === level.comparison) return print(expr.left, level.sum) + printRight(expr, level.sum);
  const parts = [printRight(expr, next[own])];
  let left = expr.left;
  while (left.kind === 'binary' && levelOfOperator(left.op) === own) {
    parts.push(printRight(left, next[own]));
    left = left.left;
  }
  parts.push(print(left, own));
  return parts.reverse().join('');
}

function printRight(expr: BinaryExpr, atLeast: Level): string {
  return ` ${expr.negated ? 'not ' : ''}${expr.op} ${print(expr.right, atLeast)}`;
}

const next: Readonly<Record<Level, Level>> = { 0: 1, 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 7, 7: 8, 8: 8 };

function printCall(call: CallExpr): string {
  const args = call.args.map((argument, index) => printArgument(call, argument, index)).join(', ');
  const clauses = call.clauses.map((clause) => ` ${clause.word} ${print(clause.value, level.suffix)}`).join('');
  const flags = call.flags.map(({ word }) => (word === 'skip missing' ? ` ${word}` : `, ${word}`)).join('');
  return `${call.name}(${call.distinct ? 'distinct ' : ''}${args}${clauses}${flags})`;
}

/** An argument that the parser would take for something else where it stands keeps its parentheses. */
function printArgument(call: CallExpr, argument: Expr, index: number): string {
  const text = print(argument, level.suffix);
  const movable = index > 0 && index === call.args.length - 1 && isSuffixed(argument);
  if (movable && moveLastSuffix(call.name, [argument, unplaced(argument)]).at(-1)?.kind !== argument.kind)
    return `(${text})`;
  // `distinct` governs what starts with a name or a parenthesis; before anything else it would be a name itself.
  if (index === 0 && call.distinct && !/^["(\p{L}_]/u.test(text)) return `(${text})`;
  if (
    index === 0 &&
    call.distinct &&
    /^(?:where|dated|across|per|not|null|true|false)(?![\p{L}\p{N}\p{M}_.])/iu.test(text)
  ) {
    return `(${text})`;
  }
  const flagLike = /^(?:full|partial)$/i.test(text) && index > 0 && windowCalls.has(call.name);
  return flagLike ? `(${text})` : text;
}

/** As the parser would see it without parentheses: every suffix starts where its value starts. */
function unplaced(expr: Expr): Expr {
  const range = { start: 0, end: 0 };
  return isSuffixed(expr) ? { ...expr, of: unplaced(expr.of), range } : { ...expr, range };
}

// A change as texts: the head, and a table for each way in which it is taken apart.
import { periodWords } from '@sextant/engine/words';
import type {
  AdditiveSegments,
  Change,
  EffectNode,
  Explanation,
  LeaveOneOutSegments,
  LeftDimension,
  MixRateSegments,
  SegmentEffects,
} from '../engine-port.js';
import { visibleLine } from '../reporters/visible-text.js';
import { NO_VALUE } from '../results/sheet.js';
import type { Column, TableTexts } from './columns.js';
import { effectText, effectUnit, noValueWords, percentText, sideText, signedPercent, valueText } from './value-text.js';

/** Rows of a dimension that are shown; what is left out is added up. */
const MOST_ROWS = 20;

export interface ChangeTable {
  readonly title: string;
  readonly table: TableTexts;
  readonly notes: readonly string[];
}

export interface ChangeTexts {
  readonly head: readonly string[];
  readonly tables: readonly ChangeTable[];
  readonly notes: readonly string[];
}

type Subject = Explanation['subject'];

export function changeTexts(change: Change, { subject, asOf }: Pick<Explanation, 'subject' | 'asOf'>): ChangeTexts {
  const unit = subject.percent || subject.unit === '' ? '' : ` ${subject.unit}`;
  const side = ({ period, value }: Change['before']): string =>
    `${periodWords(period)}${period.complete ? '' : `, known up to ${asOf}`}: ${value.value === null ? noValueWords(value.reason) : `${sideText(value.value, subject)}${unit}`}`;
  const head = [`before  ${side(change.before)}`, `after   ${side(change.after)}`];
  if (change.change.value === null)
    return { head, tables: [], notes: ['without a value on both sides there is no change to take apart'] };
  const effectOf = effectUnit(subject);
  const relative = change.relative.value === null ? '' : ` (${signedPercent(change.relative.value)})`;
  head.push(`change  ${effectText(change.change.value, subject)}${effectOf === '' ? '' : ` ${effectOf}`}${relative}`);
  const { operands, segments, left } = change;
  const tables = [
    ...(operands === null || operands.root.children.length === 0
      ? []
      : [operandTable(operands.root, operands.residual, subject)]),
    ...segments.map((one) => segmentTable(one, subject)),
  ];
  const partial =
    change.after.period.complete || change.against === 'prior'
      ? []
      : [`${periodWords(change.after.period)} is not over; what it is compared with is`];
  return { head, tables, notes: [...partial, ...left.flatMap(leftWords)] };
}

function operandTable(root: EffectNode, residual: string, subject: Subject): ChangeTable {
  const rows: string[][] = [];
  const visit = (node: EffectNode, depth: number): void => {
    const unit = node.percent ? '' : node.unit;
    rows.push([
      `${'  '.repeat(depth)}${node.metric === null ? visibleLine(node.label) : visibleLine(node.metric)}`,
      valueText({ ...node, ...node.before }),
      valueText({ ...node, ...node.after }),
      unit,
      effectText(node.effect, subject),
      percentText(node.share),
    ]);
    for (const child of node.children) visit(child, depth + 1);
  };
  visit(root, 0);
  return {
    title:
      'by operands: what each would have changed, whatever the order (Shapley); inner rows are parts of the row above',
    table: {
      columns: [
        text('operand'),
        number('before'),
        number('after'),
        text(''),
        number('effect', effectUnit(subject)),
        number('share'),
      ],
      rows,
    },
    notes: residualNote(residual),
  };
}

function segmentTable(segments: SegmentEffects, subject: Subject): ChangeTable {
  switch (segments.kind) {
    case 'additive':
      return additiveTable(segments, subject);
    case 'mix_rate':
      return mixRateTable(segments, subject);
    case 'leave_one_out':
      return leaveOneOutTable(segments, subject);
  }
}

function additiveTable({ dimension, rows, residual }: AdditiveSegments, subject: Subject): ChangeTable {
  const { shown, rest } = cut(rows);
  return {
    title: `by ${dimension}: what each group adds to the change`,
    table: {
      columns: [
        text(dimension),
        number('before', subject.percent ? '' : subject.unit),
        number('after', subject.percent ? '' : subject.unit),
        number('effect', effectUnit(subject)),
        number('share'),
      ],
      rows: shown.map((row) => [
        keyText(row.key),
        sideText(row.before, subject),
        sideText(row.after, subject),
        effectText(row.effect, subject),
        percentText(row.share),
      ]),
    },
    notes: [...rest, ...residualNote(residual)],
  };
}

function mixRateTable(segments: MixRateSegments, subject: Subject): ChangeTable {
  const { shown, rest } = cut(segments.rows);
  const unit = effectUnit(subject);
  return {
    title: `by ${segments.dimension}: what the groups’ own rates did, and what their weights did (Kitagawa)`,
    table: {
      columns: [
        text(segments.dimension),
        number('weight before'),
        number('after'),
        number('rate before', subject.percent ? '' : subject.unit),
        number('after', subject.percent ? '' : subject.unit),
        number('by rate', unit),
        number('by mix', unit),
        number('effect', unit),
        number('share'),
      ],
      rows: [
        ...shown.map((row) => [
          keyText(row.key),
          percentText(row.weightBefore),
          percentText(row.weightAfter),
          sideText(row.rateBefore, subject),
          sideText(row.rateAfter, subject),
          effectText(row.rate, subject),
          effectText(row.mix, subject),
          effectText(row.effect, subject),
          percentText(row.share),
        ]),
        ['together', '', '', '', '', effectText(segments.rate, subject), effectText(segments.mix, subject), '', ''],
      ],
    },
    notes: [...rest, ...residualNote(segments.residual)],
  };
}

function leaveOneOutTable({ dimension, rows }: LeaveOneOutSegments, subject: Subject): ChangeTable {
  const unit = subject.percent ? '' : subject.unit;
  return {
    title: `by ${dimension}: what the change would be without each group; these effects do not add up to the change`,
    table: {
      columns: [
        text(`without ${dimension}`),
        number('before', unit),
        number('after', unit),
        number('change', effectUnit(subject)),
        number('so its effect', effectUnit(subject)),
      ],
      rows: rows.map((row) => [
        keyText(row.key),
        sideText(row.beforeWithout.value, subject),
        sideText(row.afterWithout.value, subject),
        effectText(row.changeWithout.value, subject),
        effectText(row.effect.value, subject),
      ]),
    },
    notes: [],
  };
}

function cut<T>(rows: readonly T[]): { readonly shown: readonly T[]; readonly rest: readonly string[] } {
  const more = rows.length - MOST_ROWS;
  return {
    shown: rows.slice(0, MOST_ROWS),
    rest: more > 0 ? [`${more} more groups with smaller effects; \`--format json\` has all of them`] : [],
  };
}

function residualNote(residual: string): readonly string[] {
  return residual === '0'
    ? ['adds up to the change exactly: residual 0']
    : [`≈ residual ${residual}: sums of floating-point numbers are approximate`];
}

function leftWords({ dimension, why, groups }: LeftDimension): readonly string[] {
  switch (why) {
    case 'overlapping':
      return [`${dimension}: its groups share rows, so nothing adds up`];
    case 'too_many_groups':
      return [`${dimension}: ${groups} groups are too many to leave them out one by one`];
    case 'one_group':
      return [];
    case 'does_not_add_up':
      return [`${dimension}: its groups do not give back the whole`];
    case 'no_value':
      return [`${dimension}: a group has no value`];
  }
}

function keyText(key: string | null): string {
  return key === null ? NO_VALUE : key === '' ? "''" : visibleLine(key);
}

function text(name: string): Column {
  return { name, unit: '', align: 'left' };
}

function number(name: string, unit = ''): Column {
  return { name, unit, align: 'number' };
}

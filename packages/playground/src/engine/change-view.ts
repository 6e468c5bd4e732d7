// Why a number changed, as tables: the formula's own operands first, then dimension by dimension.
import {
  periodWords,
  placeOf,
  shownChange,
  shownNumber,
  type Change,
  type EffectNode,
  type SegmentEffects,
} from '@sextant/engine/browser';
import type { ChangeView, EffectRow, SegmentView } from '../state/views.js';
import { shown, shownDelta, shownRatio, type Style } from './shown.js';

export function changeView(change: Change, style: Style): ChangeView {
  const { before, after, operands, segments, left } = change;
  const flat = operands === null ? [] : flatten(operands.root, 0);
  const largest = Math.max(...flat.map(({ node }) => Math.abs(placeOf(node.effect))), Number.MIN_VALUE);
  return {
    before: { label: periodWords(before.period), shown: shown(before.value, style) },
    after: { label: periodWords(after.period), shown: shown(after.value, style) },
    change: shownDelta(change.change, style),
    relative: change.relative.value === null ? null : shownRatio(change.relative),
    effects: flat.map(({ node, depth }): EffectRow => {
      const own: Style = { percent: node.percent, decimals: null, unit: node.unit };
      const value = (figure: EffectNode['before']): string => {
        const { text, unit } = shown(figure, own);
        return unit === '' ? text : `${text} ${unit}`;
      };
      return {
        depth,
        label: node.metric ?? node.label,
        before: value(node.before),
        after: value(node.after),
        effect: effectText(node.effect, style),
        share: node.share === null ? '' : shareText(node.share),
        bar: placeOf(node.effect) / largest,
        place: node.place,
      };
    }),
    segments: segments.map((one) => segmentView(one, style)),
    left: left.map(({ dimension, why, groups }) => `${dimension}: ${LEFT[why](groups)}`),
  };
}

function flatten(node: EffectNode, depth: number): readonly { readonly node: EffectNode; readonly depth: number }[] {
  return [{ node, depth }, ...node.children.flatMap((child) => flatten(child, depth + 1))];
}

const LEFT: Readonly<Record<Change['left'][number]['why'], (groups: number) => string>> = {
  overlapping: () => 'its groups share rows',
  too_many_groups: (groups) => `${groups} groups are too many to be left out one by one`,
  one_group: () => 'there is one group only',
  does_not_add_up: () => 'its groups do not give back the whole',
  no_value: () => 'a group has no value',
};

function segmentView(segments: SegmentEffects, style: Style): SegmentView {
  switch (segments.kind) {
    case 'additive': {
      const { dimension, kind, rows } = segments;
      const largest = most(rows.map(({ effect }) => effect));
      return {
        dimension,
        kind,
        heads: ['before', 'after', 'effect', 'share'],
        rows: rows.map(({ key, before, after, effect, share }) => ({
          key,
          texts: [
            side(before, style),
            side(after, style),
            effectText(effect, style),
            share === null ? '' : shareText(share),
          ],
          bar: placeOf(effect) / largest,
        })),
        note: null,
      };
    }
    case 'mix_rate': {
      const { dimension, kind, rows } = segments;
      const largest = most(rows.map(({ effect }) => effect));
      return {
        dimension,
        kind,
        heads: ['weight before', 'after', 'rate before', 'after', 'by its rate', 'by its weight', 'effect'],
        rows: rows.map((row) => ({
          key: row.key,
          texts: [
            shareText(row.weightBefore),
            shareText(row.weightAfter),
            row.rateBefore === null ? '—' : side(row.rateBefore, style),
            row.rateAfter === null ? '—' : side(row.rateAfter, style),
            effectText(row.rate, style),
            effectText(row.mix, style),
            effectText(row.effect, style),
          ],
          bar: placeOf(row.effect) / largest,
        })),
        note: 'what each group’s own rate did, and what its weight did; together they are the change',
      };
    }
    case 'leave_one_out': {
      const { dimension, kind, rows } = segments;
      const largest = most(rows.flatMap(({ effect }) => effect.value ?? []));
      return {
        dimension,
        kind,
        heads: ['change without it', 'effect'],
        rows: rows.map(({ key, changeWithout, effect }) => ({
          key,
          texts: [shownDelta(changeWithout, style).text, shownDelta(effect, style).text],
          bar: effect.value === null ? 0 : placeOf(effect.value) / largest,
        })),
        note: 'what the change would be without each group; these effects do not add up',
      };
    }
  }
}

function most(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => Math.abs(placeOf(text))), Number.MIN_VALUE);
}

function side(text: string, { percent, decimals }: Style): string {
  return shownNumber(text, { percent, decimals }).text;
}

function effectText(text: string, { percent, decimals }: Style): string {
  return shownChange(text, { percent, decimals }).text;
}

function shareText(text: string): string {
  return shownNumber(text, { percent: true, decimals: 1 }).text;
}

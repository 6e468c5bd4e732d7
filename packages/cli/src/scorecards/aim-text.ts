// What a KPI is held against, in short and in full.
import type { AimReading, TargetSource } from '../engine-port.js';
import { amountText, plainText, type NumberLook } from './figure-text.js';
import type { Glyphs } from './glyphs.js';

/** For a column beside the value, which has the unit: `42`, `≤ 5%`, `50%–70%`. */
export function aimText(aim: AimReading, look: NumberLook, glyphs: Glyphs): string {
  switch (aim.kind) {
    case 'target':
      return plainText(aim.target, look, glyphs);
    case 'limit':
      return `${aim.side === 'at_most' ? glyphs.atMost : glyphs.atLeast}${plainText(aim.bound, look, glyphs)}`;
    case 'range':
      return `${plainText(aim.low, look, glyphs)}${glyphs.dash}${plainText(aim.high, look, glyphs)}`;
    case 'curve':
      return 'curve';
  }
}

/** `target 42 EUR, from a baseline of 60 EUR; said for FY2027-Q2`. */
export function aimSentence(aim: AimReading, look: NumberLook, glyphs: Glyphs): string {
  const amount = (figure: Parameters<typeof amountText>[0]): string => amountText(figure, look, glyphs);
  switch (aim.kind) {
    case 'target': {
      const from = aim.baseline.value === null ? '' : `, from a baseline of ${amount(aim.baseline)}`;
      return `target ${amount(aim.target)}${from}; ${sourceWords(aim.source)}`;
    }
    case 'limit': {
      const worst = aim.worst === null ? '' : `; the score is 0 from ${amount(aim.worst)} on`;
      return `${aim.side === 'at_most' ? 'at most' : 'at least'} ${amount(aim.bound)}${worst}`;
    }
    case 'range': {
      const tolerance = aim.tolerance === null ? '' : `; the score is 0 at a distance of ${amount(aim.tolerance)}`;
      return `between ${amount(aim.low)} and ${amount(aim.high)}${tolerance}`;
    }
    case 'curve':
      return 'its curve says the score of each value';
  }
}

function sourceWords(source: TargetSource): string {
  switch (source.kind) {
    case 'formula':
      return `its formula: ${source.text}`;
    case 'period':
      return `said for ${source.period}`;
    case 'groups':
      return source.groups.length === 1
        ? `said for ${source.groups[0] ?? ''} in ${source.period}`
        : `the targets of ${source.groups.length} groups in ${source.period} added up`;
    case 'dataset':
      return `from ${source.rows} ${source.rows === 1 ? 'row' : 'rows'} of \`${source.dataset}\` for ${source.period}`;
    case 'none':
      return `there is none for ${source.period}`;
  }
}

// The same for what stands inside `{ }` and `[ ]`, where commas and brackets cut texts.
import * as errors from './errors.js';
import type { Fact, FlowRange } from './parse-text.js';
import { closingQuote, spanOf, unknownEscape, type LineFacts, type Mask, type Problem } from './problem.js';
import { quoteText } from './quote.js';
import { blockEndAfter, flowEntryAt, lineAt, skipBlanks, type FlowPlace } from './text-place.js';

export function explainFlow(line: LineFacts, flow: FlowRange): Problem {
  const { facts, first, text, file } = line;
  if (facts.every(({ code }) => code === 'BAD_DQ_ESCAPE')) return unknownEscape(line);
  const quote = facts.find(({ kind }) => kind === 'unclosed-quote');
  if (quote === undefined && facts.some(({ kind }) => kind === 'unclosed-flow')) return unclosed(line, flow);
  const entry = flowEntryAt(text, flow.start, quote?.start ?? first.start);
  if (entry !== null && entry.valueEnd > entry.valueStart) {
    const problem = explainEntry(line, entry);
    if (problem !== null) return problem;
  }
  if (text[first.start] === ',') {
    const masks = [{ start: first.start, end: first.start + 1 }];
    const diagnostic = errors.extraComma(spanOf(file, first.start, first.start + 1));
    return { diagnostic, masks, coveredEnd: line.place.lineEnd };
  }
  return unclear(line, flow);
}

function explainEntry(line: LineFacts, entry: FlowPlace): Problem | null {
  const { file, text, facts } = line;
  const value = text.slice(entry.valueStart, entry.valueEnd);
  const char = value[0] ?? '';
  const mark = facts.find(({ kind }) => kind === 'anchor' || kind === 'alias' || kind === 'tag');
  if (mark !== undefined && mark.start >= entry.start && mark.start < entry.valueEnd)
    return explainMark(line, entry, mark);
  // A key that has a line or a space before it: the entry above it was not ended.
  const missing = /[\s}\]"'](?=[\w"'][\w "'.-]*:(?:\s|$))/.exec(value);
  if (missing !== null && !value.slice(0, missing.index).includes(',')) {
    const gap = entry.valueStart + missing.index;
    const key = gap + 1;
    const diagnostic = errors.missingComma(spanOf(file, key, key + 1));
    const masks: Mask[] = /\s/.test(text[gap] ?? '') ? [{ start: gap, end: key, fill: ',' }] : textMask(line, entry);
    return { diagnostic, masks, coveredEnd: line.place.lineEnd };
  }
  const isQuote = char === '"' || char === "'";
  const close = isQuote ? closingQuote(text, entry.valueStart, entry.valueEnd, char) : -1;
  if (isQuote && close === -1) {
    const lineEnd = Math.min(lineAt(text, entry.valueStart).lineEnd, entry.valueEnd);
    const span = spanOf(file, entry.valueStart, entry.valueStart + 1);
    const fix = {
      title: 'close the quote',
      edits: [{ span: spanOf(file, lineEnd, lineEnd), text: char }],
      safe: false,
    };
    const masks = textMask(line, { ...entry, valueEnd: lineEnd }, true);
    return { diagnostic: errors.unclosedQuote(span, fix), masks, coveredEnd: line.place.lineEnd };
  }
  if (isQuote && close + 1 === entry.valueEnd) return null;
  if (char === '{' || char === '[' || !/[,[\]{}"':?%@`|>]|^[-&*!]/.test(value) || value.includes('\n')) return null;
  return cut(line, entry);
}

/** The text of an entry, which YAML takes apart. */
export function cut(line: LineFacts, entry: FlowPlace): Problem {
  const span = spanOf(line.file, entry.valueStart, entry.valueEnd);
  const text = line.file.text.slice(entry.valueStart, entry.valueEnd);
  const diagnostic = errors.textCutInBrackets(span, [errors.quoteFix(span, quoteText(text))]);
  return { diagnostic, masks: textMask(line, entry), coveredEnd: Math.max(line.place.lineEnd, entry.valueEnd) };
}

function explainMark(line: LineFacts, entry: FlowPlace, mark: Fact): Problem {
  const { file } = line;
  const span = spanOf(file, mark.start, mark.end);
  const value = spanOf(file, entry.valueStart, entry.valueEnd);
  const startsText = mark.start === entry.valueStart;
  const fixes = startsText ? [errors.quoteFix(value, quoteText(file.text.slice(value.start, value.end)))] : [];
  const removed = spanOf(file, mark.start, skipBlanks(line.text, mark.end, line.place.lineEnd));
  const diagnostic =
    mark.kind === 'alias'
      ? errors.alias(span, fixes)
      : mark.kind === 'anchor'
        ? errors.anchor(span, removed, fixes)
        : errors.tag(span, removed, fixes);
  const masks: Mask[] = startsText ? textMask(line, entry, true) : [{ start: mark.start, end: mark.end }];
  if (mark.kind === 'alias' && mark.start < entry.valueStart) {
    const end = line.text[mark.end - 1] === ':' ? mark.end - 1 : mark.end;
    masks.splice(0, 1, { start: mark.start, end, text: '', broken: true });
  }
  return { diagnostic, masks, coveredEnd: mark.end };
}

function unclosed(line: LineFacts, flow: FlowRange): Problem {
  const { text, file } = line;
  const place = lineAt(text, flow.start);
  const end = Math.max(flow.end, blockEndAfter(text, place.lineStart, place.contentStart - place.lineStart));
  const diagnostic = errors.unclosedBracket(spanOf(file, flow.start, flow.start + 1), text[flow.start] ?? '{');
  const masks: Mask[] = [
    { start: flow.start, end: place.lineEnd, text: file.text.slice(flow.start, place.lineEnd), broken: true },
    { start: place.lineEnd, end: Math.max(place.lineEnd, end) },
  ];
  return { diagnostic, masks, coveredEnd: end };
}

/** Brackets that make no sense in a way not known here: the whole of them is left out. */
function unclear(line: LineFacts, flow: FlowRange): Problem {
  const { first, file, text } = line;
  const end = Math.max(flow.end, flow.start + 1);
  const diagnostic = errors.yamlSyntax(spanOf(file, first.start, Math.max(first.start, first.end)), first.message);
  const lineEnd = Math.min(end, lineAt(text, flow.start).lineEnd);
  const masks: Mask[] = [
    { start: flow.start, end: lineEnd, text: file.text.slice(flow.start, lineEnd), broken: true },
    { start: lineEnd, end },
  ];
  return { diagnostic, masks, coveredEnd: end };
}

function textMask(line: LineFacts, entry: FlowPlace, isBroken = false): Mask[] {
  const mask = {
    start: entry.valueStart,
    end: entry.valueEnd,
    text: line.file.text.slice(entry.valueStart, entry.valueEnd),
  };
  return [isBroken ? { ...mask, broken: true } : mask];
}

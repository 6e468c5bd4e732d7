// From what YAML says about one line to the mistake its author made: one diagnostic, and what to blot out to read on.
import type { Fix } from '../diagnostic/diagnostic.js';
import type { Span } from '../source/source-file.js';
import * as errors from './errors.js';
import { explainFlow } from './explain-flow.js';
import type { Fact } from './parse-text.js';
import { closingQuote, spanOf, unknownEscape, type LineFacts, type Mask, type Problem } from './problem.js';
import { quoteText } from './quote.js';
import { blockEndAfter, isBlank, lineAt, skipBlanks } from './text-place.js';

export function explain(line: LineFacts): Problem {
  return explainWhole(line) ?? (line.flow === undefined ? explainBlock(line) : explainFlow(line, line.flow));
}

/** What is wrong whatever the line looks like. */
function explainWhole(line: LineFacts): Problem | null {
  const { first, place, file } = line;
  switch (first.kind) {
    case 'too-deep': {
      const opensBrackets = /[[{]/.test(line.text[place.valueStart] ?? '');
      const masks = opensBrackets ? textMasks(line, true) : blockMasks(line);
      return { diagnostic: errors.tooDeep(spanOf(file, first.start, first.end)), masks, coveredEnd: blockEnd(line) };
    }
    case 'too-many':
      return {
        diagnostic: errors.tooManyTokens(spanOf(file, first.start, first.end)),
        masks: [],
        coveredEnd: Infinity,
      };
    case 'directive':
      return {
        diagnostic: errors.directive(spanOf(file, place.contentStart, place.lineEnd)),
        masks: [{ start: place.lineStart, end: place.lineEnd }],
        coveredEnd: place.lineEnd,
      };
    default:
      return null;
  }
}

function explainBlock(line: LineFacts): Problem {
  const { file, text, place, facts, first } = line;
  const { valueStart, valueEnd } = place;
  const char = text[valueStart] ?? '';
  const value = file.text.slice(valueStart, valueEnd);
  const hasKey = place.keyEnd !== -1;
  const mark = facts.find(({ kind }) => kind === 'anchor' || kind === 'alias' || kind === 'tag');
  if (facts.every(({ code }) => code === 'BAD_DQ_ESCAPE')) return unknownEscape(line);

  if (char === '"' || char === "'") {
    const quoted = explainQuoted(line, char);
    if (quoted !== null) return quoted;
  }
  if (hasKey && file.text.slice(place.contentStart, place.keyEnd) === '<<') {
    const diagnostic = errors.mergeKey(spanOf(file, place.contentStart, place.keyEnd));
    return { diagnostic, masks: blockMasks(line), coveredEnd: blockEnd(line) };
  }
  if (mark !== undefined) return explainMark(line, mark);
  if (hasKey && (char === '?' || char === '-') && isBlank(text[valueStart + 1])) {
    const diagnostic =
      char === '-'
        ? errors.listOnKeyLine(spanOf(file, valueStart, valueEnd), fixOf(line))
        : errors.needsQuotes(spanOf(file, valueStart, valueEnd), value, fixOf(line));
    return { diagnostic, masks: textMasks(line), coveredEnd: blockEnd(line) };
  }
  if (first.kind === 'explicit-key') {
    const span = spanOf(file, first.start, first.end);
    return { diagnostic: errors.complexKey(span), masks: [], coveredEnd: place.lineEnd };
  }
  const isBlockHeader = /^[|>][-+1-9]{0,2}$/.test(value);
  if (value !== '' && ('%@`,}]'.includes(char) || ('|>'.includes(char) && !isBlockHeader) || '{['.includes(char))) {
    return needsQuotes(line);
  }
  if (char === ':' && isBlank(text[valueStart + 1])) return needsQuotes(line);
  const glued = facts.find(({ kind }) => kind === 'glued-comment');
  if (glued !== undefined) {
    const span = spanOf(file, glued.start, glued.end);
    const fix = insertion('put a space in front of the comment', span, ' ');
    const masks = [{ start: glued.start, end: glued.end }];
    return { diagnostic: errors.gluedComment(span, fix), masks, coveredEnd: place.lineEnd };
  }
  const isItem = text.slice(place.lineStart, place.contentStart).trim() !== '';
  const isStray =
    hasKey && !isItem && first.message.includes('scalar at node end') && first.start === place.contentStart;
  if (isStray || (first.code !== 'BAD_INDENT' && !hasKey && isItem)) {
    const diagnostic = errors.mixedListAndMap(spanOf(file, place.contentStart, valueEnd), isItem);
    return { diagnostic, masks: blockMasks(line), coveredEnd: blockEnd(line) };
  }
  if (first.code === 'BAD_INDENT') return wrongIndentation(line);
  if (hasKey) {
    const colon = colonIn(text, valueStart, valueEnd);
    if (colon !== -1) {
      const diagnostic = errors.colonInText(spanOf(file, colon, colon + 1), fixOf(line));
      return { diagnostic, masks: textMasks(line), coveredEnd: blockEnd(line) };
    }
    const continued = value === '' ? null : explainContinuation(line);
    if (continued !== null) return continued;
  } else if (first.code === 'MISSING_CHAR' || first.code === 'MULTILINE_IMPLICIT_KEY') {
    return withoutKey(line);
  }
  const diagnostic = errors.yamlSyntax(spanOf(file, first.start, Math.max(first.start, first.end)), first.message);
  return { diagnostic, masks: blockMasks(line), coveredEnd: blockEnd(line) };
}

/** A text that starts with a quote: null where the quotes are in order. */
function explainQuoted(line: LineFacts, quote: string): Problem | null {
  const { file, text, place } = line;
  const { valueStart, valueEnd } = place;
  const close = closingQuote(text, valueStart, valueEnd, quote);
  if (close === -1) {
    if (!line.facts.some(({ kind }) => kind === 'unclosed-quote')) return null;
    const end = spanOf(file, valueEnd, valueEnd);
    const diagnostic = errors.unclosedQuote(
      spanOf(file, valueStart, valueStart + 1),
      insertion('close the quote', end, quote),
    );
    return { diagnostic, masks: textMasks(line, true), coveredEnd: blockEnd(line) };
  }
  return close + 1 < valueEnd && text[skipBlanks(text, close + 1, valueEnd)] !== '#' ? needsQuotes(line) : null;
}

function explainMark(line: LineFacts, mark: Fact): Problem {
  const { file, text, place } = line;
  const { valueStart, valueEnd } = place;
  const inKey = place.keyEnd !== -1 && mark.start < place.keyEnd;
  // YAML takes a colon that is glued to an anchor as a part of it.
  const span = spanOf(file, mark.start, inKey ? Math.min(mark.end, place.keyEnd) : mark.end);
  const rest = text.slice(mark.end, Math.max(mark.end, valueEnd)).trim();
  const below = blockEnd(line);
  const startsText = mark.start === valueStart && !inKey && !(rest === '' && below > place.lineEnd + 2);
  const fixes = startsText ? [fixOf(line)] : [];
  if (mark.kind === 'alias') {
    const masks = inKey ? blockMasks(line) : textMasks(line, true);
    return { diagnostic: errors.alias(span, fixes), masks, coveredEnd: below };
  }
  const removed = spanOf(file, mark.start, skipBlanks(text, span.end, place.lineEnd));
  const diagnostic = mark.kind === 'anchor' ? errors.anchor(span, removed, fixes) : errors.tag(span, removed, fixes);
  // Where a quoted text, a block or a collection follows, it is clear what the anchor or tag is not a part of.
  const standsApart = rest === '' ? !startsText : /^["'[{|>]|^[^"']*:(?: |$)/.test(rest);
  if (inKey || standsApart) {
    const key = skipBlanks(text, span.end, Math.max(span.end, place.keyEnd));
    if (key === place.keyEnd) return { diagnostic, masks: blockMasks(line), coveredEnd: below };
    const masks: Mask[] = inKey
      ? [{ start: mark.start, end: place.keyEnd, text: file.text.slice(key, place.keyEnd), textStart: key }]
      : [{ start: mark.start, end: mark.end }];
    return { diagnostic, masks, coveredEnd: place.lineEnd };
  }
  return { diagnostic, masks: textMasks(line, true), coveredEnd: below };
}

function needsQuotes(line: LineFacts): Problem {
  const { file, place } = line;
  const value = file.text.slice(place.valueStart, place.valueEnd);
  const diagnostic = errors.needsQuotes(spanOf(file, place.valueStart, place.valueEnd), value, fixOf(line));
  return { diagnostic, masks: textMasks(line), coveredEnd: blockEnd(line) };
}

/** A line at a column of its own, with all that follow at that column or deeper: they share the mistake. */
function wrongIndentation(line: LineFacts): Problem {
  const { text, place, file } = line;
  const column = skipBlanks(text, place.lineStart, place.lineEnd) - place.lineStart;
  const end = blockEndAfter(text, place.lineStart, column - 1);
  const diagnostic = errors.wrongIndentation(spanOf(file, place.contentStart, place.valueEnd));
  return { diagnostic, masks: [{ start: place.lineStart, end }], coveredEnd: end };
}

/** `a: text` with a deeper `b: text` below: for YAML the second line goes on with the first one's text. */
function explainContinuation(line: LineFacts): Problem | null {
  const { text, place, file } = line;
  const end = blockEnd(line);
  const below = text.slice(place.lineEnd, end).search(/[^\s]/);
  if (below === -1) return null;
  const next = lineAt(text, place.lineEnd + below);
  const above = spanOf(file, place.valueStart, place.valueEnd);
  const diagnostic = errors.continuesText(spanOf(file, next.contentStart, next.valueEnd), above);
  return { diagnostic, masks: [{ start: next.lineStart, end }], coveredEnd: end };
}

function withoutKey(line: LineFacts): Problem {
  const { text, place, file } = line;
  const { contentStart, valueEnd } = place;
  const glued = /^[\w.-]+:(?=\S\S)/.exec(text.slice(contentStart, Math.min(valueEnd, contentStart + 200)))?.[0];
  if (glued === undefined) {
    const masks = blockMasks(line);
    return { diagnostic: errors.noKey(spanOf(file, contentStart, valueEnd)), masks, coveredEnd: blockEnd(line) };
  }
  const start = contentStart + glued.length;
  const fix = insertion('put a space after the colon', spanOf(file, start, start), ' ');
  const diagnostic = errors.noSpaceAfterColon(spanOf(file, contentStart, start), fix);
  // The space that is missing takes the place of the text's first character.
  const masks = [
    { start, end: start + 1 },
    { start: start + 1, end: valueEnd, text: file.text.slice(start, valueEnd), textStart: start },
  ];
  return { diagnostic, masks, coveredEnd: place.lineEnd };
}

/** A `: ` in a text, or a colon at its end; -1 where there is none. */
function colonIn(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text[at] === ':' && (at + 1 === end || isBlank(text[at + 1]))) return at;
  return -1;
}

function blockEnd(line: LineFacts): number {
  const { lineStart, contentStart } = line.place;
  return blockEndAfter(line.text, lineStart, contentStart - lineStart);
}

/** The line's text becomes one text; the deeper lines below, which would have gone on with it, go. */
function textMasks(line: LineFacts, isBroken = false): readonly Mask[] {
  const { valueStart, valueEnd, lineEnd } = line.place;
  const text = line.file.text.slice(valueStart, valueEnd);
  const mask = { start: valueStart, end: valueEnd, text };
  return [isBroken ? { ...mask, broken: true } : mask, { start: lineEnd, end: Math.max(lineEnd, blockEnd(line)) }];
}

function blockMasks(line: LineFacts): readonly Mask[] {
  return [{ start: line.place.lineStart, end: blockEnd(line) }];
}

function fixOf(line: LineFacts): Fix {
  const { valueStart, valueEnd } = line.place;
  return errors.quoteFix(
    spanOf(line.file, valueStart, valueEnd),
    quoteText(line.file.text.slice(valueStart, valueEnd)),
  );
}

function insertion(title: string, span: Span, text: string): Fix {
  return { title, edits: [{ span: { ...span, end: span.start }, text }], safe: false };
}

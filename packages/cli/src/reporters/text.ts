// Diagnostics as a picture for people: what is wrong, where it stands in the source, why, and what to do.
import {
  capDiagnostics,
  sortDiagnostics,
  type CappedDiagnostics,
  type Diagnostic,
  type SourceFile,
} from '@sextant/parser';
import { paintWith, type Paint } from './paint.js';
import type { Mark } from './pieces.js';
import { indexSources, showPlace, type IndexedSource, type Sources } from './places.js';
import { gutterRow, lastLine, sourceFrame } from './source-frame.js';
import { countSeverities, summaryLine } from './summary.js';
import { visibleLine } from './visible-text.js';

export interface TextReportOptions {
  readonly colour: boolean;
  /** Columns of source shown at most; longer lines are cut around what is marked. */
  readonly width?: number;
}

export function textReport(
  diagnostics: readonly Diagnostic[],
  files: readonly SourceFile[],
  options: TextReportOptions,
): string {
  const paint = paintWith(options.colour);
  const sources = indexSources(files);
  const sorted = sortDiagnostics(diagnostics);
  const capped = capDiagnostics(sorted);
  const blocks = capped.shown.flatMap((diagnostic, i) => [
    diagnosticPicture(diagnostic, sources, options.width ?? 100, paint),
    ...hiddenAfter(capped, i),
  ]);
  const counts = countSeverities(sorted);
  return `${[...blocks, paint(summaryLine(counts), 'strong')].join('\n\n')}\n`;
}

/** `... and 23 more in sales.kpi.yaml`, after the last one shown of that file. */
export function hiddenAfter({ shown, hidden }: CappedDiagnostics, position: number): readonly string[] {
  const file = shown[position]?.span.file ?? '';
  const count = hidden.get(file);
  if (count === undefined || shown[position + 1]?.span.file === file) return [];
  return [`... and ${count} more in ${visibleLine(file)}`];
}

interface Frame {
  readonly source: IndexedSource;
  readonly marks: readonly Mark[];
}

function diagnosticPicture(diagnostic: Diagnostic, sources: Sources, width: number, paint: Paint): string {
  const { code, severity, message, span } = diagnostic;
  const frames = framesOf(diagnostic, sources);
  const gutter = String(Math.max(1, ...frames.map(({ source, marks }) => lastLine(source, marks)))).length;
  const edge = ' '.repeat(gutter);
  const rows = [
    `${paint(`${severity}[${code}]`, severity)}${paint(`: ${visibleLine(message)}`, 'strong')}`,
    `${edge}${paint('-->', 'frame')} ${visibleLine(showPlace(sources, span))}`,
  ];
  for (const { source, marks } of frames) {
    const [first] = marks;
    if (source.path !== span.file && first !== undefined) {
      const place = showPlace(sources, { file: source.path, start: first.start, end: first.end });
      rows.push(gutterRow({ gutter, paint }), `${edge}${paint(':::', 'frame')} ${visibleLine(place)}`);
    }
    rows.push(...sourceFrame(source, marks, { gutter, width, primaryRole: severity, paint }));
  }
  for (const other of diagnostic.related) {
    if (sources.has(other.span.file)) continue;
    const place = `${visibleLine(other.span.file)}: ${visibleLine(other.label)}`;
    rows.push(gutterRow({ gutter, paint }), `${edge}${paint(':::', 'frame')} ${place}`);
  }
  const say = (word: string, text: string): void => {
    const indent = `\n${edge} ${' '.repeat(word.length + 4)}`;
    const lines = text.split('\n').map(visibleLine).join(indent);
    rows.push(`${edge} ${paint('=', 'frame')} ${paint(`${word}:`, 'strong')} ${lines}`);
  };
  for (const note of diagnostic.notes) say('note', note);
  if (diagnostic.help !== undefined) say('help', diagnostic.help);
  say('more', `kpi explain ${code}`);
  return rows.join('\n');
}

/** The primary file first, the others in the order in which the diagnostic names them; without the ones not at hand. */
function framesOf({ span, label, related }: Diagnostic, sources: Sources): readonly Frame[] {
  const marks = new Map<string, Mark[]>();
  const add = (file: string, mark: Mark): void => {
    const inFile = marks.get(file);
    if (inFile === undefined) marks.set(file, [mark]);
    else inFile.push(mark);
  };
  const { start, end } = span;
  add(
    span.file,
    label === undefined ? { start, end, primary: true } : { start, end, primary: true, label: visibleLine(label) },
  );
  for (const other of related) {
    add(other.span.file, { ...rangeOf(other.span), label: visibleLine(other.label), primary: false });
  }
  return [...marks].flatMap(([file, inFile]) => {
    const source = sources.get(file);
    return source === undefined ? [] : [{ source, marks: inFile }];
  });
}

function rangeOf({ start, end }: Diagnostic['span']): { readonly start: number; readonly end: number } {
  return { start, end };
}

// Reads a map whose keys are names: metrics, fields, parameters, periods.
import { entryEnd, lastCutEntry } from './cut-text.js';
import { cutText, firstLine, malformedName, wrongCount } from './errors.js';
import { refuse, type Reader } from './reader.js';
import { fits, takesFormula, type Form, type NamedShape } from './shape.js';

export interface NamedOptions {
  /** `a metric`. */
  readonly noun: string;
  readonly names: Form;
  readonly least?: number;
}

/** The entries that could be read, in order; `of` gets the name as its `at`. */
export function named<T>(of: Reader<T>, options: NamedOptions): Reader<readonly T[]> {
  const { noun, names, least = 1 } = options;
  const shape: NamedShape = { kind: 'named', noun, names, of: of.shape, least };
  const isFormula = takesFormula(of.shape);
  return {
    shape,
    read: (node, at, reading) => {
      const { file, diagnostics } = reading;
      if (node.kind !== 'map') {
        refuse(node, at, shape, reading);
        return null;
      }
      const values: T[] = [];
      const { entries, flow } = node;
      for (let i = 0; i < entries.length; i++) {
        const entry = entries[i];
        if (entry === undefined) continue;
        const last = flow ? lastCutEntry(entries, i, file, isFormula) : i;
        const end = entries[last];
        if (last > i && end !== undefined) {
          const span = { file: file.path, start: entry.value.span.start, end: entryEnd(end) };
          diagnostics.push(cutText(span, file, 'comma', isFormula));
          i = last;
        } else {
          if (!fits(names, entry.key.text)) diagnostics.push(malformedName(entry.key, noun, names));
          const value = of.read(entry.value, entry.key, reading);
          if (value !== null) values.push(value);
        }
      }
      if (entries.length < least) {
        diagnostics.push(wrongCount(entries.length, least, null, 'entries', at, firstLine(node.span, file)));
      }
      return values;
    },
  };
}

// The sentences of the shape stage.
import { didYouMeanHelp } from '../diagnostic/did-you-mean.js';
import type { Diagnostic, Fix } from '../diagnostic/diagnostic.js';
import { makeDiagnostic } from '../diagnostic/make-diagnostic.js';
import type { SourceFile, Span } from '../source/source-file.js';
import type { MapEntry, ScalarNode, YamlNode } from '../yaml/tree.js';
import { quoteYaml } from '../yaml/quote.js';
import { listOf } from './forms.js';
import { isMissing } from './cut-text.js';
import { describeShape, type Condition, type Form, type Rule, type Shape } from './shape.js';

/** `homes`: the nouns of other maps that know this key. */
export function unknownKey(
  key: ScalarNode,
  of: string,
  known: readonly string[],
  homes: readonly string[],
): Diagnostic {
  const help = didYouMeanHelp(key.text, known);
  const home = homes.length === 0 ? [] : [`\`${key.text}\` is a key of ${homes.slice(0, 4).join(', ')}`];
  return makeDiagnostic('KPI1101', `${of} has no key \`${shown(key.text)}\``, key.span, {
    label: 'unknown key',
    notes: help === undefined ? [...home, `its keys are ${listOf(known, 'and')}`] : home,
    ...(help === undefined ? {} : { help }),
  });
}

export function missingKey(of: string, span: Span, key: string, doc: string): Diagnostic {
  return makeDiagnostic('KPI1102', `${of} has no \`${key}\``, span, {
    label: `no \`${key}\` here`,
    notes: [`\`${key}\`: ${doc}`],
  });
}

/** A list where a text belongs and so on; a missing value has its own code. */
export function wrongKind(node: YamlNode, at: ScalarNode, shape: Shape, file: SourceFile): Diagnostic {
  const takes = describeShape(shape);
  if (!isMissing(node)) {
    return makeDiagnostic(
      'KPI1103',
      `\`${shown(at.text)}\` takes ${takes}, not ${kindOf(node)}`,
      firstLine(node.span, file),
      {
        label: `this is ${kindOf(node)}`,
      },
    );
  }
  const lost = /^[ \t:]*#\S/.exec(file.text.slice(node.span.start, node.span.start + 80));
  return makeDiagnostic('KPI1104', `\`${shown(at.text)}\` has no value`, at.span, {
    label: `takes ${takes}`,
    notes: lost === null ? [] : ['YAML takes what follows ` #` as a comment'],
    help: lost === null ? 'write a value, or take the key out' : 'quote the text',
  });
}

export function malformed(node: ScalarNode, at: ScalarNode, form: Form): Diagnostic {
  const help = form.help?.(node.text);
  const subject = node === at ? '' : `\`${shown(at.text)}\` takes ${form.says}, not `;
  const message = node === at ? `\`${shown(node.text)}\` is not ${form.says}` : `${subject}\`${shown(node.text)}\``;
  return makeDiagnostic(form.code, message, node.span, {
    label: form.says.length > 40 ? 'not of this form' : `not ${form.says}`,
    ...(help === undefined ? {} : { help }),
  });
}

/** A key that is not a name of its kind. */
export function malformedName(name: ScalarNode, noun: string, form: Form): Diagnostic {
  if (form.code !== 'KPI1111') return malformed(name, name, form);
  const help = form.help?.(name.text);
  const label = name.text.trim() === '' ? 'it is empty' : name.text.includes('.') ? 'a point separates names' : null;
  return makeDiagnostic('KPI1111', `\`${shown(name.text)}\` cannot be the name of ${noun}`, name.span, {
    label: label ?? `not ${form.says}`,
    notes: form.help === null ? [] : ['a name has no `.`, no `"` and no line break, and no space at its ends'],
    ...(help === undefined ? {} : { help }),
  });
}

export function unknownWord(node: ScalarNode, at: ScalarNode, form: Form, words: readonly string[]): Diagnostic {
  const help = form.help?.(node.text);
  const takes = `\`${shown(at.text)}\` takes ${listOf(words)}`;
  return makeDiagnostic(form.code, `${takes}, not \`${shown(node.text)}\``, node.span, {
    label: 'not one of them',
    ...(help === undefined ? {} : { help }),
  });
}

/** `noun`: what the map is, `a metric`. */
export function brokenRule(
  rule: Rule,
  of: string,
  span: Span,
  entryOf: (key: string) => MapEntry | undefined,
): Diagnostic {
  const when = rule.when === null ? undefined : entryOf(rule.when.key);
  const others = listOf(rule.others.map(conditionText));
  const subject = when === undefined || rule.when === null ? of : `\`${withText(rule.when, when)}\``;
  const other = rule.others.map(({ key }) => entryOf(key)).find((entry) => entry !== undefined);
  const parts = {
    notes: [rule.why],
    related: other === undefined ? [] : [{ span: other.key.span, label: `\`${other.key.text}\` is here` }],
  };
  const place = when === undefined ? span : when.key.span;
  switch (rule.kind) {
    case 'needs':
      return makeDiagnostic('KPI1105', `${subject} does nothing without ${others}`, place, {
        label: 'does nothing',
        ...parts,
      });
    case 'requires':
      return makeDiagnostic('KPI1102', `${subject} needs ${others}`, place, { label: `needs ${others}`, ...parts });
    case 'excludes': {
      const pair = other === undefined ? others : `\`${other.key.text}\``;
      return makeDiagnostic('KPI1106', `${subject} and ${pair} exclude each other`, place, {
        label: `not beside ${pair}`,
        ...parts,
      });
    }
    case 'idle': {
      const pair = other === undefined ? others : `\`${withText({ key: other.key.text, like: /^/ }, other)}\``;
      return makeDiagnostic('KPI1105', `${subject} does nothing beside ${pair}`, place, {
        label: 'does nothing',
        ...parts,
      });
    }
  }
}

/** What YAML has cut, as a span over the whole text that was meant. */
export function cutText(
  span: Span,
  file: SourceFile,
  by: 'comma' | 'comment' | 'colon' | 'brackets',
  formula: boolean,
): Diagnostic {
  const what = formula ? 'formula' : 'text';
  const meant = file.text.slice(span.start, span.end);
  const oneLine = !meant.includes('\n');
  const fix: Fix = { title: `quote the ${what}`, edits: [{ span, text: quoteYaml(meant) }], safe: by !== 'comment' };
  const [message, label] = cutWords[by];
  return makeDiagnostic('KPI1110', message.replace('#', what), span, {
    label,
    notes: [cutNotes[by]],
    help: oneLine ? `quote the ${what}: \`${quoteYaml(meant)}\`` : `quote the ${what}, or write it as a \`|\` block`,
    fixes: oneLine ? [fix] : [],
  });
}

const cutWords = {
  comma: ['YAML ends this # at a comma', 'was meant as one text'],
  comment: ['YAML takes the rest of this # as a comment', 'a comment from ` #` on'],
  colon: ['YAML reads the beginning of this # as a key', 'read as a key and a value'],
  brackets: ['YAML reads this # as a list or a map of its own', 'not read as a text'],
} as const;

const cutNotes = {
  comma: 'inside `{ }` and `[ ]` a comma ends a text that is not quoted',
  comment: 'in YAML ` #` starts a comment, even inside a formula that is not quoted',
  colon: 'in YAML `: ` separates a key from a value, even inside a formula that is not quoted',
  brackets: 'a text that begins with `{` or `[` is a map or a list in YAML',
} as const;

export function commentInFormula(span: Span): Diagnostic {
  return makeDiagnostic('KPI1118', 'a comment in a formula that is not a `|` block', span, {
    label: 'starts a comment',
    notes: ['YAML joins the lines of this formula, so the comment would swallow all that follows'],
    help: 'begin the formula with `|` on a line of its own; for a double minus write `a - (-b)`',
  });
}

export function projectKeyElsewhere(key: ScalarNode): Diagnostic {
  return makeDiagnostic('KPI1112', `\`${key.text}\` belongs in the project file`, key.span, {
    label: 'says something about the whole project',
    help: `move it to \`kpi.project.yaml\``,
  });
}

export function secondProjectFile(file: SourceFile, first: SourceFile): Diagnostic {
  return makeDiagnostic(
    'KPI1113',
    'a project has one project file',
    { file: file.path, start: 0, end: 0 },
    {
      label: 'a second one',
      related: [{ span: { file: first.path, start: 0, end: 0 }, label: 'the first one' }],
      notes: ['definitions of a folder and of the folders below it are one project'],
    },
  );
}

export function bareNull(node: ScalarNode, at: ScalarNode): Diagnostic {
  return makeDiagnostic('KPI1119', `\`${at.text}\` has the bare word \`${node.text}\``, node.span, {
    label: 'a text or no value?',
    notes: ['a cell is read like a cell of a CSV file: its text counts, and an empty one is no value'],
    help: `for no value write \`${at.text}:\` with nothing behind it, for the text \`"${node.text}"\``,
  });
}

export function repeatedItem(node: ScalarNode, first: ScalarNode, at: ScalarNode): Diagnostic {
  return makeDiagnostic('KPI1117', `\`${shown(node.text)}\` stands twice in \`${at.text}\``, node.span, {
    label: 'again here',
    related: [{ span: first.span, label: 'first here' }],
  });
}

export function wrongCount(
  count: number,
  least: number,
  most: number | null,
  what: string,
  at: ScalarNode,
  span: Span,
): Diagnostic {
  if (count === 0) {
    return makeDiagnostic('KPI1120', `\`${shown(at.text)}\` is empty`, span, {
      label: `has no ${what}`,
      help: `write at least ${least}, or take the key out`,
    });
  }
  const wanted = most === null ? `at least ${least}` : least === most ? `exactly ${least}` : `${least} to ${most}`;
  return makeDiagnostic('KPI1120', `\`${shown(at.text)}\` takes ${wanted} ${what}, not ${count}`, span, {
    label: count === 0 ? 'empty' : `has ${count}`,
  });
}

/** The start of a value that may go over many lines. */
export function firstLine(span: Span, file: SourceFile): Span {
  const line = file.text.indexOf('\n', span.start);
  return line === -1 || line >= span.end ? span : { file: span.file, start: span.start, end: line };
}

function kindOf(node: YamlNode): string {
  switch (node.kind) {
    case 'map':
      return 'a map';
    case 'seq':
      return 'a list';
    case 'scalar':
      return 'a text';
  }
}

function withText(condition: Condition, entry: MapEntry): string {
  const said = condition.like !== undefined && entry.value.kind === 'scalar';
  return said && entry.value.kind === 'scalar' ? `${condition.key}: ${shown(entry.value.text)}` : condition.key;
}

function conditionText(condition: Condition): string {
  const words = /^\^\(?\??:?([a-z_ ]+)\)?\$$/.exec(condition.like?.source ?? '');
  return words === null ? condition.key : `${condition.key}: ${words[1]}`;
}

/** Texts in messages stay on one line and short. */
function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}

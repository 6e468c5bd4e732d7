// The sentences of the YAML stage. Facts come in, diagnostics go out; each function is one kind of mistake.
import type { Diagnostic, Fix } from '../diagnostic/diagnostic.js';
import { makeDiagnostic } from '../diagnostic/make-diagnostic.js';
import type { Span } from '../source/source-file.js';
import { maxDepth } from './parse-text.js';
import type { ScalarNode } from './tree.js';

export const maxLength = 10_000_000;

/** `quoted` is the text with the quotes it needs. */
export function quoteFix(span: Span, quoted: string): Fix {
  return { title: 'put the text into quotes', edits: [{ span, text: quoted }], safe: false };
}

function removeFix(title: string, span: Span, text = ''): Fix {
  return { title, edits: [{ span, text }], safe: false };
}

export function fileTooLarge(span: Span, length: number): Diagnostic {
  return makeDiagnostic('KPI1001', `the file has ${grouped(length)} characters`, span, {
    notes: [`a file of definitions may have ${grouped(maxLength)} characters`],
    help: 'spread the definitions over several `*.kpi.yaml` files, and keep rows in data files',
  });
}

export function tooManyTokens(span: Span): Diagnostic {
  return makeDiagnostic('KPI1001', 'the file has too many brackets, commas and keys to be read', span, {
    label: 'read up to here',
    notes: ['what follows is left out'],
    help: 'spread the definitions over several `*.kpi.yaml` files, and keep rows in data files',
  });
}

export function notUtf8(span: Span, count: number): Diagnostic {
  return makeDiagnostic('KPI1002', 'the file is not UTF-8', span, {
    label: 'this character could not be read',
    notes: [
      `U+FFFD stands here ${times(count)}: what a reader puts in the place of bytes that are not UTF-8`,
      'definitions are read as UTF-8 only, so that a name means the same on every machine',
    ],
    help: 'save the file as UTF-8 and write the character again',
  });
}

export function controlCharacter(span: Span, code: number, count: number): Diagnostic {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const what =
    code === 0xfeff
      ? 'a byte order mark inside the file'
      : code === 0x0d
        ? 'a carriage return without a line feed'
        : '';
  return makeDiagnostic('KPI1003', what === '' ? `control character ${name}` : `${what} (${name})`, span, {
    label: 'not visible',
    notes: [`such characters are in the file ${times(count)}; YAML allows none, and nobody can see them`],
    help: code === 0x0d ? 'save the file with the line ends of Unix or Windows' : 'delete the character',
    fixes: [removeFix(code === 0x0d ? 'end the line' : 'delete the character', span, code === 0x0d ? '\n' : '')],
  });
}

/** `tabs` are the indentations with a tab, in order. */
export function tabIndentation(
  tabs: readonly { readonly span: Span; readonly spaces: string }[],
  first: Span,
): Diagnostic {
  const others = tabs.length - 1;
  return makeDiagnostic('KPI1004', 'a tab is used as indentation', first, {
    label: 'tab',
    notes: [
      'a tab has no fixed width, so YAML indents with spaces only',
      ...(others > 0 ? [`${others} other ${others === 1 ? 'line starts' : 'lines start'} with a tab too`] : []),
    ],
    help: 'indent with spaces',
    fixes: [
      { title: 'indent with spaces', edits: tabs.map(({ span, spaces }) => ({ span, text: spaces })), safe: false },
    ],
  });
}

export function duplicateKey(key: ScalarNode, first: ScalarNode): Diagnostic {
  return makeDiagnostic('KPI1005', `\`${key.text}\` is defined twice`, key.span, {
    label: 'defined again',
    related: [{ span: first.span, label: 'first defined here' }],
    notes: ['a key stands once in a map; other readers of YAML would silently drop one of the two'],
    help: 'rename one of them or join the two',
  });
}

/** `removed` is the anchor with the space behind it. */
export function anchor(span: Span, removed: Span, fixes: readonly Fix[]): Diagnostic {
  return makeDiagnostic('KPI1006', 'anchors are not part of the language', span, {
    label: 'YAML reads `&` as an anchor',
    notes: ['a definition is read where it stands; a copy of text has no name, no owner and no place of its own'],
    help: 'put the text into quotes if the `&` belongs to it; else remove the anchor',
    fixes: [...fixes, removeFix('remove the anchor', removed)],
  });
}

export function alias(span: Span, fixes: readonly Fix[]): Diagnostic {
  return makeDiagnostic('KPI1007', 'aliases are not part of the language', span, {
    label: 'YAML reads `*` as an alias',
    notes: ['aliases copy text before its meaning is known, and a few lines of them can stand for gigabytes'],
    help: 'put the text into quotes if the `*` belongs to it; else write the value out, or name it as a metric',
    fixes,
  });
}

export function tag(span: Span, removed: Span, fixes: readonly Fix[]): Diagnostic {
  return makeDiagnostic('KPI1008', 'tags are not part of the language', span, {
    label: 'YAML reads `!` as a tag',
    notes: ['every value is read as its text, so a tag would change nothing, and YAML would drop its characters'],
    help: 'put the text into quotes if the `!` belongs to it; else remove the tag',
    fixes: [...fixes, removeFix('remove the tag', removed)],
  });
}

export function mergeKey(span: Span): Diagnostic {
  return makeDiagnostic('KPI1009', 'merge keys are not part of the language', span, {
    label: 'merge key',
    notes: ['`<<` copies entries that no reader of this place can see'],
    help: 'write the entries out',
  });
}

export function severalDocuments(span: Span): Diagnostic {
  return makeDiagnostic('KPI1010', 'the file holds several YAML documents', span, {
    label: 'a second document starts here',
    notes: ['one file is one document; many readers of YAML see only the first'],
    help: 'remove the `---` line, or put the rest into a file of its own',
  });
}

export function directive(span: Span): Diagnostic {
  return makeDiagnostic('KPI1011', 'YAML directives are not part of the language', span, {
    label: 'directive',
    notes: ['the language is YAML 1.2 with every value read as text; a directive would change nothing'],
    help: 'remove the line; a text that starts with `%` is put into quotes',
    fixes: [removeFix('remove the directive', span)],
  });
}

export function complexKey(span: Span): Diagnostic {
  return makeDiagnostic('KPI1012', 'a key is a simple text', span, {
    label: 'not a simple text',
    notes: ['YAML allows lists, maps and keys written with `?`; no definition has such a key'],
    help: 'write `key: value`; a text with brackets is put into quotes',
  });
}

export function emptyKey(span: Span): Diagnostic {
  return makeDiagnostic('KPI1012', 'there is no key in front of the colon', span, {
    label: 'key missing',
    notes: ['each entry of a map is `key: value`'],
    help: 'write the key, or put the text into quotes if the colon belongs to it',
  });
}

export function noColonInBraces(span: Span, text: string): Diagnostic {
  return makeDiagnostic('KPI1017', `\`${text}\` has no value`, span, {
    label: 'no colon behind it',
    notes: ['inside `{ }` each entry is `key: value`; YAML ends an entry at each comma outside quotes'],
    help: 'write a value, use `[ ]` for a list, or put a text with commas into quotes',
  });
}

export function tooDeep(span: Span): Diagnostic {
  return makeDiagnostic('KPI1013', `the file nests deeper than ${maxDepth} levels`, span, {
    label: 'too deep from here on',
    notes: ['no definition needs more than a dozen levels; what is deeper is left out'],
    help: 'remove the nesting',
  });
}

export function notAMap(span: Span, kind: 'text' | 'list'): Diagnostic {
  return makeDiagnostic('KPI1014', `the file is a ${kind}, not a map of sections`, span, {
    notes: ['a file of definitions starts with sections such as `metrics:` or `datasets:`'],
    help: 'write `metrics:` and indent the definitions below it',
  });
}

export function needsQuotes(span: Span, text: string, fix: Fix): Diagnostic {
  const first = text[0] ?? '';
  const isQuote = first === '"' || first === "'";
  return makeDiagnostic('KPI1015', 'this text needs quotes around all of it', span, {
    label: isQuote ? 'YAML ends the text at the second quote' : `YAML owns \`${first}\` at the start of a text`,
    notes: [
      isQuote
        ? 'a text that starts with a quote ends, for YAML, with the next such quote'
        : 'at the start of a text the characters " \' * & ! % @ ` > | { } [ ] , - ? : mean something to YAML',
    ],
    help: 'put the whole text into quotes',
    fixes: [fix],
  });
}

export function listOnKeyLine(span: Span, fix: Fix): Diagnostic {
  return makeDiagnostic('KPI1015', 'a list cannot start on the line of its key', span, {
    label: 'YAML reads `- ` as a list',
    notes: ['`- ` starts an item of a list, which stands on a line of its own'],
    help: 'put the text into quotes, or write the list on the next line or as `[a, b]`',
    fixes: [fix],
  });
}

export function unclosedQuote(span: Span, fix: Fix): Diagnostic {
  return makeDiagnostic('KPI1016', 'the quote is not closed', span, {
    label: 'opened here',
    notes: ['YAML would read on, line by line, until it finds the other quote'],
    help: 'close the quote; inside single quotes a quote is written twice, inside double quotes as `\\"`',
    fixes: [fix],
  });
}

export function textCutInBrackets(span: Span, fixes: readonly Fix[]): Diagnostic {
  return makeDiagnostic('KPI1017', 'YAML cuts this text', span, {
    label: 'not one text for YAML',
    notes: ['inside `{ }` and `[ ]` a comma, bracket, brace, quote or colon ends a text that has no quotes around it'],
    help: 'put the text into quotes',
    fixes,
  });
}

export function wrongIndentation(span: Span): Diagnostic {
  return makeDiagnostic('KPI1018', 'the indentation fits no line above', span, {
    label: 'starts at another column',
    notes: ['the keys of one map, and the items of one list, start at the same column'],
    help: 'indent the line like its neighbours',
  });
}

export function mixedListAndMap(span: Span, isItem: boolean): Diagnostic {
  const message = isItem ? 'a list item stands where a key is expected' : 'a key stands where a list item is expected';
  return makeDiagnostic('KPI1018', message, span, {
    notes: ['the lines at one column are either all `key: value` or all start with `- `'],
    help: 'indent the line so that it belongs to the right key',
  });
}

export function continuesText(span: Span, above: Span): Diagnostic {
  return makeDiagnostic('KPI1018', 'this line is indented deeper than the text above it', span, {
    label: 'YAML reads it as part of the text',
    related: [{ span: above, label: 'this text has begun already' }],
    notes: ['a line that is indented deeper than its key continues the text of that key'],
    help: 'indent the line like the key above; a text of several lines is written with `|`',
  });
}

export function noKey(span: Span): Diagnostic {
  return makeDiagnostic('KPI1019', 'the line has no key', span, {
    label: 'expected `key: value`',
    notes: ['each entry of a map is `key: value`, each item of a list starts with `- `'],
    help: 'write the key and a colon in front of the text',
  });
}

export function noSpaceAfterColon(span: Span, fix: Fix): Diagnostic {
  return makeDiagnostic('KPI1019', 'there is no space after the colon', span, {
    label: 'YAML reads this as one word',
    notes: ['only a colon with a space or a line end behind it ends a key'],
    help: 'put a space after the colon',
    fixes: [fix],
  });
}

export function colonInText(span: Span, fix: Fix): Diagnostic {
  return makeDiagnostic('KPI1020', 'a colon and a space inside a text', span, {
    label: 'YAML reads a second key here',
    notes: ['`: ` ends a key wherever it stands in a text without quotes'],
    help: 'put the text into quotes',
    fixes: [fix],
  });
}

export function unknownEscape(span: Span, text: string): Diagnostic {
  return makeDiagnostic('KPI1021', `\`${text}\` is no escape`, span, {
    label: 'unknown escape',
    notes: ['in double quotes a backslash starts an escape such as `\\n`, `\\"` or `\\u00e9`'],
    help: 'write two backslashes for one, or use single quotes',
    fixes: [removeFix('write two backslashes', { ...span, end: span.start + 1 }, '\\\\')],
  });
}

export function yamlSyntax(span: Span, message: string): Diagnostic {
  const text = message.replace(/\.$/, '');
  return makeDiagnostic('KPI1022', `not valid YAML: ${text.charAt(0).toLowerCase()}${text.slice(1)}`, span, {
    notes: ['what cannot be read safely is left out'],
    help: 'put texts with special characters into quotes and check the indentation',
  });
}

export function gluedComment(span: Span, fix: Fix): Diagnostic {
  return makeDiagnostic('KPI1022', 'not valid YAML: a comment needs a space in front of it', span, {
    label: 'glued to what stands before',
    notes: ['`#` starts a comment only behind a space'],
    help: 'put a space in front of `#`, or put the text into quotes if the `#` belongs to it',
    fixes: [fix],
  });
}

export function unclosedBracket(span: Span, bracket: string): Diagnostic {
  const close = bracket === '{' ? '}' : ']';
  return makeDiagnostic('KPI1023', `\`${bracket}\` is not closed`, span, {
    label: 'opened here',
    notes: ['everything up to the closing bracket is indented deeper than the key'],
    help: `write \`${close}\` where it ends, or put the text into quotes if the bracket belongs to it`,
  });
}

export function extraComma(span: Span): Diagnostic {
  return makeDiagnostic('KPI1024', 'a comma with nothing in front of it', span, {
    label: 'extra comma',
    notes: ['inside `{ }` and `[ ]` one comma stands between two entries'],
    help: 'remove the comma',
    fixes: [removeFix('remove the comma', span)],
  });
}

export function missingComma(span: Span): Diagnostic {
  return makeDiagnostic('KPI1024', 'a comma is missing', span, {
    label: 'comma missing before this',
    notes: ['inside `{ }` and `[ ]` one comma stands between two entries, also at the end of a line'],
    help: 'put a comma between the entries',
    fixes: [{ title: 'put a comma', edits: [{ span: { ...span, end: span.start }, text: ', ' }], safe: false }],
  });
}

function times(count: number): string {
  return count === 1 ? 'once' : `${grouped(count)} times`;
}

/** 12,345,678 without a locale. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

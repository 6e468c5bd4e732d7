// Formats a file of definitions: the stages, and the look back that makes sure that nothing has changed but the looks.
import type { Outcome } from '../diagnostic/diagnostic.js';
import type { SourceFile } from '../source/source-file.js';
import { readYaml } from '../yaml/read-yaml.js';
import type { MapNode } from '../yaml/tree.js';
import { breakLong } from './break-long.js';
import { wouldChangeMeaning } from './errors.js';
import { formulasOf } from './formula-places.js';
import { layOut } from './layout.js';
import { readFileTokens } from './read-file-tokens.js';
import { sameMeaning, type Meaning } from './same-meaning.js';
import type { Token } from './tokens.js';

/** A file as the formatter sees it. */
interface Parts extends Meaning {
  readonly text: string;
  readonly root: MapNode;
  readonly tokens: readonly Token[];
}

/**
 * The file's text in the house's style, with the line ends that most of its lines have. Formatting the result again changes
 * nothing. A file that YAML cannot read comes back as it is, with the diagnostics of the YAML stage. So does one, with
 * KPI9005, of which the result would say something else: that never happens unless there is a bug in here.
 */
export function formatFile(file: SourceFile): Outcome<string> {
  const { path } = file;
  const read = readYaml(file);
  if (read.diagnostics.length > 0 || read.value === null) return { value: file.text, diagnostics: read.diagnostics };
  const { text, lineEnd } = withPlainEnds(file.text);
  const found = text === file.text ? partsOfRoot(path, text, read.value) : partsOf(path, text);
  const formatted = found === null ? null : rounds(found, path);
  if (found === null || formatted === null || !isSame(found, formatted)) {
    return { value: file.text, diagnostics: [wouldChangeMeaning({ file: path, start: 0, end: 0 })] };
  }
  const value = lineEnd === '\n' ? formatted.text : formatted.text.replaceAll('\n', lineEnd);
  return { value, diagnostics: [] };
}

/** Without a byte order mark, with `\n` at the end of every line and of the file. */
function withPlainEnds(text: string): { readonly text: string; readonly lineEnd: '\n' | '\r\n' } {
  const marked = text.startsWith('\ufeff') ? text.slice(1) : text;
  const windows = marked.split('\r\n').length - 1;
  const all = marked.split('\n').length - 1;
  const plain = windows === 0 ? marked : marked.replaceAll('\r\n', '\n');
  return {
    text: plain === '' || plain.endsWith('\n') ? plain : `${plain}\n`,
    lineEnd: windows * 2 > all ? '\r\n' : '\n',
  };
}

/** Null where the text cannot be read, or holds something that the formatter does not know. */
function partsOf(path: string, text: string): Parts | null {
  const { value: root, diagnostics } = readYaml({ path, text });
  return root === null || diagnostics.length > 0 ? null : partsOfRoot(path, text, root);
}

function partsOfRoot(path: string, text: string, root: MapNode): Parts | null {
  const tokens = readFileTokens(text, root);
  return tokens === null ? null : { text, root, tokens, formulas: formulasOf(root, path) };
}

/** Breaking a long line may leave others to be broken, and moves what stands in them. */
function rounds(found: Parts, path: string): Parts | null {
  let parts = found;
  for (;;) {
    const text = layOut(parts.text, parts.tokens, parts.formulas);
    const laid = text === parts.text ? parts : partsOf(path, text);
    if (laid === null) return null;
    const broken = breakLong(laid.text, laid.root);
    if (broken === null) return laid;
    const next = partsOf(path, broken);
    if (next === null) return null;
    parts = next;
  }
}

function isSame(before: Parts, after: Parts): boolean {
  const [left, right] = [commentsOf(before), commentsOf(after)];
  return left.length === right.length && left.every((one, i) => one === right[i]) && sameMeaning(before, after);
}

function commentsOf({ text, tokens }: Parts): readonly string[] {
  return tokens.filter(({ kind }) => kind === 'comment').map(({ start, end }) => text.slice(start, end).trimEnd());
}

// Drives the `yaml` package over a text: the composed document, and plain facts about all that is out of the ordinary.
import { Composer, CST, Lexer, Parser, type ParsedNode } from 'yaml';

/** Nested collections a file may have; deeper ones are an accident or an attack. */
export const maxDepth = 64;

/** Far more than a file of the allowed size needs; it bounds memory where every character is a token. */
const maxLexemes = 3_000_000;
const maxFacts = 1000;

export type FactKind =
  | 'error'
  | 'stray'
  | 'anchor'
  | 'alias'
  | 'tag'
  | 'explicit-key'
  | 'directive'
  | 'documents'
  | 'unclosed-quote'
  | 'unclosed-flow'
  | 'block-header'
  | 'glued-comment'
  | 'too-deep'
  | 'too-many';

export interface Fact {
  readonly kind: FactKind;
  readonly start: number;
  readonly end: number;
  /** The package's name for an error, and its sentence. */
  readonly code: string;
  readonly message: string;
}

/** An outermost `{ }` or `[ ]`. */
export interface FlowRange {
  readonly start: number;
  readonly end: number;
}

export interface ParsedText {
  readonly contents: ParsedNode | null;
  readonly facts: readonly Fact[];
  readonly flows: readonly FlowRange[];
}

// No typing of scalars, no resolving of tags, and no comparing of every key with every other: that is quadratic.
const options = {
  schema: 'failsafe',
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
  keepSourceTokens: true,
  logLevel: 'silent',
} as const;

export function parseText(text: string): ParsedText {
  const facts: Fact[] = [];
  const addFact = (kind: FactKind, start: number, end: number, code = '', message = ''): void => {
    if (facts.length >= maxFacts) return;
    facts.push({ kind, start: Math.min(start, text.length), end: Math.min(end, text.length), code, message });
  };
  const { tokens, flows } = readTokens(text, addFact);
  const composer = new Composer(options);
  // The composer would make an Error with a stack for each; a hostile file has millions. A test holds this to the package.
  Object.assign(composer, {
    onError: (source: ErrorSource, code: string, message: string, warning?: boolean): void => {
      if (warning !== true) addFact('error', ...errorPlace(source), code, message);
    },
  });
  const [document] = composer.compose(tokens, true, text.length);
  for (const error of document?.errors ?? []) addFact('error', error.pos[0], error.pos[1], error.code, error.message);
  return { contents: document?.contents ?? null, facts, flows };
}

type ErrorSource = number | readonly number[] | { readonly offset: number; readonly source?: string };

function errorPlace(source: ErrorSource): [number, number] {
  if (typeof source === 'number') return [source, source + 1];
  if ('offset' in source) return [source.offset, source.offset + (source.source?.length ?? 1)];
  return [source[0] ?? 0, source[1] ?? 0];
}

type AddFact = (kind: FactKind, start: number, end: number, code?: string, message?: string) => void;

/** The tokens of the first document. Everything that the tree will not show is noted on the way. */
function readTokens(text: string, addFact: AddFact): { tokens: CST.Token[]; flows: FlowRange[] } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const flows: FlowRange[] = [];
  const open: number[] = [];
  let isScalar = false;
  let inBlockHeader = false;
  let spaced = true;
  let lexemes = 0;
  const closeFlow = (end: number): void => {
    const start = open.pop();
    if (start !== undefined && open.length === 0) flows.push({ start, end });
  };
  const endFlows = (end: number): void => {
    const start = open[0];
    if (start !== undefined) addFact('unclosed-flow', start, start + 1);
    while (open.length > 0) closeFlow(end);
  };
  for (const lexeme of new Lexer().lex(text)) {
    const at = parser.offset;
    let fed = lexeme;
    if (isScalar) {
      isScalar = false;
    } else {
      switch (lexeme[0]) {
        case '\u001f':
          isScalar = true;
          inBlockHeader = false;
          break;
        case '\u0018':
          endFlows(at);
          break;
        case '{':
        case '[':
          open.push(at);
          break;
        case '}':
        case ']':
          closeFlow(at + 1);
          break;
        case '#':
          if (!spaced) addFact('glued-comment', at, at + lexeme.length);
          // To the parser a comment is white space: it looks through all lines above each comment, which is quadratic.
          fed = ' '.repeat(lexeme.length);
          break;
        case '&':
          addFact('anchor', at, at + lexeme.length);
          break;
        case '*':
          addFact('alias', at, at + lexeme.length);
          // Read on as a text: the package's own aliases cost a thousand times what they are worth here.
          for (const token of parser.next('\u001f')) tokens.push(token);
          break;
        case '!':
          addFact('tag', at, at + lexeme.length);
          break;
        case '?':
          addFact('explicit-key', at, at + lexeme.length);
          break;
        case '%':
          addFact('directive', at, at + lexeme.length);
          break;
        case '|':
        case '>':
          inBlockHeader = true;
          break;
        case "'":
        case '"':
          if (!isClosed(lexeme)) addFact('unclosed-quote', at, at + lexeme.length);
          break;
        default:
      }
      if (inBlockHeader && !/^[|>\s#]/.test(lexeme)) {
        addFact('block-header', at, at + lexeme.length);
        inBlockHeader = false;
      }
    }
    spaced = isSpace(lexeme.charCodeAt(0));
    for (const token of parser.next(fed)) if (!take(token)) return { tokens, flows };
    if (isTooDeep(parser)) {
      addFact('too-deep', at, at + 1);
      break;
    }
    if (++lexemes > maxLexemes) {
      addFact('too-many', at, at + 1);
      break;
    }
  }
  if (!isTooDeep(parser)) endFlows(text.length);
  for (const token of parser.end()) if (!take(token)) break;
  return { tokens, flows };

  /** False at the start of a second document, which is not read. */
  function take(token: CST.Token): boolean {
    if (token.type === 'error') {
      addFact(
        'stray',
        token.offset,
        token.offset + Math.max(1, token.source.length),
        'UNEXPECTED_TOKEN',
        token.message,
      );
      return true;
    }
    if (token.type === 'document' && tokens.some((other) => other.type === 'document')) {
      addFact('documents', token.offset, token.offset + 3);
      return false;
    }
    tokens.push(token);
    return true;
  }
}

/** The stack holds the document, the collections around the place, and perhaps a scalar. */
function isTooDeep({ stack }: Parser): boolean {
  if (stack.length <= maxDepth + 1) return false;
  return stack.length > maxDepth + 2 || CST.isCollection(stack.at(-1));
}

/** White space, the start of a document, or a byte order mark. */
function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xfeff;
}

/** The lexer also ends a quoted text at the file's end or where the indentation is lost. */
function isClosed(lexeme: string): boolean {
  const last = lexeme.length - 1;
  if (last < 1 || lexeme[last] !== lexeme[0]) return false;
  if (lexeme[0] === "'") return !lexeme.slice(1, last).replaceAll("''", '').includes("'");
  let backslashes = 0;
  while (lexeme[last - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 0;
}

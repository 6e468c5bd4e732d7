// Reads XML as strictly as its tests need: what is not well-formed throws.

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: Open[];
  text: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const TAG = /^<(\/?)([A-Za-z][\w-]*)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/;
// What XML 1.0 calls a character.
const CHARACTERS = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;

export function readXml(document: string): Element {
  if (!document.startsWith(DECLARATION)) throw new Error('no declaration');
  if (!CHARACTERS.test(document)) throw new Error('a character that XML does not have');
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const stack: Open[] = [root];
  let rest = document.slice(DECLARATION.length);
  while (rest !== '') {
    const top = stack.at(-1) ?? root;
    if (!rest.startsWith('<')) {
      const text = /^[^<]+/.exec(rest)?.[0] ?? '';
      if (stack.length === 1 && text.trim() !== '') throw new Error(`text outside: ${text}`);
      top.text += decoded(text);
      rest = rest.slice(text.length);
      continue;
    }
    const [tag = '', end, name = '', attributes = '', empty] = TAG.exec(rest) ?? [];
    if (tag === '') throw new Error(`no tag: ${rest.slice(0, 60)}`);
    rest = rest.slice(tag.length);
    if (end === '/') {
      if (top.name !== name || stack.length === 1) throw new Error(`</${name}> closes <${top.name}>`);
      stack.pop();
      continue;
    }
    const element: Open = { name, attributes: attributesIn(attributes), children: [], text: '' };
    top.children.push(element);
    if (empty !== '/') stack.push(element);
  }
  const [only] = root.children;
  if (stack.length !== 1 || only === undefined || root.children.length !== 1) throw new Error('not one element');
  return only;
}

function attributesIn(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([\w-]+)="([^"<]*)"/g)) {
    if (name in found) throw new Error(`${name} twice`);
    // A reader makes spaces of these.
    found[name] = decoded(value.replace(/[\n\t]/g, ' '));
  }
  return found;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> in a text');
  return text.replace(/&(?:#(\d+)|(\w+));|&/g, (all, code: string | undefined, name: string | undefined) => {
    const sign = code === undefined ? ENTITIES[name ?? ''] : String.fromCodePoint(Number(code));
    if (sign === undefined) throw new Error(`an ampersand that starts nothing: ${all}`);
    return sign;
  });
}

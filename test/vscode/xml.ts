// XML as small as a package's manifest is: elements, attributes, texts. What is not well-formed is an error.

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const PART = /<\?xml[^?]*\?>|<\/([\w.]+)>|<([\w.]+)((?:\s+[\w:.]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;

export function readXml(text: string): Element {
  const outside: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [outside];
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const at = PART.lastIndex;
    const part = PART.exec(text);
    if (part === null) throw new Error(`no XML at ${at}: ${text.slice(at, at + 40)}`);
    const [, closed, opened, attributes = '', isEmpty, content] = part;
    const last = open.at(-1) ?? outside;
    if (content !== undefined) last.text += plain(content);
    else if (closed !== undefined) {
      if (open.length < 2 || last.name !== closed) throw new Error(`</${closed}> closes <${last.name}>`);
      open.pop();
    } else if (opened !== undefined) {
      const pairs = [...attributes.matchAll(/([\w:.]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        plain(value),
      ]);
      const element: Open = {
        name: opened,
        attributes: Object.fromEntries(pairs) as Open['attributes'],
        children: [],
        text: '',
      };
      last.children.push(element);
      if (isEmpty === '') open.push(element);
    }
  }
  const [root, ...more] = outside.children;
  if (root === undefined || more.length > 0 || open.length > 1 || outside.text.trim() !== '')
    throw new Error('one element is the root, and is closed');
  return root;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replace(/&(\w*;?)/g, (all, name: string) => {
    const known = ENTITIES[name.replace(/;$/, '')];
    if (known === undefined || !name.endsWith(';')) throw new Error(`\`${all}\` is no entity`);
    return known;
  });
}

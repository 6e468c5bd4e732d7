// Generated YAML: ordinary documents with places for accidents, and texts mutated character by character.
import * as fc from 'fast-check';

const words = ['a', 'b', 'revenue', 'sum(x)', 'x / y', '10.10', '-5', "it's", 'a#b', 'über', '😀', 'x:y', 'true', '~'];

const plain = fc.constantFrom(...words);
const quoted = fc.oneof(
  plain.map((text) => `'${text.replaceAll("'", "''")}'`),
  fc.constantFrom('""', "''", '"a \\"b\\" \\n \\u00e9 \\U0001F600"', '"a, b: c # d"', "'a: b'"),
);
const flowValue: fc.Arbitrary<string> = fc.letrec<{ node: string; value: string; map: string; seq: string }>((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, plain, quoted, tie('map'), tie('seq')),
  value: fc.oneof({ weight: 6, arbitrary: tie('node') }, fc.constant('')),
  map: fc
    .tuple(fc.array(fc.tuple(fc.constantFrom('a', 'b', '"c"', 'd e'), tie('value')), { maxLength: 3 }), fc.boolean())
    .map(([entries, broad]) => {
      const inner = entries.map(([key, value]) => `${key}: ${value}`).join(broad ? ',\n        ' : ', ');
      return broad ? `{\n        ${inner}\n        }` : `{ ${inner} }`;
    }),
  seq: fc.array(tie('node'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
})).node;

type Tree =
  { kind: 'inline'; text: string } | { kind: 'map'; entries: [string, Tree][] } | { kind: 'seq'; items: Tree[] };

const block = fc
  .tuple(
    fc.constantFrom('|', '|-', '>', '>-', '|+', '|2'),
    fc.array(fc.constantFrom('a', ' b', '', 'c  ', '# d', 'e: f')),
  )
  .map(([header, lines]) => `${header}\n${lines.map((line) => `@${line}`).join('\n')}`);

const ordinary = fc.oneof({ weight: 4, arbitrary: plain }, quoted, flowValue, block, fc.constant(''));
const traps = fc.constantFrom('*x', '&x y', '!t z', '? q', 'a\n@  b', '@ 5');

const treeOf = (texts: fc.Arbitrary<string>, depthSize: 'small' | 'medium'): fc.Arbitrary<Tree> =>
  fc.letrec<{ node: Tree; map: Tree; seq: Tree }>((tie) => ({
    node: fc.oneof(
      { depthSize },
      { weight: 3, arbitrary: texts.map((text): Tree => ({ kind: 'inline', text })) },
      tie('map'),
      tie('seq'),
    ),
    map: fc
      .uniqueArray(
        fc.tuple(fc.constantFrom('a', 'b', 'c', "'d'", '"e f"', 'g h', 'i', 'j', 'k', 'l', 'm'), tie('node')),
        {
          selector: ([key]) => key,
          minLength: 1,
          maxLength: 10,
        },
      )
      .map((entries): Tree => ({ kind: 'map', entries })),
    seq: fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((items): Tree => ({ kind: 'seq', items })),
  })).map;

function write(node: Tree, indent: string, step: string): string {
  switch (node.kind) {
    case 'inline':
      return ` ${node.text.replaceAll('@', `${indent}${step}`)}\n`;
    case 'map':
      return `\n${node.entries.map(([key, value]) => `${indent}${key}:${write(value, indent + step, step)}`).join('')}`;
    case 'seq':
      return `\n${node.items.map((item) => `${indent}-${writeItem(item, indent, step)}`).join('')}`;
  }
}

/** A map in a list starts on the line of its dash. */
function writeItem(item: Tree, indent: string, step: string): string {
  const text = write(item, `${indent}  `, step);
  return item.kind === 'map' ? ` ${text.trimStart()}` : text;
}

const comments = fc.array(fc.tuple(fc.nat(), fc.constantFrom('# c\n', '\n', '   \n', '      # deep\n')), {
  maxLength: 3,
});

const documentsOf = (tree: fc.Arbitrary<Tree>): fc.Arbitrary<string> =>
  fc
    .tuple(tree, fc.constantFrom('  ', '    ', ' '), comments, fc.constantFrom('\n', '\n', '\n', '\r\n'), fc.boolean())
    .map(([node, step, extra, lineEnd, bom]) => {
      let text = write(node, '', step).slice(1);
      for (const [at, comment] of extra) {
        const starts = [...text.matchAll(/^/gm)].map(({ index }) => index);
        const place = starts[at % starts.length] ?? 0;
        text = text.slice(0, place) + comment + text.slice(place);
      }
      return (bom ? '\ufeff' : '') + text.replaceAll('\n', lineEnd);
    });

/** Sound YAML in the shapes of definitions files. */
export const soundDocuments = documentsOf(treeOf(ordinary, 'medium'));

/** The same with a trap here and there. */
export const documents = documentsOf(treeOf(fc.oneof({ weight: 12, arbitrary: ordinary }, traps), 'small'));

const scraps = [
  ...' \n\t:,-?#\'"{}[]|>&*!%@`\\'.split(''),
  ': ',
  '- ',
  ' #',
  '\n  ',
  '\n    ',
  '---\n',
  '...\n',
  '<<: ',
  '\r\n',
  '\r',
  'a',
  'a: b',
  '0',
  '\u0000',
  '\ufffd',
];

/** Sound YAML in which a few characters were put in, taken out or doubled. */
export const mutants: fc.Arbitrary<string> = fc
  .tuple(
    documents,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...scraps), fc.nat({ max: 4 })), { minLength: 1, maxLength: 4 }),
  )
  .map(([document, edits]) =>
    edits.reduce((text, [at, scrap, removed]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + scrap + text.slice(place + removed);
    }, document),
  );

export const soup: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...scraps, ...words), { maxLength: 30 })
  .map((parts) => parts.join(''));

// Which files are of which project: what is open, what is on the disk, and what happens to both.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openWorkspace, service, update, type RangeEdit } from '@sextant/language-service';
import { startEditor as editor, uri } from './start-editor.js';

const PROJECT = { '/work/kpi.project.yaml': 'project: work\n' };
const NOTHING = 'there is no metric `nothing`';

test('a file that is open and not on the disk is of the project, until it is closed', async () => {
  const { client, said, open, close } = await editor({ ...PROJECT, '/work/a.kpi.yaml': 'metrics:\n  x: nothing\n' });
  await client.until(() => said('/work/a.kpi.yaml').includes(NOTHING));
  open('/work/new.kpi.yaml', 'parameters:\n  nothing: 1\nmetrics:\n  y: nobody\n');
  await client.until(() => said('/work/a.kpi.yaml').length === 0);
  await client.until(() => said('/work/new.kpi.yaml').includes('there is no metric `nobody`'));
  close('/work/new.kpi.yaml');
  await client.until(() => said('/work/a.kpi.yaml').includes(NOTHING) && said('/work/new.kpi.yaml').length === 0);
});

test('what is open counts instead of what is on the disk', async () => {
  const { client, host, said, open, changed } = await editor({
    ...PROJECT,
    '/work/a.kpi.yaml': 'metrics:\n  x: nothing\n',
  });
  open('/work/a.kpi.yaml', 'metrics:\n  x: typed\n');
  await client.until(() => said('/work/a.kpi.yaml').includes('there is no metric `typed`'));
  host.files.set('/work/a.kpi.yaml', 'metrics:\n  x: written\n');
  changed('/work/a.kpi.yaml', 2);
  host.files.set('/work/b.kpi.yaml', 'metrics:\n  y: other\n');
  changed('/work/b.kpi.yaml', 1);
  await client.until(() => said('/work/b.kpi.yaml').length > 0);
  expect(said('/work/a.kpi.yaml')).toEqual(['there is no metric `typed`']);
});

test('other YAML is none of its business', async () => {
  const { client, said, open, edit, close } = await editor(PROJECT);
  open('/work/compose.yaml', 'services: [}\n');
  edit('/work/compose.yaml', [{ text: 'services: [[}\n' }]);
  open('/work/a.kpi.yaml', 'metrics:\n  x: nothing\n');
  await client.until(() => said('/work/a.kpi.yaml').length > 0);
  expect([...client.said.keys()]).toEqual([uri('/work/a.kpi.yaml')]);
  const position = { line: 0, character: 1 };
  const params = { textDocument: { uri: uri('/work/compose.yaml') }, position };
  expect((await client.request('textDocument/completion', params)).result).toBeNull();
  close('/work/compose.yaml');
  expect((await client.request('textDocument/hover', params)).result).toBeNull();
});

describe('a project that begins later', () => {
  const files = {
    '/work/sub/a.kpi.yaml': 'metrics:\n  x: nothing\n',
    '/work/sub/b.kpi.yaml': 'parameters:\n  nothing: 1\n',
  };

  test('with a project file that is saved, where the client watches nothing', async () => {
    const { client, host, said, open, save } = await editor(files);
    open('/work/sub/a.kpi.yaml', files['/work/sub/a.kpi.yaml']);
    await client.until(() => said('/work/sub/a.kpi.yaml').includes(NOTHING));
    open('/work/sub/kpi.project.yaml', 'project: sub\n');
    host.files.set('/work/sub/kpi.project.yaml', 'project: sub\n');
    save('/work/sub/kpi.project.yaml');
    await client.until(() => said('/work/sub/a.kpi.yaml').length === 0);
  });

  test('and ends with its project file, which is open all the while', async () => {
    const { client, host, said, open, edit, changed } = await editor({ ...PROJECT, ...files });
    const file = '/work/sub/kpi.project.yaml';
    host.files.set(file, 'project: sub\n');
    host.files.set('/work/sub/a.kpi.yaml', 'metrics:\n  x: revenue\n');
    host.files.set('/work/c.kpi.yaml', 'parameters:\n  revenue: 1\n');
    open(file, 'project: sub\n');
    changed(file, 1);
    changed('/work/c.kpi.yaml', 1);
    await client.until(() => said('/work/sub/a.kpi.yaml').includes('there is no metric `revenue`'));
    host.files.delete(file);
    changed(file, 3);
    await client.until(() => said('/work/sub/a.kpi.yaml').length === 0);
    edit(file, [{ text: 'project: [}\n' }]);
    await client.until(() => said(file).length > 0);
  });
});

test('a folder that is deleted takes its definitions with it', async () => {
  const { client, host, said, changed } = await editor({
    ...PROJECT,
    '/work/a.kpi.yaml': 'metrics:\n  x: nothing\n',
    '/work/deep/inside/b.kpi.yaml': 'parameters:\n  nothing: 1\n',
  });
  await client.request('workspace/symbol', { query: '' });
  expect(said('/work/a.kpi.yaml')).toEqual([]);
  host.files.delete('/work/deep/inside/b.kpi.yaml');
  // Of the files in a folder nothing is told.
  changed('/work/deep', 3);
  await client.until(() => said('/work/a.kpi.yaml').includes(NOTHING));
});

test('a project without a folder is known as long as one of its files is open', async () => {
  const { client, said, open, close } = await editor(
    { ...PROJECT, '/work/a.kpi.yaml': 'metrics:\n  x: nothing\n', '/work/b.kpi.yaml': 'metrics:\n  y: nobody\n' },
    { folders: [] },
  );
  open('/work/a.kpi.yaml', 'metrics:\n  x: nothing\n');
  await client.until(() => said('/work/b.kpi.yaml').length > 0);
  open('/work/b.kpi.yaml', 'metrics:\n  y: someone\n');
  close('/work/a.kpi.yaml');
  await client.until(() => said('/work/b.kpi.yaml').includes('there is no metric `someone`'));
  expect(said('/work/a.kpi.yaml')).toEqual([NOTHING]);
  close('/work/b.kpi.yaml');
  await client.until(() => said('/work/a.kpi.yaml').length === 0 && said('/work/b.kpi.yaml').length === 0);
});

test('colours and hints of other files are asked for again after an edit', async () => {
  const refreshing = { semanticTokens: { refreshSupport: true }, inlayHint: { refreshSupport: true } };
  const { client, open } = await editor(PROJECT, { capabilities: { workspace: refreshing } });
  client.refused.add('workspace/inlayHint/refresh');
  open('/work/a.kpi.yaml', 'metrics:\n  x: nothing\n');
  await client.until(() => client.said.size === 1);
  expect(client.asked).toEqual([]);
  open('/work/b.kpi.yaml', 'metrics:\n  y: nobody\n');
  await client.until(() => client.asked.length >= 2);
  expect(new Set(client.asked.map(({ method }) => method))).toEqual(
    new Set(['workspace/semanticTokens/refresh', 'workspace/inlayHint/refresh']),
  );
});

test('paths and texts of all scripts', async () => {
  const path = '/work/größe 😀/käse (1).kpi.yaml';
  const { client, host, said } = await editor({
    ...PROJECT,
    [path]: "metrics:\r\n  x: { title: '😀', formula: nothing }\r\n",
  });
  const encoded = path.split('/').map(encodeURIComponent).join('/').replaceAll('(', '%28').replaceAll(')', '%29');
  await client.until(() => said(path).length > 0);
  // As the editor writes it, from now on.
  const sent = `file://${encoded}`;
  const text = host.files.get(path) ?? '';
  client.notify('textDocument/didOpen', { textDocument: { uri: sent, languageId: 'yaml', version: 1, text } });
  await client.until(() => (client.said.get(sent)?.length ?? 0) > 0 && said(path).length === 0);
  const start = { line: 1, character: 29 };
  expect(client.said.get(sent)?.[0]?.range.start).toEqual(start);
  const found = await client.request('textDocument/codeAction', {
    textDocument: { uri: sent },
    range: { start, end: start },
    context: { diagnostics: [] },
  });
  expect(found.error).toBeUndefined();
});

test('any edits, with requests in between, give the text that the editor has', async () => {
  const path = '/work/a.kpi.yaml';
  const lines = ['metrics:', '  a: sum(orders.amount)', "  b: { title: '😀é', formula: a / c }", '  c: nothing', ''];
  const beginning = lines.join('\n');
  const place = fc.record({ line: fc.nat(6), character: fc.nat(40) });
  const piece = fc.constantFrom(
    '',
    ' ',
    '\n',
    '\r\n',
    '  d: a\n',
    '😀',
    "'",
    '{',
    'nothing',
    lines.slice(1).join('\n').repeat(40),
  );
  const ordered = fc.tuple(place, place, piece).map(([a, b, text]): RangeEdit => {
    const isFirst = a.line < b.line || (a.line === b.line && a.character <= b.character);
    return { range: isFirst ? { start: a, end: b } : { start: b, end: a }, text };
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(ordered, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 }),
      async (batches) => {
        const { client, open, edit } = await editor(PROJECT);
        open(path, beginning);
        const requests: Promise<unknown>[] = [];
        for (const [i, batch] of batches.entries()) {
          edit(path, batch);
          const method =
            ['textDocument/semanticTokens/full', 'textDocument/documentSymbol', 'textDocument/completion'][i % 3] ?? '';
          const { id, answer } = client.start(method, {
            textDocument: { uri: uri(path) },
            position: { line: 1, character: 6 },
          });
          requests.push(answer);
          if (i % 2 === 1) client.notify('$/cancelRequest', { id });
        }
        await Promise.all(requests);
        let workspace = openWorkspace([
          { path: 'kpi.project.yaml', text: 'project: work\n' },
          { path: 'a.kpi.yaml', text: beginning },
        ]);
        for (const edits of batches) workspace = update(workspace, [{ kind: 'edits', path: 'a.kpi.yaml', edits }]);
        const params = { textDocument: { uri: uri(path) }, position: { line: 1, character: 6 } };
        const tokens = await client.request('textDocument/semanticTokens/full', params);
        expect(tokens.result).toEqual(service.semanticTokens(workspace, { path: 'a.kpi.yaml' }));
        const symbols = await client.request('textDocument/documentSymbol', params);
        expect(symbols.result).toEqual(
          JSON.parse(JSON.stringify(service.documentSymbols(workspace, { path: 'a.kpi.yaml' }))),
        );
        const wanted = (service.diagnostics(workspace, null).get('a.kpi.yaml') ?? []).map(({ message }) => message);
        await client.until(
          () =>
            JSON.stringify((client.said.get(uri(path)) ?? []).map(({ message }) => message)) === JSON.stringify(wanted),
        );
        client.hangUp();
      },
    ),
    { numRuns: 12, seed: 7 },
  );
});
